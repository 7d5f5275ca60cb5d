package io.github.testhygiene.report;

import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.EvidenceEntry.ClassFixture;
import io.github.testhygiene.model.OpenSessionState;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.SchemaChange;
import io.github.testhygiene.model.SequenceAdvance;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.SqlUse.Repeated;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the database saw of the sample shop. */
public final class SampleEvidence {

    public static final OtherTraces TRACES = new OtherTraces(
            List.of(new SchemaChange(SchemaChange.Kind.CREATED, "table", "public.import_scratch")),
            List.of(new SequenceAdvance("public.orders_id_seq", null, 12L)),
            List.of("work_mem of role shop is 64MB, was 4MB"),
            List.of(new OpenSessionState(
                    OpenSessionState.Kind.OPEN_TRANSACTION,
                    "session 4711 (shop-pool-2), idle for 3 s after: update stock set reserved = $1")));

    static final List<SlowCause> SLOW = List.of(
            new SlowCause(
                    SlowCause.Kind.SCHEMA,
                    1_210L,
                    "The schema is made again before the test: 1.21 s of 1.84 s",
                    "Create it once and roll back instead."),
            new SlowCause(
                    SlowCause.Kind.ROWS_ACCUMULATED,
                    null,
                    "It takes 3 ms more for every 100 rows that others left in public.orders",
                    "Let those tests take their rows back."));

    static final EvidenceEntry ENTRY = new EvidenceEntry(
            null,
            null,
            List.of(
                    new ClassFixture(
                            "shop.CatalogIT",
                            310,
                            sql(42),
                            List.of(change("public.product", 250, 0, 0, 0L, 250L)),
                            OtherTraces.NONE,
                            null),
                    new ClassFixture("shop.ReportIT", 1_200, null, null, null, "its tests ran in parallel")),
            List.of(new SlowCause(
                    SlowCause.Kind.SCHEMA,
                    3_100L,
                    "The schema is made again for 3 classes: 3.10 s of 8.94 s",
                    "Create it once for the suite.")));

    private static final Map<String, SpanEvidence> SPANS = Map.of(
            "OrderTotalsIT.countsOrders",
            span(
                    sql(14),
                    List.of(
                            change("public.orders", 3, 0, 0, 0L, 3L, "id=1, status=OPEN, total=3.50", "id=2, …"),
                            change("public.\"Order Items\"", 2, 1, 4, 9L, 7L)),
                    TRACES),
            "CheckoutIT.placesOrder",
            span(
                    sql(31),
                    List.of(
                            change("public.orders", 1, 0, 0, 3L, 4L, "id=4, status=NEW, total=19.99"),
                            new TableChange(
                                    "public.account_audit_of_everything_that_ever_happened_in_the_shop",
                                    3,
                                    0,
                                    0,
                                    false,
                                    null,
                                    null,
                                    List.of("event=PLACED, user=ada, password=***"),
                                    true,
                                    false)),
                    OtherTraces.NONE),
            "CheckoutIT.appliesVoucher",
            span(
                    sql(8),
                    List.of(new TableChange("public.voucher", 0, 2, 0, false, 5L, 5L, List.of(), false, true)),
                    OtherTraces.NONE),
            "CatalogIT.findsByName",
            span(sql(2), List.of(), OtherTraces.NONE),
            "InventoryIT.reservesStock",
            SpanEvidence.unattributed("it overlapped with InventoryIT.releasesStock"),
            "ReportIT.yearEnd",
            span(
                    new SqlUse(
                            12_400,
                            1_230.4,
                            99_000,
                            61,
                            812.7,
                            40,
                            3L,
                            2L,
                            new Repeated("select *\n  from orders\n where id = $1", 12_000)),
                    List.of(new TableChange("public.report", 0, 0, 6, true, 6L, 0L, List.of(), false, false)),
                    OtherTraces.NONE));

    private SampleEvidence() {}

    static SpanEvidence span(SqlUse sql, List<TableChange> rows, OtherTraces traces) {
        return new SpanEvidence(sql, rows, traces, Set.of(), Set.of(), null);
    }

    static SqlUse sql(int statements) {
        return new SqlUse(statements, statements * 0.3, statements, 0, 0, 3, 1L, 0L, new Repeated("select 1", 1));
    }

    public static TableChange change(
            String table, long inserted, long updated, long deleted, Long before, Long after, String... sample) {
        return new TableChange(table, inserted, updated, deleted, false, before, after, List.of(sample), false, false);
    }

    static TestEntry on(TestEntry test) {
        if (test.verdict() == VerdictKind.SKIPPED) {
            return test;
        }
        SpanEvidence span = SPANS.getOrDefault(test.shortName(), span(sql(5), List.of(), OtherTraces.NONE));
        TestEntry seen = test.withDatabase(span);
        return test.shortName().equals("ReportIT.yearEnd") ? seen.withCauses(SLOW) : seen;
    }
}

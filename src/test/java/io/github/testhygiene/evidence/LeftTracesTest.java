package io.github.testhygiene.evidence;

import static io.github.testhygiene.evidence.Suite.created;
import static io.github.testhygiene.evidence.Suite.schema;
import static io.github.testhygiene.evidence.Suite.sequence;
import static io.github.testhygiene.evidence.Suite.sessions;
import static io.github.testhygiene.evidence.Suite.span;
import static io.github.testhygiene.fixture.SampleTests.skipped;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.OpenSessionState;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.SchemaChange;
import io.github.testhygiene.model.SchemaChange.Kind;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schema, sequences and sessions that are not as they were. */
class LeftTracesTest {

    private static final RecordedTest PLACES = test("shop.OrderIT", "places");
    private static final RecordedTest SHIPS = test("shop.OrderIT", "ships");

    private static Finding only(Suite suite) {
        List<Finding> findings = suite.findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void whatHappenedToTheSchemaIsListedTheWorstFirst() {
        OtherTraces traces = schema(
                created("table", "public.a"),
                new SchemaChange(Kind.CHANGED, "function", "public.total(integer)"),
                new SchemaChange(Kind.DROPPED, "view", "public.v"));
        Finding finding = only(Suite.warm().test(PLACES, span(traces)));

        assertThat(finding.message())
                .isEqualTo("`OrderIT.places` leaves the schema changed: dropped view `public.v`, changed function"
                        + " `public.total(integer)`, created table `public.a`");
        assertThat(finding.rule()).isEqualTo("leaves-schema");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.advice()).startsWith("Make the schema once");
    }

    @Test
    void noMoreThanFiveChangesAreNamed() {
        OtherTraces traces = schema(
                created("table", "s.a"),
                created("table", "s.b"),
                created("table", "s.c"),
                created("table", "s.d"),
                created("table", "s.e"),
                created("table", "s.f"),
                created("table", "s.g"));

        assertThat(only(Suite.warm().test(PLACES, span(traces))).message())
                .isEqualTo("`OrderIT.places` leaves the schema changed: created table `s.a`, created table `s.b`,"
                        + " created table `s.c`, created table `s.d`, created table `s.e`, and 2 more");
    }

    @Test
    void settingsAndRolesBelongToIt() {
        OtherTraces settings = new OtherTraces(List.of(), List.of(), List.of("role auditor is new"), List.of());
        OtherTraces both = new OtherTraces(
                List.of(created("table", "public.a")), List.of(), List.of("role auditor is new"), List.of());

        assertThat(only(Suite.warm().test(PLACES, span(settings))).message())
                .isEqualTo("`OrderIT.places` leaves settings or roles changed: role auditor is new");
        assertThat(only(Suite.cold().test(PLACES, span(both))).message())
                .isEqualTo("`OrderIT.places` leaves schema and settings changed: created table `public.a`, role"
                        + " auditor is new");
        assertThat(only(Suite.warm().fixture("shop.OrderIT", span(settings))).message())
                .isEqualTo("`OrderIT`'s class fixtures leave settings or roles changed: role auditor is new");
    }

    @Test
    void theSchemaThatTheApplicationSetsUpIsNotHeldAgainstTheFirstTest() {
        SpanEvidence start = span(schema(created("table", "public.orders")));
        Finding finding = only(Suite.cold().test(PLACES, start).test(SHIPS, span()));

        assertThat(finding.message())
                .isEqualTo("the schema was set up while `OrderIT.places` was the first to start the application:"
                        + " created table `public.orders`");
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void aSkippedTestIsNotTheFirst() {
        SpanEvidence start = span(schema(created("table", "public.orders")));

        assertThat(only(Suite.cold().test(PLACES, skipped(PLACES), null).test(SHIPS, start))
                        .severity())
                .isEqualTo(Severity.INFO);
    }

    @Test
    void theFixturesOfTheFirstTestsClassMayStartTheApplication() {
        SpanEvidence start = span(schema(created("table", "public.orders")));

        assertThat(only(Suite.cold().test(PLACES, span()).fixture("shop.OrderIT", start))
                        .message())
                .isEqualTo("the schema was set up while `OrderIT`'s class fixtures were the first to start the"
                        + " application: created table `public.orders`");
        assertThat(only(Suite.cold().test(PLACES, span()).fixture("shop.CartIT", start))
                        .severity())
                .isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public.flyway_schema_history",
                "public.\"DATABASECHANGELOG\"",
                "shop.databasechangeloglock",
                "public.schema_version"
            })
    void aMigrationIsTheApplicationsStartWheneverItRuns(String table) {
        OtherTraces made = schema(created("table", "public.orders"), created("table", table));
        OtherTraces used = schema(created("table", "public.orders"));

        assertThat(only(Suite.warm().test(PLACES, span(made))).severity()).isEqualTo(Severity.INFO);
        assertThat(only(Suite.warm().test(PLACES, span(List.of(), used, table))).severity())
                .isEqualTo(Severity.INFO);
        assertThat(only(Suite.warm().test(PLACES, span(List.of(), used, "public.schema_versions")))
                        .severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void whoDropsIsNoStartEvenIfItIsTheFirst() {
        OtherTraces traces = schema(created("table", "public.a"), new SchemaChange(Kind.DROPPED, "table", "public.b"));

        assertThat(only(Suite.cold().test(PLACES, span(traces))).severity()).isEqualTo(Severity.WARNING);
    }

    private static SpanEvidence executing(long ddl, OtherTraces traces) {
        SqlUse sql = new SqlUse(63, 25, 49, ddl, 19, 23, 10L, 0, null);
        return new SpanEvidence(sql, List.of(), traces, Set.of(), Set.of(), null);
    }

    private static String message(SpanEvidence first, SpanEvidence second) {
        return Suite.warm().fixture("shop.OrderIT", first).fixture("shop.CartIT", second).findings().stream()
                .filter(finding -> finding.className().equals("shop.CartIT"))
                .map(Finding::message)
                .findFirst()
                .orElseThrow();
    }

    /** As in spring-petclinic, whose second Spring context executes schema.sql again. */
    @Test
    void aSecondSetOfUnnamedIndexesIsSaidToBeOneAsFarAsItIsSeen() {
        OtherTraces start = schema(
                created("index", "public.owners_last_name_idx"),
                created("index", "public.pets_name_idx"),
                created("table", "public.owners"));
        OtherTraces again =
                schema(created("index", "public.owners_last_name_idx1"), created("index", "public.pets_name_idx1"));

        assertThat(message(executing(14, start), executing(14, again)))
                .isEqualTo(
                        "`CartIT`'s class fixtures leave the schema changed: created index"
                                + " `public.owners_last_name_idx1`, created index `public.pets_name_idx1`. Each is a second copy"
                                + " of one that `OrderIT`'s class fixtures created, and PostgreSQL numbered its name; both"
                                + " executed 14 statements that change the schema, as when the application starts a second time");
        assertThat(message(executing(14, start), executing(2, again)))
                .endsWith(" created, and PostgreSQL numbered its name");
        assertThat(message(span(start), span(again))).endsWith(" created, and PostgreSQL numbered its name");
    }

    @Test
    void otherObjectsAreNoSecondSet() {
        OtherTraces start = schema(created("index", "public.pets_name_idx"), created("table", "public.pets"));
        SchemaChange copy = created("index", "public.pets_name_idx1");

        assertThat(message(executing(2, start), executing(2, schema(copy, created("table", "public.more")))))
                .doesNotContain("copy");
        assertThat(message(executing(2, start), executing(2, schema(created("index", "public.pets_other_idx1")))))
                .doesNotContain("copy");
        assertThat(message(executing(2, start), executing(2, schema(created("table", "public.pets_name_idx1")))))
                .doesNotContain("copy");
        assertThat(message(executing(2, start), executing(2, schema(created("index", "public.pets_name_idx")))))
                .doesNotContain("copy");
    }

    @Test
    void aSequenceHasOneFindingForTheWholeSuite() {
        Finding finding = only(Suite.warm()
                .test(PLACES, span(sequence("public.orders_id_seq", 1L, 20L)))
                .test(SHIPS, span(sequence("public.orders_id_seq", 20L, 35L))));

        assertThat(finding.message())
                .isEqualTo("`public.orders_id_seq` is advanced by 2 tests (1 → 35), first by `OrderIT.places`");
        assertThat(finding.className()).isEmpty();
        assertThat(finding.methodName()).isNull();
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.advice()).startsWith("Never assert on a generated id");
    }

    @Test
    void aSequenceThatOneTestAdvancesNamesIt() {
        assertThat(only(Suite.warm().test(PLACES, span(sequence("s.q", null, 3L))))
                        .message())
                .isEqualTo("`s.q` is advanced by `OrderIT.places` (up to 3)");
        assertThat(only(Suite.warm().test(PLACES, span(sequence("s.q", 9L, null))))
                        .message())
                .isEqualTo("`s.q` is advanced by `OrderIT.places` (set back to its start)");
    }

    @Test
    void fixturesThatAdvanceASequenceAreCountedByTheirClasses() {
        assertThat(only(Suite.warm()
                                .test(PLACES, span(sequence("s.q", 1L, 20L)))
                                .fixture("shop.OrderIT", span(sequence("s.q", null, 1L))))
                        .message())
                .isEqualTo("`s.q` is advanced by 1 test and the fixtures of 1 class (1 → 20), first by"
                        + " `OrderIT.places`");
        assertThat(only(Suite.warm()
                                .fixture("shop.OrderIT", span(sequence("s.q", 1L, 2L)))
                                .fixture("shop.CartIT", span(sequence("s.q", 2L, 3L))))
                        .message())
                .isEqualTo("`s.q` is advanced by the fixtures of 2 classes (1 → 3), first by `OrderIT`'s class"
                        + " fixtures");
    }

    @Test
    void eachSequenceHasItsFingerprintAndTheBusiestComesFirst() {
        List<Finding> findings = Suite.warm()
                .test(PLACES, span(sequence("s.a", 1L, 2L)))
                .test(SHIPS, span(sequence("s.b", 1L, 2L)))
                .fixture("shop.OrderIT", span(sequence("s.b", 2L, 3L)))
                .findings();

        assertThat(findings)
                .extracting(finding -> finding.message().substring(0, 5))
                .containsExactly("`s.b`", "`s.a`");
        assertThat(findings).extracting(Finding::fingerprint).doesNotHaveDuplicates();
    }

    @Test
    void whatSessionsStillHoldIsCountedAndDescribed() {
        OtherTraces traces = sessions(
                new OpenSessionState(
                        OpenSessionState.Kind.OPEN_TRANSACTION, "session 12 of app: update orders\n  set paid = $1"),
                new OpenSessionState(OpenSessionState.Kind.ADVISORY_LOCK, "session 12: lock 7"),
                new OpenSessionState(OpenSessionState.Kind.ADVISORY_LOCK, "session 12: lock 8"),
                new OpenSessionState(OpenSessionState.Kind.ADVISORY_LOCK, "session 12: lock 9"));
        Finding finding = only(Suite.warm().test(PLACES, span(traces)));

        assertThat(finding.rule()).isEqualTo("leaves-session");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message())
                .isEqualTo("`OrderIT.places` leaves 1 open transaction and 3 advisory locks behind: session 12 of app:"
                        + " update orders set paid = $1, session 12: lock 7, session 12: lock 8, and 1 more");
    }
}

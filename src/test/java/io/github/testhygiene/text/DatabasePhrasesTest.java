package io.github.testhygiene.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.OpenSessionState;
import io.github.testhygiene.model.SchemaChange;
import io.github.testhygiene.model.SequenceAdvance;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.report.SampleEvidence;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabasePhrasesTest {

    private static SqlUse sql(long statements, double millis, long ddl, Long connections, long tempBytes) {
        return new SqlUse(statements, millis, 0, ddl, ddl * 2.5, 1, connections, tempBytes, null);
    }

    @Test
    void statementsAreSaidWithWhatIsWorthIt() {
        assertThat(DatabasePhrases.statements(sql(14, 32.1, 0, 3L, 0)))
                .isEqualTo("14 statements, 32 ms on the server, 3 connections opened");
        assertThat(DatabasePhrases.statements(sql(1, 0.42, 0, 0L, 0))).isEqualTo("1 statement, 0.4 ms on the server");
        assertThat(DatabasePhrases.statements(sql(12_400, 1_230, 1, null, 2_500_000)))
                .isEqualTo("12,400 statements, 1.23 s on the server, 1 change of the schema (2.5 ms),"
                        + " 2.5 MB of temporary files");
        assertThat(DatabasePhrases.statements(sql(0, 0, 0, 1L, 0)))
                .isEqualTo("no statement that was counted, 1 connection opened");
    }

    @Test
    void aTablesChangeIsSaidAsPeopleSayIt() {
        assertThat(change(3, 0, 0, 0L, 3L)).isEqualTo("0 → 3 rows (+3)");
        assertThat(change(0, 0, 1, 2L, 1L)).isEqualTo("2 → 1 row (−1)");
        assertThat(change(2, 1, 4, 1_009L, 1_007L))
                .isEqualTo("1,009 → 1,007 rows (−2), 2 inserted, 4 deleted, 1 updated");
        assertThat(change(0, 2, 0, 5L, 5L)).isEqualTo("2 updated");
        assertThat(change(1, 0, 0, null, 3L)).isEqualTo("+1 row");
        assertThat(change(0, 0, 2, null, null)).isEqualTo("−2 rows");
        assertThat(change(0, 0, 0, null, null)).isEqualTo("changed");
    }

    private static String change(long inserted, long updated, long deleted, Long before, Long after) {
        return DatabasePhrases.change(SampleEvidence.change("t", inserted, updated, deleted, before, after));
    }

    @Test
    void aTruncatedLateOrTakenBackChangeIsToldAsSuch() {
        TableChange all = new TableChange("t", 0, 0, 6, true, 6L, 0L, List.of(), true, true);

        assertThat(DatabasePhrases.change(all)).isEqualTo("6 → 0 rows (−6), truncated");
        assertThat(DatabasePhrases.notes(all))
                .isEqualTo("truncated; partly committed after its end; taken back after the last test of its class");
        assertThat(DatabasePhrases.notes(SampleEvidence.change("t", 1, 0, 0, 0L, 1L)))
                .isEmpty();
    }

    @Test
    void tracesAreWords() {
        assertThat(DatabasePhrases.traces(SampleEvidence.TRACES))
                .containsExactly(
                        "created table public.import_scratch",
                        "sequence public.orders_id_seq unused → 12",
                        "work_mem of role shop is 64MB, was 4MB",
                        "open transaction: session 4711 (shop-pool-2), idle for 3 s after: update stock set reserved ="
                                + " $1");
        assertThat(DatabasePhrases.sequence(new SequenceAdvance("s", -4_000L, null)))
                .isEqualTo("s −4,000 → its start");
        assertThat(DatabasePhrases.schema(new SchemaChange(SchemaChange.Kind.DROPPED, "view", "public.v")))
                .isEqualTo("dropped view public.v");
        assertThat(DatabasePhrases.session(new OpenSessionState(OpenSessionState.Kind.ADVISORY_LOCK, "a\n  b")))
                .isEqualTo("advisory lock: a b");
    }
}

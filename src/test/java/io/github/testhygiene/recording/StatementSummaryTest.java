package io.github.testhygiene.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.SqlUse.Repeated;
import io.github.testhygiene.postgres.log.StatementCount;
import io.github.testhygiene.sql.TableNames;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementSummaryTest {

    private static final TableNames TABLES =
            new TableNames(List.of("public.account", "public.entry", "public.child", "audit.log"));

    private static StatementCount sent(String text, long calls, double millis, long rows) {
        return new StatementCount(text.hashCode(), text, true, calls, millis, rows, 0);
    }

    private static StatementCount nested(String text, long rows) {
        return new StatementCount(text.hashCode(), text, false, 1, 1, rows, 0);
    }

    private static StatementSummary summary(StatementCount... counts) {
        return StatementSummary.of(List.of(counts), new StatementTexts(), TABLES, true, 2L);
    }

    @Test
    void nothingComesToNothing() {
        assertThat(StatementSummary.of(List.of(), new StatementTexts(), TABLES, true, 0L)
                        .sql())
                .isEqualTo(SqlUse.NONE);
    }

    @Test
    void whatReachesDataIsCounted() {
        StatementSummary summary = summary(
                sent("BEGIN", 3, 1, 0),
                sent("SELECT $1", 7, 1, 7),
                sent("SET x = 1", 1, 1, 0),
                sent("select * from account where id = $1", 5, 2.5, 4),
                sent("insert into entry values ($1)", 2, 1.5, 2),
                sent("create index i on entry (x)", 1, 8, 0),
                nested("insert into audit.log values ($1)", 2));

        assertThat(summary.sql())
                .isEqualTo(
                        new SqlUse(8, 12, 6, 1, 8, 3, 2L, 0, new Repeated("select * from account where id = $1", 5)));
        assertThat(summary.tablesWritten()).containsExactly("audit.log", "public.entry");
        assertThat(summary.tablesNamed()).containsExactly("audit.log", "public.account", "public.entry");
        assertThat(summary.touchesSchema()).isTrue();
    }

    @Test
    void checksOfForeignKeysAndOurOwnStatementsAreNobodys() {
        StatementSummary summary = summary(
                nested(
                        "SELECT $2 FROM ONLY \"public\".\"account\" x WHERE \"id\" OPERATOR(pg_catalog.=) $1"
                                + " FOR KEY SHARE OF x",
                        1),
                sent("SELECT /* test-hygiene */ * FROM entry", 1, 1, 1),
                sent("DROP /* test-hygiene */ TABLE entry", 1, 1, 1));

        assertThat(summary.sql().statements()).isZero();
        assertThat(summary.tablesNamed()).isEmpty();
        assertThat(summary.touchesSchema()).isFalse();
    }

    @Test
    void aChangeThatFindsNoRowWritesNothing() {
        StatementSummary summary = summary(
                sent("delete from account where id = $1", 1, 1, 0),
                nested("DELETE FROM ONLY \"public\".\"child\" WHERE $1 OPERATOR(pg_catalog.=) \"account_id\"", 0),
                sent("truncate entry", 1, 1, 0));

        assertThat(summary.tablesWritten()).containsExactly("public.entry");
        assertThat(summary.tablesNamed()).containsExactly("public.account", "public.child", "public.entry");
    }

    @Test
    void aStatementOnATableThatWasMadeAgainIsTheSameStatement() {
        StatementCount again = new StatementCount(99, "select * from entry", true, 4, 0, 0, 0);
        StatementSummary summary = summary(
                sent("select * from entry", 4, 0, 0),
                again,
                sent("select * from account", 7, 0, 0),
                sent("select * from pg_catalog.pg_type", 100, 0, 0),
                sent("select * from pg_class", 100, 0, 0),
                sent("select nextval($1)", 100, 0, 100),
                sent("insert into entry values ($1)", 100, 0, 100));

        assertThat(summary.sql().distinct()).isEqualTo(6);
        assertThat(summary.sql().repeated()).isEqualTo(new Repeated("select * from entry", 8));
    }

    @Test
    void ofQueriesExecutedEquallyOftenTheFirstByItsTextIsTold() {
        assertThat(summary(sent("select 2 from entry", 3, 0, 0), sent("select 1 from entry", 3, 0, 0))
                        .sql()
                        .repeated())
                .isEqualTo(new Repeated("select 1 from entry", 3));
    }

    @Test
    void aBlockMayChangeTheSchemaUnseen() {
        StatementCount block = sent("DO $$ BEGIN PERFORM f(); END $$", 1, 1, 0);

        assertThat(StatementSummary.of(List.of(block), new StatementTexts(), TABLES, true, null)
                        .touchesSchema())
                .isFalse();
        assertThat(StatementSummary.of(List.of(block), new StatementTexts(), TABLES, false, null)
                        .touchesSchema())
                .isTrue();
        assertThat(summary(block, nested("ALTER TABLE entry ADD x int", 0)).touchesSchema())
                .isTrue();
        assertThat(summary(sent("CREATE TEMP TABLE x ()", 1, 1, 0)).touchesSchema())
                .isFalse();
    }

    @Test
    void countsAreNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> sent("SELECT 1", -1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> sent("SELECT 1", 1, Double.NaN, 0));
    }
}

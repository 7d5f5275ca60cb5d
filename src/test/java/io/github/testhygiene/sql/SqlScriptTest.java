package io.github.testhygiene.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {

    @Test
    void statementsKnowTheirLine() {
        assertThat(SqlScript.split("-- first\nSELECT 1;\n\n/* two\nlines */ SELECT\n 2;SELECT 3"))
                .containsExactly(
                        new SqlScript.Command(2, "SELECT 1"),
                        new SqlScript.Command(5, "SELECT\n 2"),
                        new SqlScript.Command(6, "SELECT 3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ';'",
                "SELECT 'it''s; \\'",
                "SELECT E'it\\'s; here'",
                "SELECT E'it''s \\'here\\'; or not'",
                "SELECT E'one'\n  'two\\'; three'",
                "SELECT E'one' -- a part\n -- and another\n '\\'; two'",
                "SELECT 'one\\' 'two; three'",
                "SELECT \"a;b\"",
                "SELECT $$;$$",
                "SELECT $tag$ ; $$ ; $tag$",
                "SELECT 1 -- ;",
                "SELECT /* ; /* ; */ ; */ 1",
                "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; DELETE FROM b)",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END",
                "SELECT a_$b FROM t"
            })
    void aSemicolonInsideSomethingDoesNotEndAStatement(String statement) {
        assertThat(SqlScript.split(statement + "\n;\nSELECT 2;"))
                .extracting(SqlScript.Command::sql)
                .containsExactly(statement.strip(), "SELECT 2");
    }

    @Test
    void nothingIsNoStatement() {
        assertThat(SqlScript.split(" \n;; -- x\n /* y")).isEmpty();
    }

    @Test
    void whatOnlyPsqlUnderstandsIsSeen() {
        List<SqlScript.Command> commands =
                SqlScript.split("\\connect other\nSELECT 1;\nCOPY t (a) FROM stdin;\nSELECT 'COPY a FROM stdin'");

        assertThat(commands).extracting(SqlScript.Command::psqlOnly).containsExactly(true, false, true, false);
        assertThat(commands.get(1).line()).isEqualTo(2);
    }

    @Test
    void aCopyThatReadsNoInputIsUnderstoodByTheServer() {
        assertThat(SqlScript.split("COPY t TO '/tmp/x' -- FROM STDIN\n;COPY (SELECT 1 FROM stdin) TO '/tmp/x';"
                        + "COPY t /* a */ (b) FROM /* c */ STDIN WITH (FORMAT csv)"))
                .extracting(SqlScript.Command::psqlOnly)
                .containsExactly(false, false, true);
    }

    @Test
    void otherWhiteSpaceIsNoStatement() {
        assertThat(SqlScript.split("SELECT 1;\u3000\n;\u2003"))
                .extracting(SqlScript.Command::sql)
                .containsExactly("SELECT 1");
    }
}

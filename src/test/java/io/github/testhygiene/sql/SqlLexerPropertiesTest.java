package io.github.testhygiene.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the tokens of every text, and for the statements of every script. */
class SqlLexerPropertiesTest {

    /** What a test compares of a token. */
    private record Content(SqlToken.Type type, String text) {}

    @Provide
    Arbitrary<String> scripts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "select",
                "BEGIN",
                "atomic",
                "case",
                "end",
                "t_$1",
                "\"a;b\"\"c\"",
                "U&\"d;\"",
                "'it''s; \\'",
                "E'\\';\\\\'",
                "e'a;'\n '\\';'",
                "U&'\\003b;'",
                "$$;'$$",
                "$a$ ; $$ ; $a$",
                "$1",
                "1.5e3",
                "(",
                ")",
                ";",
                ";",
                ",",
                "::",
                "-- a; 'b\n",
                "-- a\r",
                "/* a; /* 'b */ $$ */",
                "'",
                "\"",
                "$$",
                "$b$",
                "/*",
                "*/",
                "E'",
                "ä");
        Arbitrary<String> gaps = Arbitraries.of("", " ", "\n", "\t\r\n", "/**/", "--\n");
        return Combinators.combine(pieces, gaps)
                .as(String::concat)
                .list()
                .ofMaxSize(25)
                .map(list -> String.join("", list));
    }

    @Property
    void anyTextIsItsTokensAndTheGapsBetweenThem(@ForAll String text) {
        assertTokensAndGaps(text);
    }

    @Property(tries = 3000)
    void aScriptIsItsTokensAndTheGapsBetweenThem(@ForAll @From("scripts") String script) {
        assertTokensAndGaps(script);
    }

    @Property(tries = 3000)
    void aTokenAloneIsTheSameToken(@ForAll @From("scripts") String script) {
        for (SqlToken token : SqlLexerTest.tokens(script)) {
            assertThat(contents(script.substring(token.start(), token.end()))).containsExactly(content(token));
        }
    }

    @Property(tries = 3000)
    void theStatementsOfAScriptHaveTheTokensOfTheScript(@ForAll @From("scripts") String script) {
        List<SqlScript.Command> commands = SqlScript.split(script);
        // To psql its rest of the line is no SQL.
        Assume.that(commands.stream().noneMatch(command -> command.sql().startsWith("\\")));

        assertThat(commands)
                .flatMap(command -> withoutSemicolons(command.sql()))
                .isEqualTo(withoutSemicolons(script.strip()));
    }

    @Property
    void aStatementOfAScriptIsOneStatement(@ForAll @From("scripts") String script) {
        assertThat(SqlScript.split(script)).allSatisfy(command -> assertThat(SqlScript.split(command.sql()))
                .containsExactly(new SqlScript.Command(1, command.sql())));
    }

    @Example
    void lengthIsNoDanger() {
        int many = 100_000;
        assertThat(SqlScript.split("SELECT 1;\n".repeat(many)))
                .hasSize(many)
                .endsWith(new SqlScript.Command(many, "SELECT 1"));
        assertThat(SqlScript.split("SELECT 'a' " + "-- b\n".repeat(many) + "; SELECT 2"))
                .hasSize(2);
        assertThat(SqlScript.split("SELECT " + "E'\\''\n".repeat(many))).hasSize(1);
        assertThat(SqlScript.split("SELECT " + "/*".repeat(many) + "*/".repeat(many) + "$a".repeat(many)))
                .hasSize(1);
    }

    private static void assertTokensAndGaps(String text) {
        StringBuilder again = new StringBuilder();
        for (SqlToken token : SqlLexerTest.tokens(text)) {
            assertThat(token.end()).isGreaterThan(token.start());
            String gap = text.substring(again.length(), token.start());
            assertThat(contents(gap)).isEmpty();
            again.append(gap).append(text, token.start(), token.end());
        }
        String gap = text.substring(again.length());
        assertThat(contents(gap)).isEmpty();
        assertThat(again.append(gap)).hasToString(text);
    }

    private static List<Content> contents(String text) {
        return SqlLexerTest.tokens(text).stream()
                .map(SqlLexerPropertiesTest::content)
                .toList();
    }

    private static List<Content> withoutSemicolons(String text) {
        return contents(text).stream()
                .filter(content -> !content.text().equals(";"))
                .toList();
    }

    private static Content content(SqlToken token) {
        return new Content(token.type(), token.text());
    }
}

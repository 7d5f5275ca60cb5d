package io.github.testhygiene.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.sql.SqlToken.Type;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlLexerTest {

    @Test
    void aTokenKnowsItsPlace() {
        assertThat(tokens("Select  \"A \"\"b\"/* c */, 1.5e-3"))
                .containsExactly(
                        new SqlToken(Type.WORD, "select", 0, 6),
                        new SqlToken(Type.QUOTED, "A \"b", 8, 15),
                        new SqlToken(Type.SYMBOL, ",", 22, 23),
                        new SqlToken(Type.VALUE, "", 24, 30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'it''s; \\'",
                "E'it\\'s; ''here'''",
                "e'one'\n  'two\\'; three'",
                "E'one' -- a part\n -- and another\r\n '\\'; two'",
                "U&'\\0041'",
                "b'01'",
                "X'1f'",
                "n'a'",
                "$$;$$",
                "$tag$ ; $$ ; $tag$",
                "$ä1$ $a$ $ä1$",
                "$12",
                "0x_1F",
                ".5",
                "1_000.25"
            })
    void aValueIsOneToken(String value) {
        assertThat(tokens(value)).containsExactly(new SqlToken(Type.VALUE, "", 0, value.length()));
    }

    @Test
    void twoStringsInOneLineAreTwo() {
        assertThat(tokens("'one\\' 'two; three'")).hasSize(2);
        assertThat(tokens("'one' /* \n */ 'two'")).hasSize(2);
    }

    @Test
    void aNameMayHaveADollarAndEscapes() {
        assertThat(tokens("a_$b$ U&\"a;b\" äÖ")).extracting(SqlToken::text).containsExactly("a_$b$", "a;b", "äÖ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a", "E'a\\'", "\"a", "$$ $a$", "/* /* */", "'a'\n'b"})
    void whatIsNeverClosedIsSeen(String text) {
        SqlLexer lexer = new SqlLexer("x " + text);
        lexer.next();
        lexer.next();

        assertThat(lexer.next()).isEqualTo(new SqlToken(Type.END, "", text.length() + 2, text.length() + 2));
        assertThat(lexer.cut()).isTrue();
    }

    @Test
    void aLineCanBeSkipped() {
        SqlLexer lexer = new SqlLexer("\\echo it's\nselect");

        assertThat(lexer.next().is("\\")).isTrue();
        assertThat(lexer.skipLine()).isEqualTo(10);
        assertThat(lexer.next().is("select")).isTrue();
        assertThat(lexer.skipLine()).isEqualTo(17);
        assertThat(lexer.next().type()).isEqualTo(Type.END);
    }

    static List<SqlToken> tokens(String text) {
        SqlTokens tokens = SqlTokens.of(text);
        List<SqlToken> all = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            all.add(tokens.at(i));
        }
        return all;
    }
}

package io.github.testhygiene.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens of a statement, and the names among them. */
final class SqlTokens {

    private final List<SqlToken> tokens;
    private final boolean cut;

    private SqlTokens(List<SqlToken> tokens, boolean cut) {
        this.tokens = List.copyOf(tokens);
        this.cut = cut;
    }

    /** Returns the tokens of a text. */
    static SqlTokens of(String text) {
        SqlLexer lexer = new SqlLexer(text);
        List<SqlToken> tokens = new ArrayList<>();
        SqlToken token = lexer.next();
        while (token.type() != SqlToken.Type.END) {
            tokens.add(token);
            token = lexer.next();
        }
        return new SqlTokens(tokens, lexer.cut());
    }

    /**
     * A name with its qualifiers.
     *
     * @param parts the name last
     * @param end the index of the token behind it
     */
    record Name(List<String> parts, int end) {

        /** Whether it says that it is a temporary object. */
        boolean temporary() {
            return parts.size() > 1 && parts.get(parts.size() - 2).startsWith("pg_temp");
        }

        /** The table of a column; null if the name has no qualifier. */
        @Nullable
        Name withoutLast() {
            return parts.size() > 1 ? new Name(parts.subList(0, parts.size() - 1), end) : null;
        }
    }

    /** The token at an index; {@link SqlToken#END} where there is none. */
    SqlToken at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : SqlToken.END;
    }

    int size() {
        return tokens.size();
    }

    /** Whether the words stand here, one behind the other. */
    boolean are(int index, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!at(index + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** The name that begins here; null if none does. */
    @Nullable
    Name nameAt(int index) {
        if (!at(index).isName()) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        parts.add(at(index).text());
        int end = index + 1;
        while (at(end).is(".") && at(end + 1).isNamePart()) {
            parts.add(at(end + 1).text());
            end += 2;
        }
        return new Name(List.copyOf(parts), end);
    }

    /** The parts of a text that is one name, in which keywords are allowed. */
    List<String> parts() {
        return tokens.stream().filter(SqlToken::isNamePart).map(SqlToken::text).toList();
    }

    /** Whether the text ends inside a string, a comment, a name or a parenthesis, or has one too many. */
    boolean broken() {
        int depth = 0;
        for (SqlToken token : tokens) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth < 0) {
                return true;
            }
        }
        return cut || depth > 0;
    }

    /** Where the word stands outside of parentheses; the end if it does not. */
    int find(String word, int from) {
        int index = from;
        while (index < size() && !at(index).is(word)) {
            index = at(index).is("(") ? behindParentheses(index) : index + 1;
        }
        return index;
    }

    /** Where it goes on behind the parenthesis that opens here; the end if that is never closed. */
    int behindParentheses(int from) {
        int depth = 0;
        int index = from;
        do {
            depth += at(index).is("(") ? 1 : at(index).is(")") ? -1 : 0;
            index++;
        } while (depth > 0 && index < size());
        return index;
    }
}

package io.github.testhygiene.sql;

import java.util.Set;

/**
 * A token of SQL: a word, a name, a value or a symbol, and its place in the text.
 *
 * @param type what it is
 * @param text a word in lower case, a quoted name without its quotes, a symbol as it stands; empty for all else
 * @param start where it begins in the text
 * @param end where it ends
 */
record SqlToken(Type type, String text, int start, int end) {

    /** What stands where there is no token. */
    static final SqlToken END = new SqlToken(Type.END, "", 0, 0);

    enum Type {
        /** A keyword or a name without quotes. */
        WORD,
        /** A name in double quotes. */
        QUOTED,
        /** A string, a number or a parameter such as {@code $1}. */
        VALUE,
        /** One character of an operator or of punctuation. */
        SYMBOL,
        END
    }

    /** Whether it is this keyword or this symbol. */
    boolean is(String wordOrSymbol) {
        return (type == Type.WORD || type == Type.SYMBOL) && text.equals(wordOrSymbol);
    }

    /** Whether it is one of these keywords. */
    boolean isAny(Set<String> words) {
        return type == Type.WORD && words.contains(text);
    }

    /** Whether a table can have this name. */
    boolean isName() {
        return type == Type.QUOTED || (type == Type.WORD && !SqlWords.RESERVED.contains(text));
    }

    /** Whether it can stand behind the dot of a name: any keyword can. */
    boolean isNamePart() {
        return type == Type.QUOTED || type == Type.WORD;
    }
}

package io.github.testhygiene.sql;

/** Names and values as they stand in SQL. */
public final class SqlText {

    private SqlText() {}

    /** A name in double quotes. */
    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A value in single quotes, safe whatever {@code standard_conforming_strings} is. */
    public static String literal(String value) {
        String quoted = "'" + value.replace("'", "''") + "'";
        return value.indexOf('\\') < 0 ? quoted : " E" + quoted.replace("\\", "\\\\");
    }
}

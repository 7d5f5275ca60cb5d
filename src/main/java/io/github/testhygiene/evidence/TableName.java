package io.github.testhygiene.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * A table's name, taken apart.
 *
 * @param parts the identifiers as the catalog holds them, the table last; never empty
 */
record TableName(List<String> parts) {

    /** Copies the list. */
    TableName {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a name as PostgreSQL does: what is not quoted is folded to lower case.
     *
     * @param text for example {@code audit}, {@code Public.Audit} or {@code public."Order Items"}
     * @return the name
     */
    static TableName parse(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                part.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (quoted || !Character.isWhitespace(c)) {
                part.append(quoted ? c : folded(c));
            }
        }
        parts.add(part.toString());
        return new TableName(parts);
    }

    /**
     * Whether another name, with its schema, is that of this table.
     *
     * @param full the other name
     * @return true if so; where this name has no schema, any will do
     */
    boolean names(TableName full) {
        int missing = full.parts.size() - parts.size();
        return missing >= 0 && full.parts.subList(missing, full.parts.size()).equals(parts);
    }

    /** The name without its schema. */
    String unqualified() {
        return parts.get(parts.size() - 1);
    }

    /** PostgreSQL folds ASCII, and in UTF-8 nothing else. */
    private static char folded(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}

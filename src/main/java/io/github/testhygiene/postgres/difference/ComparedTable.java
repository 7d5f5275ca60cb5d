package io.github.testhygiene.postgres.difference;

import io.github.testhygiene.sql.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table as far as its rows can be compared and written back.
 *
 * @param name as PostgreSQL writes it, with its schema
 * @param view whether it is a materialized view, whose rows nobody can write
 * @param hasChildren whether other tables inherit from it, so that SQL about it alone has to say ONLY
 * @param columns in its order
 * @param key the names of its primary key's columns, in the key's order; empty if it has none
 */
public record ComparedTable(String name, boolean view, boolean hasChildren, List<Column> columns, List<String> key) {

    /** Copies the collections. */
    public ComparedTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /**
     * A column.
     *
     * @param name not quoted
     * @param quoted the name as SQL writes it
     * @param type its type, with length and precision
     * @param generated whether the server computes it
     * @param alwaysIdentity whether the server numbers it, and refuses other values unless told not to
     */
    record Column(String name, String quoted, String type, boolean generated, boolean alwaysIdentity) {

        private static final Pattern BARE =
                Pattern.compile("(smallint|integer|bigint|oid|numeric|real|double precision|boolean)(\\(.*)?");
        private static final Pattern NUMBER_OR_TRUTH = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?|true|false");

        /** Whether SQL wants no quotes around most values: numbers and truth values. */
        boolean bare() {
            return BARE.matcher(type).matches();
        }

        /** A value as it stands in SQL. */
        String literal(String text) {
            return bare() && NUMBER_OR_TRUTH.matcher(text).matches()
                    ? text
                    : SqlText.literal(text).strip();
        }
    }

    /** The columns that can be written. */
    List<Column> written() {
        return columns.stream().filter(column -> !column.generated()).toList();
    }

    /** The columns that identify a row, in the key's order. */
    List<Column> keyColumns() {
        return key.stream().map(this::column).flatMap(Optional::stream).toList();
    }

    private Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    /** Names are unique in a database, and this is looked up often. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}

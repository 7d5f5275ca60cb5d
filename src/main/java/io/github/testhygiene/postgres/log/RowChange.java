package io.github.testhygiene.postgres.log;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row that a committed transaction inserted, updated or deleted.
 *
 * @param table the table's name as PostgreSQL writes it, with its schema, for example {@code public."Order Items"}; of a
 *     partitioned table, the partition's
 * @param operation what was done
 * @param before the row as it was, as far as the table's replica identity has it written down; null for an insertion,
 *     for an update that left the key of the replica identity alone, and where nothing was written down
 * @param after the row as it is; null for a deletion, and where nothing was written down
 */
public record RowChange(
        String table,
        Operation operation,
        @Nullable Row before,
        @Nullable Row after) {

    /** What is done to a row. */
    public enum Operation {
        /** It is new. */
        INSERT,
        /** It has other contents, or was written again as it was. */
        UPDATE,
        /** It is gone. */
        DELETE
    }

    /** Checks that the table and the operation are given. */
    public RowChange {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(operation, "operation");
    }

    /**
     * By how many rows the table grows.
     *
     * @return 1, 0 or -1
     */
    public int growth() {
        return switch (operation) {
            case INSERT -> 1;
            case UPDATE -> 0;
            case DELETE -> -1;
        };
    }

    /**
     * A row's columns.
     *
     * @param columns in the table's order; of a row as it was, those that are not null
     * @param complete whether a column that is missing here is null; if not, it is unknown
     */
    public record Row(List<Column> columns, boolean complete) {

        /** Copies the list. */
        public Row {
            columns = List.copyOf(columns);
        }

        /**
         * Looks a column up.
         *
         * @param name not quoted
         * @return the column; empty if it is missing here
         */
        public Optional<Column> column(String name) {
            return columns.stream().filter(column -> column.name().equals(name)).findFirst();
        }
    }

    /**
     * A column's value. Two values are equal exactly if text and digest are.
     *
     * @param name not quoted
     * @param text the value in PostgreSQL's text form, or its beginning if it is long; null for SQL's null, and if it is
     *     unchanged
     * @param digest of the whole value, in hexadecimal digits, if the text is only its beginning; else null
     * @param quoted whether SQL wants quotes around the value: false for numbers, truth values and null
     * @param unchangedToast whether the value was left as it was, and not written down because it is large
     */
    public record Column(
            String name, @Nullable String text, @Nullable String digest, boolean quoted, boolean unchangedToast) {

        /** Checks that only a value has a digest. */
        public Column {
            Objects.requireNonNull(name, "name");
            if (text == null && digest != null) {
                throw new IllegalArgumentException("a digest of no value in column " + name);
            }
        }

        /**
         * Whether the value is SQL's null.
         *
         * @return false also if the value is not known
         */
        public boolean isNull() {
            return text == null && !unchangedToast;
        }
    }
}

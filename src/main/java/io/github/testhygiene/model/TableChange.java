package io.github.testhygiene.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a span of the reference run committed to one table and did not take back. Rows are matched by primary key; a
 * table without one is compared as a bag of whole rows, in which a changed row is one deleted and one inserted.
 *
 * @param table the table's name as PostgreSQL writes it, with its schema, for example {@code public."Order Items"}
 * @param inserted rows that are there now and were not before; not negative
 * @param updated rows that are there as before with other contents; not negative
 * @param deleted rows that were there and are gone, those of a {@code TRUNCATE} included; not negative
 * @param truncated whether the table was truncated
 * @param before how many rows the table had before; null if unknown
 * @param after how many it has after; null if unknown
 * @param sample up to five of the rows, in words, values cut at 80 characters, secrets masked
 * @param late whether some of it was committed after the span's end
 * @param takenBack whether the fixtures of the test's class took it back after the class's last test
 */
public record TableChange(
        String table,
        long inserted,
        long updated,
        long deleted,
        boolean truncated,
        @Nullable Long before,
        @Nullable Long after,
        List<String> sample,
        boolean late,
        boolean takenBack) {

    /** Checks that counts are not negative; copies the list. */
    public TableChange {
        Objects.requireNonNull(table, "table");
        if (inserted < 0 || updated < 0 || deleted < 0) {
            throw new IllegalArgumentException("negative count of rows in " + table);
        }
        sample = List.copyOf(sample);
    }

    /**
     * By how many rows the table has grown.
     *
     * @return negative if it has shrunk
     */
    public long growth() {
        return inserted - deleted;
    }
}

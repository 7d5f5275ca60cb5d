package io.github.testhygiene.postgres.difference;

import io.github.testhygiene.model.LeftItem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One row by which two databases differ. Its place addresses it in every copy of the database too, since copies are
 * copies of files.
 *
 * @param table the table
 * @param before where the row is in the database as it was (its {@code ctid}); null if it was not there
 * @param after where the row is in the database as it was left; null if it is not there any more
 */
public record LeftRow(
        ComparedTable table,
        /** Copies the collections. */
        @Nullable String before,
        @Nullable String after) {

    public LeftRow {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a row that is nowhere in " + table.name());
        }
    }

    Kind kind() {
        if (before == null) {
            return Kind.INSERTED;
        }
        return after == null ? Kind.DELETED : Kind.UPDATED;
    }

    /** Its place in one of the two. */
    @Nullable
    String place(boolean inBefore) {
        return inBefore ? before : after;
    }
}

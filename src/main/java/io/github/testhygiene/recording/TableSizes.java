package io.github.testhygiene.recording;

import io.github.testhygiene.postgres.log.RowChange;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** How many rows each table has, at every point of the stream of all changes from the first one on. */
final class TableSizes {

    private static final Size UNCHANGED = new Size(false, 0);

    private final Map<String, Size> sizes = new HashMap<>();

    /**
     * A table's number of rows.
     *
     * @param absolute whether {@code rows} is that number; if not, it is what was added to the number at the beginning
     * @param rows of an absolute size not negative, if everything was seen
     */
    record Size(boolean absolute, long rows) {

        Size plus(long growth) {
            return growth == 0 ? this : new Size(absolute, rows + growth);
        }

        /** The number, if that at the beginning of the stream is known or does not matter. */
        OptionalLong given(OptionalLong initial) {
            if (absolute) {
                return OptionalLong.of(rows);
            }
            return initial.isPresent() ? OptionalLong.of(initial.getAsLong() + rows) : OptionalLong.empty();
        }
    }

    /** Follows a change; the answer is the size of its table before it. */
    Size add(RowChange change) {
        Size before = now(change.table());
        sizes.put(change.table(), before.plus(change.growth()));
        return before;
    }

    /** The table is empty now, as after a {@code TRUNCATE} or when it is created; the answer is its size before. */
    Size emptied(String table) {
        Size before = now(table);
        sizes.put(table, new Size(true, 0));
        return before;
    }

    /** The size at this point of the stream. */
    Size now(String table) {
        return sizes.getOrDefault(table, UNCHANGED);
    }
}

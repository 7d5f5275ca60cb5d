package io.github.testhygiene.recording;

import io.github.testhygiene.postgres.Catalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells where a table takes the place of another of the same name, which the change log does not show: what was in the
 * old one is gone then. Asked along the log, in its order.
 */
final class TableBirths {

    private final List<Mark> marks;
    private final Map<String, Long> births;

    /**
     * With what is known already.
     *
     * @param first the schema before the first boundary
     * @param marks the run's boundaries
     */
    TableBirths(Catalog first, List<Mark> marks) {
        this.births = new HashMap<>(first.tables());
        this.marks = marks;
    }

    /**
     * Whether a table is a new one since it was last asked for.
     *
     * @param table its name
     * @param xid the transaction that changes its rows now
     * @param interval the stretch of time in which that was committed
     */
    boolean isNew(String table, long xid, int interval) {
        Long birth = catalog(interval + 1).get(table);
        if (birth == null || birth.equals(births.get(table)) || TransactionNumbers.isBefore(xid, birth)) {
            return false;
        }
        births.put(table, birth);
        return true;
    }

    /**
     * The tables that took the place of others before a boundary, and in which no row was changed since.
     *
     * @param boundary the boundary's number
     */
    List<String> replacedBefore(int boundary) {
        List<String> replaced = new ArrayList<>();
        catalog(boundary).forEach((table, birth) -> {
            Long before = births.put(table, birth);
            if (before != null && !before.equals(birth)) {
                replaced.add(table);
            }
        });
        return replaced;
    }

    /** Empty where the schema did not change. */
    private Map<String, Long> catalog(int boundary) {
        @Nullable
        Catalog catalog = boundary < 0 || boundary >= marks.size()
                ? null
                : marks.get(boundary).reading().catalog();
        return catalog == null ? Map.of() : catalog.tables();
    }
}

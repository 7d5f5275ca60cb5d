package io.github.testhygiene.recording;

import io.github.testhygiene.recording.ValueChanges.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells where a table takes the place of another of the same name, which the change log does not show: what was in the
 * old one is gone then. Asked along the log, in its order.
 */
final class TableReplacements {

    private final List<BoundaryMark> marks;
    private final Map<String, Long> births = new HashMap<>();

    /** With the boundaries, each of which knows the tables that are new since the one before. */
    TableReplacements(List<BoundaryMark> marks) {
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
        for (Change<String, Long> change : tables(interval + 1)) {
            Long birth = change.after();
            if (birth != null && change.key().equals(table)) {
                return !TransactionNumbers.isBefore(xid, birth) && !birth.equals(births.put(table, birth));
            }
        }
        return false;
    }

    /**
     * The tables that took the place of others before a boundary, and in which no row was changed since.
     *
     * @param boundary the boundary's number
     */
    List<String> replacedBefore(int boundary) {
        List<String> replaced = new ArrayList<>();
        for (Change<String, Long> change : tables(boundary)) {
            Long birth = change.after();
            if (birth != null) {
                boolean told = birth.equals(births.put(change.key(), birth));
                if (!told && change.before() != null) {
                    replaced.add(change.key());
                }
            }
        }
        return replaced;
    }

    private List<Change<String, Long>> tables(int boundary) {
        return boundary < 0 || boundary >= marks.size()
                ? List.of()
                : marks.get(boundary).reading().differences().tables();
    }
}

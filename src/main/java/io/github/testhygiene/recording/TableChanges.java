package io.github.testhygiene.recording;

import io.github.testhygiene.model.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts together what one owner changed at several times. */
final class TableChanges {

    private static final int SAMPLES = 5;

    private TableChanges() {}

    /** Both together, by table. Where later ones delete, they are taken for having deleted what the earlier ones inserted. */
    static List<TableChange> added(List<TableChange> earlier, List<TableChange> later) {
        Map<String, TableChange> byTable = new TreeMap<>();
        earlier.forEach(change -> byTable.put(change.table(), change));
        later.forEach(change -> byTable.merge(change.table(), change, TableChanges::sum));
        return byTable.values().stream().filter(TableChanges::isChange).toList();
    }

    private static boolean isChange(TableChange change) {
        return change.truncated() || change.inserted() + change.updated() + change.deleted() > 0;
    }

    private static TableChange sum(TableChange earlier, TableChange later) {
        long cancelled = Math.min(earlier.inserted(), later.deleted());
        List<String> sample = new ArrayList<>(earlier.sample());
        sample.addAll(later.sample());
        return new TableChange(
                earlier.table(),
                earlier.inserted() + later.inserted() - cancelled,
                earlier.updated() + later.updated(),
                earlier.deleted() + later.deleted() - cancelled,
                earlier.truncated() || later.truncated(),
                earlier.before(),
                // Others may have changed the table between the two: what this owner made of it is a sum.
                earlier.after() == null ? null : (Long) (earlier.after() + later.growth()),
                sample.subList(0, Math.min(SAMPLES, sample.size())),
                earlier.late() || later.late(),
                earlier.takenBack() || later.takenBack());
    }

    /** The same change as one that the fixtures of the class took back. */
    static TableChange takenBack(TableChange change) {
        return new TableChange(
                change.table(),
                change.inserted(),
                change.updated(),
                change.deleted(),
                change.truncated(),
                change.before(),
                change.after(),
                change.sample(),
                change.late(),
                true);
    }
}

package io.github.testhygiene.recording;

import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which tables the fixtures of a test's classes made as small again as the class had found them, or smaller. */
final class RevertedTables {

    private final Map<TestId, List<String>> classes;
    private final Map<String, Set<String>> tables = new HashMap<>();

    /**
     * From what was left in the whole run.
     *
     * @param classes the classes around each test, as {@link EnclosingClasses} gives them
     * @param rows what each owner left
     */
    RevertedTables(Map<TestId, List<String>> classes, Map<ChangeOwner, List<TableChange>> rows) {
        this.classes = classes;
        Map<String, Map<String, Long>> grown = new HashMap<>();
        rows.forEach((owner, changes) -> {
            if (owner instanceof ChangeOwner.Test test) {
                for (String className : classes.getOrDefault(test.id(), List.of())) {
                    Map<String, Long> ofClass = grown.computeIfAbsent(className, absent -> new HashMap<>());
                    changes.forEach(change -> ofClass.merge(change.table(), change.growth(), Long::sum));
                }
            }
        });
        rows.forEach((owner, changes) -> {
            if (owner instanceof ChangeOwner.Fixtures fixtures) {
                Map<String, Long> ofTests = grown.getOrDefault(fixtures.className(), Map.of());
                for (TableChange change : changes) {
                    if (change.deleted() > 0 && change.growth() + ofTests.getOrDefault(change.table(), 0L) <= 0) {
                        tables.computeIfAbsent(fixtures.className(), absent -> new HashSet<>())
                                .add(change.table());
                    }
                }
            }
        });
    }

    /** The same changes, marked where they were taken back. */
    List<TableChange> marked(TestId id, List<TableChange> left) {
        return left.stream()
                .map(change -> isTakenBack(id, change.table()) ? TableChanges.takenBack(change) : change)
                .toList();
    }

    private boolean isTakenBack(TestId id, String table) {
        return classes.getOrDefault(id, List.of()).stream()
                .anyMatch(className -> tables.getOrDefault(className, Set.of()).contains(table));
    }
}

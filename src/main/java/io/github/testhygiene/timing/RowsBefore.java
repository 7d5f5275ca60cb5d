package io.github.testhygiene.timing;

import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How many rows the tests and class fixtures before a test left, going by what each of them left in the reference run.
 */
final class RowsBefore {

    private final Map<TestId, List<Left>> byTest = new HashMap<>();
    private final Map<String, List<Left>> byFixture = new HashMap<>();
    private final Map<TestId, String> classes = new HashMap<>();
    private final Set<String> grown = new HashSet<>();

    /** Rows that stay at least until the class's last test has run. */
    private record Left(String table, long rows, boolean takenBack) {}

    RowsBefore(DatabaseEvidence database, List<TestTimes> tests) {
        tests.forEach(test -> classes.put(test.id(), test.className()));
        database.tests().forEach((id, span) -> put(byTest, id, span));
        database.fixtures().forEach(fixture -> put(byFixture, fixture.className(), fixture.evidence()));
    }

    private <K> void put(Map<K, List<Left>> places, K key, SpanEvidence span) {
        List<TableChange> changes = span.rowsLeft() == null ? List.of() : span.rowsLeft();
        List<Left> left = changes.stream()
                .filter(change -> change.growth() > 0)
                .map(change -> new Left(change.table(), change.growth(), change.takenBack()))
                .toList();
        if (!left.isEmpty()) {
            left.forEach(each -> grown.add(each.table()));
            places.merge(key, left, (one, other) -> List.copyOf(concat(one, other)));
        }
    }

    private static <T> List<T> concat(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** The tables among those that a test names in which anything was left at all. */
    Set<String> grown(Set<String> named) {
        Set<String> tables = new TreeSet<>(named);
        tables.retainAll(grown);
        return tables;
    }

    /** The rows that stand in these tables when an execution starts, by table; tables without any are missing. */
    Map<String, Long> of(Execution execution, Set<String> tables) {
        Map<String, Long> rows = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (TestId earlier : execution.before()) {
            String className = classes.getOrDefault(earlier, "");
            boolean sameClass = className.equals(execution.className());
            count(byTest.getOrDefault(earlier, List.of()), sameClass, tables, rows);
            // Those of its own class were there in every execution of the test, so they explain no difference.
            if (!sameClass && seen.add(className)) {
                count(byFixture.getOrDefault(className, List.of()), false, tables, rows);
            }
        }
        return rows;
    }

    private static void count(List<Left> left, boolean withTakenBack, Set<String> tables, Map<String, Long> rows) {
        for (Left each : left) {
            if (tables.contains(each.table()) && (withTakenBack || !each.takenBack())) {
                rows.merge(each.table(), each.rows(), Long::sum);
            }
        }
    }
}

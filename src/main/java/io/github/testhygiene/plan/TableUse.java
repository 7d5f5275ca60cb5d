package io.github.testhygiene.plan;

import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.TableChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which tables each unit of a suite leaves rows in, writes, and names, by what the database saw of the reference run.
 * What the fixtures of a class do once for all its tests counts for each of them, since any of them brings the fixtures
 * along. Units and tables are numbered; tables that nobody leaves rows in are left out, for no other test can feel them.
 */
public final class TableUse {

    private final List<TestUnit> units;
    private final int[][] leaves;
    private final int[][] writes;
    private final int[][] names;
    private final int tables;

    private TableUse(List<TestUnit> units, List<Use> uses) {
        this.units = List.copyOf(units);
        Map<String, Integer> numbers = new HashMap<>();
        for (Use use : uses) {
            use.leaves().forEach(table -> numbers.putIfAbsent(table, numbers.size()));
        }
        this.tables = numbers.size();
        this.leaves = new int[uses.size()][];
        this.writes = new int[uses.size()][];
        this.names = new int[uses.size()][];
        for (int i = 0; i < uses.size(); i++) {
            leaves[i] = numbers(uses.get(i).leaves(), numbers);
            writes[i] = numbers(uses.get(i).writes(), numbers);
            names[i] = numbers(uses.get(i).names(), numbers);
        }
    }

    private static int[] numbers(Set<String> tables, Map<String, Integer> numbers) {
        return tables.stream()
                .filter(numbers::containsKey)
                .mapToInt(numbers::get)
                .sorted()
                .toArray();
    }

    /** What one unit does, by names of tables. */
    private record Use(Set<String> leaves, Set<String> writes, Set<String> names) {

        Use() {
            this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        }

        void add(SpanEvidence span, String className) {
            writes.addAll(span.tablesWritten());
            names.addAll(span.tablesNamed());
            names.addAll(span.tablesWritten());
            List<TableChange> left = span.rowsLeft();
            if (left != null) {
                for (TableChange change : left) {
                    String table = change.takenBack() ? within(change.table(), className) : change.table();
                    leaves.add(table);
                    writes.add(table);
                    names.add(table);
                }
            }
        }

        void add(Use other) {
            leaves.addAll(other.leaves);
            writes.addAll(other.writes);
            names.addAll(other.names);
        }

        /** Whatever a unit names, it also meets as the other tests of its class leave it for one another. */
        void nameWithin(Set<String> classNames) {
            for (String table : List.copyOf(names)) {
                classNames.forEach(name -> names.add(within(table, name)));
            }
            for (String table : List.copyOf(writes)) {
                classNames.forEach(name -> writes.add(within(table, name)));
            }
        }

        // Rows that the fixtures of a class take back after its last test exist for the tests of that class alone.
        private static String within(String table, String className) {
            return table + " within " + className;
        }
    }

    /**
     * Reads the evidence.
     *
     * @param units the units, in the order that gives them their numbers
     * @param database what the database saw of the reference run
     * @return their use of tables; of units of which nothing was recorded, none
     */
    public static TableUse of(List<TestUnit> units, DatabaseEvidence database) {
        Map<String, Use> fixtures = new HashMap<>();
        for (FixtureEvidence fixture : database.fixtures()) {
            fixtures.computeIfAbsent(fixture.className(), name -> new Use()).add(fixture.evidence(), "");
        }
        Set<String> takenBackIn = classesThatTakeBack(units, database);
        List<Use> uses = new ArrayList<>();
        for (TestUnit unit : units) {
            Use use = new Use();
            Set<String> takingBack = new HashSet<>();
            for (RecordedTest test : unit.tests()) {
                SpanEvidence span = database.tests().get(test.id());
                if (span != null) {
                    use.add(span, test.className());
                }
                for (String className : test.classNames()) {
                    Use ofClass = fixtures.get(className);
                    if (ofClass != null) {
                        use.add(ofClass);
                    }
                }
                if (takenBackIn.contains(test.className())) {
                    takingBack.add(test.className());
                }
            }
            use.nameWithin(takingBack);
            uses.add(use);
        }
        return new TableUse(units, uses);
    }

    private static Set<String> classesThatTakeBack(List<TestUnit> units, DatabaseEvidence database) {
        Set<String> classes = new HashSet<>();
        for (TestUnit unit : units) {
            for (RecordedTest test : unit.tests()) {
                SpanEvidence span = database.tests().get(test.id());
                List<TableChange> left = span == null ? null : span.rowsLeft();
                if (left != null && left.stream().anyMatch(TableChange::takenBack)) {
                    classes.add(test.className());
                }
            }
        }
        return classes;
    }

    /**
     * The units.
     *
     * @return in the order of their numbers
     */
    public List<TestUnit> units() {
        return units;
    }

    /** How many tables there are in which a unit leaves rows. */
    int tables() {
        return tables;
    }

    /** The tables in which a unit leaves rows, ascending. */
    int[] leaves(int unit) {
        return leaves[unit];
    }

    /** The tables that a unit writes, if only to take it back; ascending. */
    int[] writes(int unit) {
        return writes[unit];
    }

    /** The tables that a unit names, read or written; ascending. */
    int[] names(int unit) {
        return names[unit];
    }
}

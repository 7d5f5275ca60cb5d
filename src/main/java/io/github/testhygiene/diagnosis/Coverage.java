package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.OrderCoverage;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.PairSet;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.SuspectedPairs;
import io.github.testhygiene.plan.TableUse;
import io.github.testhygiene.plan.TestUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Says how much of what can depend on order the runs in an order have tried. Only runs that came to their end count, and
 * of those of two rounds the first one. A reference run of several JVMs does not count: they may have run side by side.
 */
public final class Coverage {

    private static final Set<RunKind> ORDERS =
            Set.of(RunKind.REFERENCE, RunKind.TWICE, RunKind.REVERSE, RunKind.SHUFFLED);

    private final List<TestUnit> units;
    private final List<int[]> orders = new ArrayList<>();

    private Coverage(List<TestUnit> units, List<CompletedRun> runs) {
        this.units = units;
        Map<TestId, Integer> numbers = new HashMap<>();
        for (int i = 0; i < units.size(); i++) {
            for (RecordedTest test : units.get(i).tests()) {
                numbers.put(test.id(), i);
            }
        }
        for (CompletedRun run : runs) {
            int[] order = isOrder(run) ? order(run, numbers) : new int[0];
            if (order.length > 1 && orders.stream().noneMatch(other -> Arrays.equals(other, order))) {
                orders.add(order);
            }
        }
    }

    /**
     * Counts.
     *
     * @param suite the tests; those whose order we cannot choose do not count
     * @param runs every run, the reference run among them
     * @param database what the database saw of the reference run
     * @return the coverage
     */
    public static OrderCoverage measure(Suite suite, List<CompletedRun> runs, DatabaseEvidence database) {
        return new Coverage(suite.units().stream().filter(Suite::orderable).toList(), runs).count(database);
    }

    private static boolean isOrder(CompletedRun run) {
        boolean sideBySide = run.request().kind() == RunKind.REFERENCE
                && run.request().segments().size() > 1;
        return ORDERS.contains(run.request().kind()) && run.result().exit() instanceof RunExit.Completed && !sideBySide;
    }

    private static int[] order(CompletedRun run, Map<TestId, Integer> numbers) {
        return run.request().tests().stream()
                .filter(test -> UnitOutcomes.executed(test, run.result()))
                .map(test -> numbers.get(test.id()))
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .distinct()
                .toArray();
    }

    private OrderCoverage count(DatabaseEvidence database) {
        long tests = units.size();
        TableUse use = TableUse.of(units, database);
        SuspectedPairs suspected = new SuspectedPairs(use);
        PairSet turned = new PairSet();
        orders.forEach(order -> suspected.turn(order, turned::add));
        return new OrderCoverage(
                units.size(),
                orders.size(),
                tests * (tests - 1) / 2,
                PairCoverage.count(units.size(), orders),
                neighbours(),
                neighboursSeen(),
                suspected.count(),
                turned.size(),
                DetectionPower.ofVictim(1, 1, orders.size()));
    }

    private long neighbours() {
        Map<String, Long> sizes = new HashMap<>();
        units.forEach(unit -> sizes.merge(className(unit), 1L, Long::sum));
        return sizes.values().stream().mapToLong(size -> size * (size - 1)).sum();
    }

    private long neighboursSeen() {
        List<String> classes = units.stream().map(Coverage::className).toList();
        PairSet seen = new PairSet();
        for (int[] order : orders) {
            for (int i = 1; i < order.length; i++) {
                if (classes.get(order[i - 1]).equals(classes.get(order[i]))) {
                    seen.add(order[i - 1], order[i]);
                }
            }
        }
        return seen.size();
    }

    // Tests of one class that were recorded in two kinds of JVM never follow each other.
    private static String className(TestUnit unit) {
        return unit.launch() + " " + unit.first().className();
    }
}

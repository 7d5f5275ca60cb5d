package io.github.testhygiene.plan;

import io.github.testhygiene.model.Effort;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes the orders of a plan, each order once: small suites have few. */
final class PlannedOrders {

    private final Suite suite;
    private final RunPlanner planner;
    private final List<RunRequest> runs = new ArrayList<>();
    private final Set<List<TestId>> seen = new HashSet<>();

    private PlannedOrders(Suite suite, RunPlanner planner) {
        this.suite = suite;
        this.planner = planner;
        seen.add(ids(suite.referenceOrder()));
        seen.add(List.of());
    }

    /** All runs in an order, the likeliest to show something first. */
    static List<RunRequest> create(Suite suite, RunPlanner planner) {
        PlannedOrders orders = new PlannedOrders(suite, planner);
        if (!suite.referenceOrder().isEmpty()) {
            // Its first round repeats the reference order, so that flaky tests are known before anyone is accused.
            orders.runs.add(suite.inOrder(RunPlanner.TWICE, RunKind.TWICE, suite.referenceOrder())
                    .as(RunPlanner.TWICE, RunKind.TWICE, Experiment.TWICE));
        }
        orders.addDirected();
        orders.add(RunPlanner.REVERSE, RunKind.REVERSE, suite.reverseOrder());
        if (planner.effort() != Effort.QUICK) {
            orders.addRandom();
        }
        if (planner.effort() == Effort.THOROUGH) {
            orders.addTuscan();
        }
        return orders.runs;
    }

    private static List<TestId> ids(List<TestUnit> order) {
        return order.stream().map(unit -> unit.first().id()).toList();
    }

    private Random random(long number) {
        return new Random(planner.seed().value() * 1_000_003L + number);
    }

    private void addRandom() {
        for (int i = 0; i < planner.orders(); i += 2) {
            int pair = i / 2 + 1;
            String label = "shuffled-" + pair;
            List<TestUnit> order = suite.shuffledOrder(random(pair));
            add(label, RunKind.SHUFFLED, order);
            if (i + 1 < planner.orders()) {
                add(label + RunPlanner.REVERSED, RunKind.SHUFFLED, Suite.reverseOf(order));
            }
        }
    }

    /** The first one follows the reverse order where it can, so that it shows both; others follow random orders. */
    private void addDirected() {
        int most =
                switch (planner.effort()) {
                    case QUICK -> 1;
                    case NORMAL -> 2;
                    case THOROUGH -> 10;
                };
        List<TestUnit> reference = suite.referenceOrder();
        OpenPairs open = new OpenPairs(TableUse.of(reference, planner.database()), failing(reference));
        if (open.use().tables() == 0) {
            return;
        }
        Map<TestId, Integer> numbers = new HashMap<>();
        reference.forEach(unit -> numbers.put(unit.first().id(), numbers.size()));
        open.turn(numbers(reference, numbers));
        List<TestUnit> reverse = suite.reverseOrder();
        List<TestUnit> order = suite.directedOrder(open, numbers, reverse);
        open.turn(numbers(reverse, numbers));
        int made = 0;
        for (int tried = 1; made < most; tried++) {
            boolean turns = open.turn(numbers(order, numbers)) > 0;
            if (turns) {
                made++;
                add("directed-" + made, RunKind.SHUFFLED, order);
            } else if (tried > 1) {
                return; // the first one may be the reverse order itself, which is no reason to give up
            }
            order = made < most ? suite.directedOrder(open, numbers, suite.shuffledOrder(random(-tried))) : order;
        }
    }

    private BitSet failing(List<TestUnit> units) {
        BitSet failing = new BitSet();
        for (int i = 0; i < units.size(); i++) {
            failing.set(i, units.get(i).tests().stream().anyMatch(test -> planner.failing()
                    .contains(test.id())));
        }
        return failing;
    }

    private static int[] numbers(List<TestUnit> order, Map<TestId, Integer> numbers) {
        return order.stream()
                .mapToInt(unit -> numbers.getOrDefault(unit.first().id(), 0))
                .toArray();
    }

    private void addTuscan() {
        for (int row = 0; row < suite.tuscanRows(); row++) {
            add(
                    "tuscan-" + (row + 1),
                    RunKind.SHUFFLED,
                    suite.tuscanOrder(row, random(Integer.MIN_VALUE + (long) row)));
        }
    }

    private void add(String label, RunKind kind, List<TestUnit> order) {
        if (seen.add(ids(order))) {
            runs.add(suite.inOrder(label, kind, order));
        }
    }
}

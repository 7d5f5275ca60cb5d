package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.Effort;
import io.github.testhygiene.model.OrderedClasses;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.Seed;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.RunPlanner;
import io.github.testhygiene.plan.RunQueue;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.SuiteBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * How many runs it takes until every test of the seeded suite that depends on others has failed, in an order or, if it is
 * brittle, alone. The reference run is there in any case, and shows one of them.
 *
 * @param inOrders runs in an order, the one of everything twice among them
 * @param alone runs of one test before the last one of those
 */
record OrdersNeeded(int inOrders, int alone) {

    private static final int SEEDS = 20;
    private static final SeededSuite SEEDED = new SeededSuite();

    /**
     * By the plan.
     *
     * @param shuffled whether the reference order is another one for each seed, and not the suite's own
     */
    static List<OrdersNeeded> byPlan(boolean shuffled) {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> byPlan(new Seed(seed), script(shuffled, seed)))
                .toList();
    }

    /** By random orders alone, each independent of the others. */
    static List<OrdersNeeded> byRandomOrders(boolean shuffled) {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> byRandomOrders(new Seed(seed), script(shuffled, seed)))
                .toList();
    }

    private static ScriptedSuite script(boolean shuffled, long seed) {
        ScriptedSuite own = SEEDED.script();
        if (!shuffled) {
            return own;
        }
        Map<String, List<RecordedTest>> classes = new LinkedHashMap<>();
        own.tests().forEach(test -> classes.computeIfAbsent(test.className(), name -> new ArrayList<>())
                .add(test));
        List<List<RecordedTest>> order = new ArrayList<>(classes.values());
        Collections.shuffle(order, new Random(-seed));
        ScriptedSuite script = new ScriptedSuite();
        order.forEach(tests -> tests.forEach(test -> script.with(test, own.rule(test))));
        return script;
    }

    /** The median of the runs in an order. */
    static double median(List<OrdersNeeded> needed) {
        int[] sorted = needed.stream().mapToInt(OrdersNeeded::inOrders).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    }

    private static OrdersNeeded byPlan(Seed seed, ScriptedSuite script) {
        Recording recording = script.recording().withDatabase(SEEDED.evidence());
        Suite suite = new SuiteBuilder(OrderedClasses.UNIT, false).build(recording, test -> true);
        List<RunRequest> planned =
                RunPlanner.of(seed, 100, Effort.NORMAL, recording).plan(suite);
        RunQueue queue = new RunQueue(planned, suite, recording, Duration.ofMinutes(10), 1);
        Set<TestId> hidden = hidden(recording);
        int inOrders = 0;
        int alone = 0;
        while (!hidden.isEmpty()) {
            RunRequest next = queue.remove();
            RunResult result = script.run(next);
            queue.note(new CompletedRun(2 + inOrders + alone, next, result));
            inOrders += next.kind() == RunKind.ALONE ? 0 : 1;
            alone += next.kind() == RunKind.ALONE ? 1 : 0;
            reveal(result, hidden);
        }
        return new OrdersNeeded(inOrders, alone);
    }

    private static OrdersNeeded byRandomOrders(Seed seed, ScriptedSuite script) {
        Recording recording = script.recording();
        Suite suite = new SuiteBuilder(OrderedClasses.UNIT, false).build(recording, test -> true);
        List<RunRequest> independent = new RunPlanner(seed, 200)
                .plan(suite).stream()
                        .filter(run -> run.label().matches("shuffled-\\d+"))
                        .toList();
        Set<TestId> hidden = hidden(recording);
        int made = 0;
        while (!hidden.isEmpty()) {
            reveal(script.run(independent.get(made++)), hidden);
        }
        return new OrdersNeeded(made, 0);
    }

    private static Set<TestId> hidden(Recording recording) {
        Set<TestId> hidden = new HashSet<>(SEEDED.dependent());
        recording.outcomes().values().stream()
                .filter(TestOutcome::failed)
                .map(TestOutcome::id)
                .forEach(hidden::remove);
        return hidden;
    }

    private static void reveal(RunResult result, Set<TestId> hidden) {
        for (var round : List.of(result.outcomes(), result.again())) {
            round.values().stream()
                    .filter(TestOutcome::failed)
                    .map(TestOutcome::id)
                    .forEach(hidden::remove);
        }
    }
}

package io.github.testhygiene.plan;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.Seed;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.RunRequest.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Decides which runs are made, and in which sequence.
 *
 * @param seed where the random orders come from
 * @param orders how many orders after the reverse order; every second one is the reverse of the random order before it,
 *     because together they show every victim of a single polluter
 */
public record RunPlanner(Seed seed, int orders) {

    /** The name of the run in the reverse order. */
    public static final String REVERSE = "reverse";

    /** The name of the run of all tests twice. */
    public static final String TWICE = "twice";

    /** The name of a run in the reference order. */
    public static final String REFERENCE = "reference";

    /** Checks the number of orders. */
    public RunPlanner {
        if (orders < 0) {
            throw new IllegalArgumentException("a negative number of orders: " + orders);
        }
    }

    /**
     * All runs: each unit alone, and the orders spread evenly among them, so that a budget that ends early has yielded
     * something of both.
     *
     * @param suite the tests
     * @return the runs, in the sequence in which to make them
     */
    public List<RunRequest> plan(Suite suite) {
        List<RunRequest> alone = suite.units().stream()
                .map(unit -> suite.alone(unit, RunKind.ALONE))
                .toList();
        List<RunRequest> inOrders = orders(suite);
        List<RunRequest> runs = new ArrayList<>();
        int planned = 0;
        for (int i = 0; i < alone.size(); i++) {
            runs.add(alone.get(i));
            while (planned < inOrders.size()
                    && (long) (i + 1) * (inOrders.size() + 1) >= (long) (planned + 1) * alone.size()) {
                runs.add(inOrders.get(planned++));
            }
        }
        return List.copyOf(runs);
    }

    /**
     * The one run that a person wants to see again.
     *
     * @param suite the tests
     * @param label {@code reference}, {@code reverse}, {@code shuffled-1}, {@code shuffled-1-reverse}, …
     * @return empty if this seed and this number of orders plan no such run
     */
    public List<RunRequest> only(Suite suite, String label) {
        if (label.equals(REFERENCE) && !suite.referenceOrder().isEmpty()) {
            return List.of(referenceOrder(suite));
        }
        return orders(suite).stream().filter(run -> run.label().equals(label)).toList();
    }

    /**
     * The names that {@link #only} knows.
     *
     * @param suite the tests
     * @return names of runs
     */
    public List<String> labels(Suite suite) {
        List<String> labels = new ArrayList<>(List.of(REFERENCE));
        orders(suite).forEach(run -> labels.add(run.label()));
        return labels;
    }

    /**
     * The reference order once more, as we run it.
     *
     * @param suite the tests; at least one must be orderable
     * @return the run
     */
    public static RunRequest referenceOrder(Suite suite) {
        return suite.inOrder(REFERENCE, RunKind.CONFIRM, suite.referenceOrder());
    }

    /**
     * The reference run as it was: each JVM with its own tests, so that its repeat launches each test as the user did.
     *
     * @param recording the reference run; with at least one test
     * @return the run
     */
    public static RunRequest recorded(Recording recording) {
        Map<TestId, RecordedTest> left = new LinkedHashMap<>();
        recording.tests().forEach(test -> left.put(test.id(), test));
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < recording.launches().size(); i++) {
            List<RecordedTest> tests = recording.launches().get(i).tests().stream()
                    .map(left::remove)
                    .filter(Objects::nonNull)
                    .toList();
            if (!tests.isEmpty()) {
                segments.add(new Segment(i, tests));
            }
        }
        if (!left.isEmpty()) {
            segments.add(new Segment(0, List.copyOf(left.values()))); // never started, so never repeated
        }
        return new RunRequest(REFERENCE, RunKind.REFERENCE, segments);
    }

    private List<RunRequest> orders(Suite suite) {
        List<RunRequest> runs = new ArrayList<>();
        Set<List<TestUnit>> seen = new HashSet<>();
        seen.add(suite.referenceOrder());
        seen.add(List.of());
        if (!suite.referenceOrder().isEmpty()) {
            // Its first round repeats the reference order, so that flaky tests are known before anyone is accused.
            runs.add(suite.inOrder(TWICE, RunKind.TWICE, suite.referenceOrder())
                    .as(TWICE, RunKind.TWICE, Experiment.TWICE));
        }
        addNew(suite, REVERSE, RunKind.REVERSE, suite.reverseOrder(), runs, seen);
        for (int i = 0; i < orders; i += 2) {
            int pair = i / 2 + 1;
            List<TestUnit> order = suite.shuffledOrder(new Random(seed.value() * 1_000_003L + pair));
            addNew(suite, "shuffled-" + pair, RunKind.SHUFFLED, order, runs, seen);
            if (i + 1 < orders) {
                List<TestUnit> reverse = Suite.reverseOf(order);
                addNew(suite, "shuffled-" + pair + "-reverse", RunKind.SHUFFLED, reverse, runs, seen);
            }
        }
        return runs;
    }

    // Small suites have few orders: none is run twice.
    private static void addNew(
            Suite suite,
            String label,
            RunKind kind,
            List<TestUnit> order,
            List<RunRequest> runs,
            Set<List<TestUnit>> seen) {
        if (seen.add(order)) {
            runs.add(suite.inOrder(label, kind, order));
        }
    }
}

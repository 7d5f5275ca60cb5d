package io.github.testhygiene.plan;

import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.Effort;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.Seed;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.RunRequest.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which runs are worth making: each unit alone, twice, and in orders. Which of them come first is decided while
 * they are made, by {@link RunQueue}.
 *
 * @param seed where the random orders come from
 * @param orders how many random orders; every second one is the reverse of the one before it, because together they show
 *     every victim of a single polluter
 * @param effort how many orders besides: {@code quick} makes no random orders
 * @param database what the database saw of the reference run, from which orders are built
 * @param failing tests that failed in the reference run already, so that no order needs to show it
 */
public record RunPlanner(Seed seed, int orders, Effort effort, DatabaseEvidence database, Set<TestId> failing) {

    /** The name of the run in the reverse order. */
    public static final String REVERSE = "reverse";

    /** The name of the run of all tests twice. */
    public static final String TWICE = "twice";

    /** The name of a run in the reference order. */
    public static final String REFERENCE = "reference";

    /** Ends the name of an order that is the reverse of the one before it. */
    static final String REVERSED = "-reverse";

    /** Checks the number of orders. */
    public RunPlanner {
        if (orders < 0) {
            throw new IllegalArgumentException("a negative number of orders: " + orders);
        }
        Objects.requireNonNull(seed, "seed");
        Objects.requireNonNull(effort, "effort");
        Objects.requireNonNull(database, "database");
        failing = Set.copyOf(failing);
    }

    /**
     * Of a suite of which nothing is known but its tests.
     *
     * @param seed where the random orders come from
     * @param orders how many of them
     */
    public RunPlanner(Seed seed, int orders) {
        this(seed, orders, Effort.NORMAL, DatabaseEvidence.none("it was not recorded"), Set.of());
    }

    /**
     * Of a recorded suite.
     *
     * @param seed where the random orders come from
     * @param orders how many of them
     * @param effort how many orders besides
     * @param recording the reference run
     * @return plans runs of it
     */
    public static RunPlanner of(Seed seed, int orders, Effort effort, Recording recording) {
        Set<TestId> failing = recording.outcomes().values().stream()
                .filter(TestOutcome::failed)
                .map(TestOutcome::id)
                .collect(Collectors.toSet());
        return new RunPlanner(seed, orders, effort, recording.database(), failing);
    }

    /**
     * All runs.
     *
     * @param suite the tests
     * @return the runs in orders, the likeliest to show something first, then each unit alone
     */
    public List<RunRequest> plan(Suite suite) {
        List<RunRequest> runs = new ArrayList<>(PlannedOrders.create(suite, this));
        suite.units().forEach(unit -> runs.add(suite.alone(unit, RunKind.ALONE)));
        return List.copyOf(runs);
    }

    /**
     * The one run that a person wants to see again.
     *
     * @param suite the tests
     * @param label {@code reference}, {@code reverse}, {@code shuffled-1}, {@code shuffled-1-reverse},
     *     {@code directed-1}, {@code tuscan-1}, …
     * @return empty if this plan has no such run
     */
    public List<RunRequest> only(Suite suite, String label) {
        if (label.equals(REFERENCE) && !suite.referenceOrder().isEmpty()) {
            return List.of(referenceOrder(suite));
        }
        return PlannedOrders.create(suite, this).stream()
                .filter(run -> run.label().equals(label))
                .toList();
    }

    /**
     * The names that {@link #only} knows.
     *
     * @param suite the tests
     * @return names of runs
     */
    public List<String> labels(Suite suite) {
        List<String> labels = new ArrayList<>(List.of(REFERENCE));
        PlannedOrders.create(suite, this).forEach(run -> labels.add(run.label()));
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
}

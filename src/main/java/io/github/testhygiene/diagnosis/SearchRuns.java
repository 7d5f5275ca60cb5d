package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.RunLog;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.TestRunner;
import io.github.testhygiene.plan.TestUnit;
import io.github.testhygiene.plan.TimeBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the runs of searches as long as there is time. Safe for use by several threads, each with suspects of its own. */
final class SearchRuns {

    private final Suite suite;
    private final TestRunner runner;
    private final TimeBudget budget;
    private final RunLog log;
    private final MachineScheduler turns = new MachineScheduler();
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<List<TestId>, SuspectEffect> known = new ConcurrentHashMap<>();

    /** Nothing more can be tried. */
    static final class Ended extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Ended(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** For one suite. */
    SearchRuns(Suite suite, TestRunner runner, TimeBudget budget, RunLog log) {
        this.suite = suite;
        this.runner = runner;
        this.budget = budget;
        this.log = log;
    }

    /**
     * Whether some tests before it have an effect on a suspect; asked once for each list of tests.
     *
     * @throws Ended if there is no time left
     */
    SuspectEffect of(Suspect suspect, List<TestUnit> before) {
        return of(suspect, before, RunKind.SEARCH);
    }

    /** The same in a run of another kind. */
    SuspectEffect of(Suspect suspect, List<TestUnit> before, RunKind kind) {
        List<TestId> key = ids(suspect, before);
        SuspectEffect effect = known.get(key);
        if (effect == null) {
            effect = again(suspect, before, kind);
            known.put(key, effect);
        }
        return effect;
    }

    /** Makes the run whether it was made before or not. */
    SuspectEffect again(Suspect suspect, List<TestUnit> before, RunKind kind) {
        return suspect.effect(make(inOrder(suspect, before, kind)).result());
    }

    /** Takes note of what another stage has seen. */
    void note(Suspect suspect, List<TestUnit> before, SuspectEffect effect) {
        known.put(ids(suspect, before), effect);
    }

    /** The tests and then the suspect, in JVMs as the user has them. */
    RunRequest inOrder(Suspect suspect, List<TestUnit> before, RunKind kind) {
        List<TestUnit> order = new ArrayList<>(before);
        order.add(suspect.unit());
        return suite.inOrder(label(suspect, kind), kind, order);
    }

    /** Tests by themselves. */
    RunRequest only(String label, List<TestUnit> units, Experiment experiment) {
        return suite.inOrder(label, RunKind.LOCATE, units).as(label, RunKind.LOCATE, experiment);
    }

    /** The suspect alone, on a database that others have left. */
    RunRequest onLeftRows(Suspect suspect) {
        return only(label(suspect, UnitOutcomes.ON_LEFT_ROWS), List.of(suspect.unit()), Experiment.NONE);
    }

    /** The tests, and the suspect in a JVM of its own. */
    RunRequest apart(Suspect suspect, List<TestUnit> before, Experiment experiment) {
        String label = label(suspect, RunKind.LOCATE);
        List<Segment> segments =
                new ArrayList<>(suite.inOrder(label, RunKind.LOCATE, before).segments());
        segments.addAll(
                suite.inOrder(label, RunKind.LOCATE, List.of(suspect.unit())).segments());
        return new RunRequest(label, RunKind.LOCATE, segments, experiment);
    }

    /** Whether the user's own run has the tests and the suspect in different JVMs. */
    boolean areApart(Suspect suspect, List<TestUnit> before) {
        List<Segment> segments = inOrder(suspect, before, RunKind.LOCATE).segments();
        return segments.get(segments.size() - 1).tests().equals(suspect.unit().tests());
    }

    /** A label that no other run has. */
    String label(Suspect suspect, RunKind kind) {
        return label(suspect, kind == RunKind.CONFIRM ? UnitOutcomes.PROOF : kind.label() + ":");
    }

    /** A label with a beginning of its own. */
    private String label(Suspect suspect, String purpose) {
        String prefix = purpose + suspect.unit().name();
        return prefix + ":" + numbers.merge(prefix, 1, Integer::sum);
    }

    /**
     * Makes any run.
     *
     * @throws Ended if there is no time left
     */
    CompletedRun make(RunRequest request) {
        return make(request, runner);
    }

    /** Makes any run with another runner. */
    CompletedRun make(RunRequest request, TestRunner other) {
        if (Thread.currentThread().isInterrupted()) {
            budget.end();
        }
        endIfOver();
        CompletedRun run = turns.make(request, () -> {
            endIfOver();
            return log.make(request, other);
        });
        if (!(run.result().exit() instanceof RunExit.Completed)) {
            endIfOver();
        }
        return run;
    }

    private void endIfOver() {
        budget.whyOver().ifPresent(why -> {
            throw new Ended(why);
        });
    }

    private static List<TestId> ids(Suspect suspect, List<TestUnit> before) {
        List<TestId> ids = new ArrayList<>();
        before.forEach(unit -> unit.tests().forEach(test -> ids.add(test.id())));
        suspect.unit().tests().forEach(test -> ids.add(test.id()));
        return ids;
    }
}

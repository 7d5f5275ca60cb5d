package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.TestUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the next run that confirms or refutes a suspicion. Units that failed in the same order are confirmed by one
 * repeat of that order, up to the last of them. Where a test of the order cannot be repeated, the repeat leaves it out.
 *
 * @param suite the tests
 * @param breaksItsJvm tests that are known to end their JVM
 */
record ConfirmationPlanner(Suite suite, Set<TestId> breaksItsJvm) {

    /**
     * The next run, or nothing if nothing is left to confirm that was not asked before. Needs the facts of those units
     * only of which there is a suspicion, in the suite's order.
     */
    Optional<RunRequest> next(List<UnitOutcomes> facts, Set<RunRequest> asked) {
        for (UnitOutcomes each : facts) {
            Optional<RunRequest> run = single(each).filter(request -> !asked.contains(request));
            if (run.isPresent()) {
                return run;
            }
        }
        return repeatedOrders(facts).stream()
                .filter(request -> !asked.contains(request))
                .findFirst();
    }

    private Optional<RunRequest> single(UnitOutcomes facts) {
        TestUnit unit = facts.unit();
        return switch (Suspicion.of(facts)) {
            case ALONE_UNKNOWN -> Optional.of(suite.alone(unit, RunKind.ALONE));
            case FAILED_ALONE -> Optional.of(alone(unit, facts.aloneFailures().size()));
            case PASSED_ALONE -> Optional.of(alone(unit, facts.alonePasses().size()));
            case FAILED_AFTER_ALL -> Optional.of(twice(unit, 1));
            case FAILED_AT_ONCE ->
                Optional.of(twice(unit, facts.secondRounds().failuresAtOnce().size() + 1));
            case NONE, FAILED_IN_ORDER, NEVER_PASSED_IN_COMPANY, FAILED_LATER -> Optional.empty();
        };
    }

    private RunRequest alone(TestUnit unit, int number) {
        RunRequest run = suite.alone(unit, RunKind.CONFIRM);
        return number == 1 ? run : run.as(run.label() + ":" + number, run.kind(), run.experiment());
    }

    private RunRequest twice(TestUnit unit, int number) {
        return suite.alone(unit, RunKind.CONFIRM)
                .as("twice:" + unit.name() + ":" + number, RunKind.CONFIRM, Experiment.TWICE);
    }

    /** After all the others, which tells whether they are to blame; then both rounds once more. */
    private List<RunRequest> afterAll(UnitOutcomes facts, CompletedRun failure) {
        return List.of(
                suite.last(facts.unit()),
                failure.request()
                        .as(
                                UnitOutcomes.repeatingTwice(failure.request().label()),
                                RunKind.CONFIRM,
                                failure.request().experiment()));
    }

    private List<RunRequest> repeatedOrders(List<UnitOutcomes> facts) {
        Map<CompletedRun, Set<TestId>> suspects = new LinkedHashMap<>();
        List<RunRequest> afterAll = new ArrayList<>();
        for (UnitOutcomes each : facts) {
            Suspicion suspicion = Suspicion.of(each);
            if (suspicion == Suspicion.FAILED_LATER) {
                each.secondRounds().failureAfterAll().ifPresent(failure -> afterAll.addAll(afterAll(each, failure)));
            } else if (suspicion == Suspicion.FAILED_IN_ORDER) {
                each.unrepeatedFailure().ifPresent(run -> add(each, run, suspects));
            } else if (suspicion == Suspicion.NEVER_PASSED_IN_COMPANY) {
                // Nothing but the reference run shows that it can pass. An engine whose order cannot be chosen executes
                // the same tests in the same order again; if it does not, the run counts for nothing.
                each.orderPasses().stream().findFirst().ifPresent(run -> add(each, run, suspects));
            }
        }
        List<RunRequest> runs = new ArrayList<>();
        suspects.forEach((run, ids) -> runs.addAll(repeats(run, ids)));
        runs.addAll(afterAll);
        return runs;
    }

    private static void add(UnitOutcomes facts, CompletedRun run, Map<CompletedRun, Set<TestId>> suspects) {
        suspects.computeIfAbsent(run, key -> new HashSet<>()).addAll(ids(facts));
    }

    /** The order once more; and, for when that gives no answer, with the tests alone whose order we can choose. */
    private List<RunRequest> repeats(CompletedRun run, Set<TestId> last) {
        String label = run.request().label();
        String partly = UnitOutcomes.confirmingPartly(label);
        boolean reference = run.request().kind() == RunKind.REFERENCE;
        String name = UnitOutcomes.confirming(label);
        RunRequest whole = run.request().upTo(last, name, RunKind.CONFIRM).as(name, RunKind.CONFIRM, Experiment.NONE);
        // What was skipped in the user's run, or never ended, is no part of what is to be repeated.
        RunRequest executed = whole.only(whole.label(), test -> !reference || UnitOutcomes.executed(test, run.result()))
                .orElse(whole);
        List<RunRequest> repeats = new ArrayList<>();
        if (executed.ids().stream().noneMatch(breaksItsJvm::contains)) {
            repeats.add(executed);
        } else {
            executed.only(partly, test -> !breaksItsJvm.contains(test.id())).ifPresent(repeats::add);
        }
        executed.only(partly, test -> Suite.orderable(test) && !breaksItsJvm.contains(test.id()))
                .filter(part -> part.ids().size() < executed.ids().size())
                .filter(part -> part.ids().stream().anyMatch(last::contains))
                .ifPresent(repeats::add);
        return repeats;
    }

    private static Set<TestId> ids(UnitOutcomes facts) {
        Set<TestId> ids = new HashSet<>();
        facts.unit().tests().stream().map(RecordedTest::id).forEach(ids::add);
        return ids;
    }
}

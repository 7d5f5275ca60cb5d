package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.Suite;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a scenario came to. */
record Diagnosed(
        Recording recording, Suite suite, List<CompletedRun> runs, List<Verdict> verdicts, DiagnosisResults diagnoses) {

    private static final Set<RunKind> ORDERS =
            Set.of(RunKind.REFERENCE, RunKind.TWICE, RunKind.REVERSE, RunKind.SHUFFLED);
    private static final Set<RunKind> SEARCHES = Set.of(RunKind.SEARCH, RunKind.LOCATE);

    Verdict verdict(RecordedTest test) {
        return verdicts.stream()
                .filter(each -> each.id().equals(test.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no verdict of " + test.id()));
    }

    VerdictKind kind(RecordedTest test) {
        return verdict(test).kind();
    }

    /** Repeats of what was seen before anybody was searched. */
    long confirmRuns() {
        return runs.stream()
                .filter(run -> run.request().kind() == RunKind.CONFIRM)
                .filter(run -> !run.request().label().startsWith(UnitOutcomes.PROOF))
                .count();
    }

    /** Confirm runs that gave no answer about anything but the test that ended them. */
    long lostConfirmRuns() {
        return runs.stream()
                .filter(run -> run.request().kind() == RunKind.CONFIRM)
                .filter(run -> run.result().lostWhileRunning().isPresent())
                .count();
    }

    long count(RunKind kind) {
        return runs.stream().filter(run -> run.request().kind() == kind).count();
    }

    /** Units that failed in a run. */
    long failingUnits() {
        return suite.units().stream()
                .filter(unit -> unit.tests().stream().anyMatch(test -> failed(test, run -> true)))
                .count();
    }

    /** Orders, the reference run among them, in which a test failed. */
    long failingOrders() {
        return runs.stream()
                .filter(Diagnosed::isOrder)
                .filter(run -> run.result().outcomes().values().stream().anyMatch(TestOutcome::failed))
                .count();
    }

    boolean failedInOrder(RecordedTest test) {
        return failed(test, Diagnosed::isOrder);
    }

    /** Whether runs made for the sake of another test showed it, with somebody behind it. */
    boolean failedInASearchForAnother(RecordedTest test) {
        return failed(
                test,
                run -> SEARCHES.contains(run.request().kind())
                        && !run.request().label().contains(":" + test.shortName() + ":")
                        && !run.request()
                                .tests()
                                .get(run.request().tests().size() - 1)
                                .equals(test));
    }

    boolean everFailed(RecordedTest test) {
        return failed(test, run -> true);
    }

    boolean passedAlone(RecordedTest test) {
        return passed(test, run -> run.request().tests().size() == 1);
    }

    boolean passedInAnotherOrder(RecordedTest test) {
        return passed(test, run -> isOrder(run) && run.request().kind() != RunKind.REFERENCE);
    }

    private static boolean isOrder(CompletedRun run) {
        return ORDERS.contains(run.request().kind());
    }

    private boolean failed(RecordedTest test, Predicate<CompletedRun> which) {
        return runs.stream().filter(which).anyMatch(run -> run.result()
                .outcome(test.id())
                .filter(TestOutcome::failed)
                .isPresent());
    }

    private boolean passed(RecordedTest test, Predicate<CompletedRun> which) {
        return runs.stream().filter(which).anyMatch(run -> run.result()
                .outcome(test.id())
                .filter(TestOutcome::passed)
                .isPresent());
    }
}

package io.github.testhygiene.replay;

import io.github.testhygiene.advice.ReplayAdvice;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.Experiment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The runs of a report, as far as they can be made again.
 *
 * @param report the report
 */
public record ReplayRuns(HygieneReport report) {

    private static final String COMPLETED = "completed";
    private static final String JUPITER = "junit-jupiter";

    /** A whole run once more. */
    ReplayScenario whole(RunEntry run) {
        String name = "run " + run.number() + " (" + run.label() + ")";
        List<TestId> order = executable(order(run));
        if (order.isEmpty()) {
            throw new ProblemException(ReplayAdvice.notReplayable(name));
        }
        Set<TestId> failed = new HashSet<>(run.failed());
        failed.retainAll(order);
        return new ReplayScenario(
                name,
                order,
                null,
                Experiment.NONE,
                run.outcome().equals(COMPLETED)
                        ? new ReplayExpectation.ExactlyFail(failed)
                        : new ReplayExpectation.NoAnswer(run.outcome()));
    }

    /** The order of a run in which a test failed, up to that test. */
    List<TestId> upTo(RunEntry run, TestEntry suspect) {
        List<TestId> recorded = order(run);
        int end = recorded.indexOf(suspect.id());
        if (end < 0) {
            throw new ProblemException(ReplayAdvice.notReplayable("run " + run.number() + " (" + run.label() + ")"));
        }
        if (end > 0 && !orderable(suspect.id())) {
            throw new ProblemException(
                    ReplayAdvice.noOrder(suspect.shortName(), suspect.id().engine()));
        }
        return executable(recorded.subList(0, end + 1));
    }

    /** What an alone run showed of a test that has no verdict. */
    ReplayExpectation shownAlone(TestEntry test) {
        List<RunEntry> alone = report.runs().stream()
                .filter(run -> run.kind() == RunKind.ALONE)
                .filter(run -> order(run).equals(List.of(test.id())))
                .toList();
        if (alone.size() != 1) {
            return new ReplayExpectation.AllPass();
        }
        RunEntry run = alone.get(0);
        if (!run.outcome().equals(COMPLETED)) {
            return new ReplayExpectation.NoAnswer(run.outcome());
        }
        return run.failed().contains(test.id())
                ? new ReplayExpectation.Fails(test.id())
                : new ReplayExpectation.Passes(test.id());
    }

    /** Its order; of a run of one test the report holds only the test's name. */
    private List<TestId> order(RunEntry run) {
        if (run.kind() == RunKind.TWICE || run.kind() == RunKind.LOCATE) {
            return List.of(); // not made as others are, and how, the report does not tell
        }
        if (run.order() != null) {
            return run.order();
        }
        String name = run.label().substring(run.label().indexOf(':') + 1);
        List<TestId> named = report.tests().stream()
                .filter(test -> test.shortName().equals(name) || report.tests().size() == 1)
                .map(TestEntry::id)
                .toList();
        return named.size() == 1 ? named : List.of();
    }

    /** Without the tests that were skipped, and, if there are others, those that nobody can put into an order. */
    private List<TestId> executable(List<TestId> order) {
        Set<TestId> skipped = report.tests().stream()
                .filter(test -> test.verdict() == VerdictKind.SKIPPED)
                .map(TestEntry::id)
                .collect(Collectors.toSet());
        List<TestId> executed =
                order.stream().filter(id -> !skipped.contains(id)).toList();
        return executed.size() <= 1
                ? executed
                : executed.stream().filter(ReplayRuns::orderable).toList();
    }

    private static boolean orderable(TestId id) {
        return id.engine().equals(JUPITER);
    }
}

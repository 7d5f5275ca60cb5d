package io.github.testhygiene.report.chart;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each run says of each test. What a run does not tell never becomes a pass. */
final class RunOutcomes {

    private final List<TestEntry> tests;
    private final Map<TestId, Integer> positions = new HashMap<>();

    RunOutcomes(HygieneReport report) {
        this.tests = report.tests();
        for (int i = 0; i < tests.size(); i++) {
            positions.putIfAbsent(tests.get(i).id(), i);
        }
    }

    /**
     * The outcomes of one run.
     *
     * @param run any run
     * @return its row; empty if the report does not tell which test ran
     */
    Optional<MatrixRow> of(RunEntry run) {
        List<Outcome> outcomes = blank();
        if (run.order() != null) {
            mark(outcomes, run.order(), Outcome.PASSED);
        } else if (run.tests() > 1) {
            // Without the order nobody can say who passed.
            Collections.fill(outcomes, Outcome.NOT_RUN);
        } else if (tests.size() == 1) {
            outcomes.set(0, run.outcome().equals("completed") ? Outcome.PASSED : Outcome.NOT_RUN);
        } else if (run.allFailed().isEmpty() && run.notRun().isEmpty()) {
            return Optional.empty();
        }
        markOthers(outcomes, run);
        return Optional.of(new MatrixRow(run, outcomes));
    }

    /**
     * The outcomes of all alone runs together.
     *
     * @param runs all runs
     * @return their row; empty if there is no alone run
     */
    Optional<MatrixRow> alone(List<RunEntry> runs) {
        List<RunEntry> alone =
                runs.stream().filter(run -> run.kind() == RunKind.ALONE).toList();
        if (alone.isEmpty()) {
            return Optional.empty();
        }
        List<Outcome> outcomes = blank();
        for (int i = 0; i < tests.size(); i++) {
            if (tests.get(i).durations().aloneMillis() != null) {
                outcomes.set(i, Outcome.PASSED);
            }
        }
        alone.stream().filter(run -> run.order() != null).forEach(run -> mark(outcomes, run.order(), Outcome.PASSED));
        alone.forEach(run -> mark(outcomes, run.notRun(), Outcome.NOT_RUN));
        alone.forEach(run -> mark(outcomes, run.failed(), Outcome.FAILED));
        return Optional.of(new MatrixRow(null, outcomes));
    }

    private List<Outcome> blank() {
        return new ArrayList<>(Collections.nCopies(tests.size(), Outcome.ABSENT));
    }

    private void markOthers(List<Outcome> outcomes, RunEntry run) {
        mark(outcomes, run.notRun(), Outcome.NOT_RUN);
        mark(outcomes, run.allFailed(), Outcome.FAILED);
    }

    private void mark(List<Outcome> outcomes, Collection<TestId> ids, Outcome outcome) {
        for (TestId id : ids) {
            Integer position = positions.get(id);
            if (position != null) {
                outcomes.set(position, outcome);
            }
        }
    }
}

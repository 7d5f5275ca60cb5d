package io.github.testhygiene.check;

import io.github.testhygiene.diagnosis.AloneCounts;
import io.github.testhygiene.model.CheckingCost;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.ForkUse;
import io.github.testhygiene.model.OrderCoverage;
import io.github.testhygiene.model.Selection;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.text.UncheckedAdvice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What checking came to.
 *
 * @param runs every run, the reference run first
 * @param verdicts one for each test that {@code <tests>} lets in, in the reference order
 * @param diagnoses on whom victims and brittle tests depend
 * @param alone how often tests passed and failed alone
 * @param selection which tests were checked; null if simply all of them
 * @param coverage how much of what can depend on order was tried; null if nothing was run again
 * @param forks in what kind of JVM re-runs were made; null if nothing was run again
 * @param checking what checking took
 * @param fixes what to change so that tests are not unchecked, by a part of the reason, where the reason does not say it
 */
public record CheckResult(
        List<CompletedRun> runs,
        List<Verdict> verdicts,
        Map<TestId, Diagnosis> diagnoses,
        Map<TestId, AloneCounts> alone,
        @Nullable Selection selection,
        @Nullable OrderCoverage coverage,
        @Nullable ForkUse forks,
        CheckingCost checking,
        Map<String, String> fixes) {

    private static final Set<VerdictKind> ACCUSATIONS = Set.of(
            VerdictKind.VICTIM,
            VerdictKind.BRITTLE,
            VerdictKind.NON_IDEMPOTENT,
            VerdictKind.FLAKY,
            VerdictKind.FAILING);

    /** Copies the lists. */
    public CheckResult {
        runs = List.copyOf(runs);
        verdicts = List.copyOf(verdicts);
        diagnoses = Map.copyOf(diagnoses);
        alone = Map.copyOf(alone);
        fixes = Map.copyOf(fixes);
    }

    /**
     * The same, where what was not isolated accuses nobody: a test whose re-runs are doubtful is unchecked instead, and one
     * that passed says so.
     *
     * @param doubts why the results of a test's re-runs are doubtful; empty if they are not
     */
    public CheckResult doubting(Function<TestId, Optional<String>> doubts) {
        Map<TestId, Diagnosis> sure = new HashMap<>(diagnoses);
        List<Verdict> checkedVerdicts = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            Optional<String> doubt = doubts.apply(verdict.id());
            if (doubt.isPresent() && ACCUSATIONS.contains(verdict.kind())) {
                sure.remove(verdict.id());
                checkedVerdicts.add(verdict.as(VerdictKind.UNCHECKED, "it failed, but " + doubt.get()));
            } else if (doubt.isPresent() && verdict.kind() == VerdictKind.ISOLATED) {
                checkedVerdicts.add(verdict.as(verdict.kind(), "it passed, though " + doubt.get()));
            } else if (doubt.isPresent() && verdict.kind() == VerdictKind.UNCHECKED && verdict.failure() != null) {
                checkedVerdicts.add(verdict.as(verdict.kind(), verdict.reason() + "; " + doubt.get()));
            } else {
                checkedVerdicts.add(verdict);
            }
        }
        if (checkedVerdicts.equals(verdicts)) {
            return this;
        }
        // What became unchecked here counts as well: most tests without an answer are the first thing that a report
        // says.
        CheckingCost counted = new CheckingCost(
                checking.runs(),
                checking.durationMillis(),
                checking.load(),
                UncheckedAdvice.summarize(checkedVerdicts, fixes).orElse(null));
        return new CheckResult(runs, checkedVerdicts, sure, alone, selection, coverage, forks, counted, fixes);
    }
}

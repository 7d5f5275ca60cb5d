package io.github.testhygiene.mojo;

import io.github.testhygiene.diagnosis.AloneCounts;
import io.github.testhygiene.model.Checking;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.ForkUse;
import io.github.testhygiene.model.OrderCoverage;
import io.github.testhygiene.model.Selection;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.plan.CompletedRun;
import java.util.List;
import java.util.Map;
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
 */
record Checked(
        List<CompletedRun> runs,
        List<Verdict> verdicts,
        Map<TestId, Diagnosis> diagnoses,
        Map<TestId, AloneCounts> alone,
        @Nullable Selection selection,
        @Nullable OrderCoverage coverage,
        @Nullable ForkUse forks,
        Checking checking) {

    Checked {
        runs = List.copyOf(runs);
        verdicts = List.copyOf(verdicts);
        diagnoses = Map.copyOf(diagnoses);
        alone = Map.copyOf(alone);
    }
}

package io.github.testhygiene.timing;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.text.MedianPhrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns times into findings. */
public final class TimeFindings {

    private TimeFindings() {}

    /**
     * The findings, the slowest test first.
     *
     * @param tests all tests with their times
     * @param suite the reference run as a whole
     * @param limits what they were held against
     * @return one for each test over its budget, and one for the suite if it is over its own
     */
    public static List<Finding> find(List<TestEntry> tests, HygieneReport.Suite suite, TimeLimits limits) {
        return find(tests, suite, limits, List.of());
    }

    /**
     * The findings, the slowest test first, with the advice that belongs to the greatest cause where one is known.
     *
     * @param tests all tests with their times and the causes of these
     * @param suite the reference run as a whole
     * @param limits what they were held against
     * @param suiteCauses where the suite's time goes, the greatest first
     * @return one for each test over its budget, and one for the suite if it is over its own
     */
    public static List<Finding> find(
            List<TestEntry> tests, HygieneReport.Suite suite, TimeLimits limits, List<SlowCause> suiteCauses) {
        List<Finding> findings = new ArrayList<>();
        if (!suite.withinBudget()) {
            findings.add(Findings.of(
                    Rule.SLOW_SUITE,
                    "",
                    null,
                    "the suite took " + suite.durationMillis() + " ms, more than its budget of " + suite.budgetMillis()
                            + " ms",
                    advice(
                            suiteCauses,
                            "Mend the slowest tests first; or raise <suiteBudget> (-Dtest-hygiene.suiteBudget).")));
        }
        tests.stream()
                .filter(test -> test.budget() == Budget.OVER)
                .sorted(Comparator.comparingLong(
                        (TestEntry test) -> -test.durations().medianMillis()))
                .map(test -> slow(test, limits))
                .forEach(findings::add);
        return findings;
    }

    private static Finding slow(TestEntry test, TimeLimits limits) {
        return Findings.of(
                Rule.SLOW_TEST,
                test.className(),
                test.methodName(),
                test.shortName() + " "
                        + MedianPhrase.describe(test, test.durations().medianMillis() + " ms") + ", more than "
                        + limits.testBudget().toMillis() + " ms",
                advice(
                        test.slowBecause(),
                        "See where its time goes; or raise <testBudget> (-Dtest-hygiene.testBudget)."));
    }

    private static String advice(@Nullable List<SlowCause> causes, String otherwise) {
        return causes == null || causes.isEmpty() ? otherwise : causes.get(0).advice();
    }
}

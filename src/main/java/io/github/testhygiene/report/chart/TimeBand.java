package io.github.testhygiene.report.chart;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TestEntry;
import java.util.List;
import java.util.Optional;

/**
 * The limits of one test's time.
 *
 * @param floor in milliseconds
 * @param budget in milliseconds; not below the floor
 */
record TimeBand(long floor, long budget) {

    /** What holds where a project says nothing. */
    private static final TimeBand DEFAULT = new TimeBand(50, 500);

    /**
     * The limits that the tests were held against.
     *
     * @param suite the suite, which says so unless its report is an old one
     * @param tests the tests that were executed; an old report's tell whether the defaults held
     * @return empty if they are not known
     */
    static Optional<TimeBand> of(HygieneReport.Suite suite, List<TestEntry> tests) {
        Long floor = suite.testFloorMillis();
        Long budget = suite.testBudgetMillis();
        if (floor != null && budget != null && floor <= budget) {
            return Optional.of(new TimeBand(floor, budget));
        }
        boolean held =
                tests.stream().allMatch(test -> DEFAULT.of(test.durations().medianMillis()) == test.budget());
        return held ? Optional.of(DEFAULT) : Optional.empty();
    }

    private Budget of(long millis) {
        if (millis > budget) {
            return Budget.OVER;
        }
        return millis < floor ? Budget.UNDER : Budget.WITHIN;
    }
}

package io.github.testhygiene.timing;

import io.github.testhygiene.model.Budget;
import java.time.Duration;

/** Holds a test's time against the limits. */
public final class BudgetCheck {

    private BudgetCheck() {}

    /**
     * Where a test's time lies. The limits themselves are within.
     *
     * @param median its median time over all runs
     * @param limits the floor and the budget of one test
     * @return over, under or within
     */
    public static Budget classify(Duration median, TimeLimits limits) {
        if (median.compareTo(limits.testBudget()) > 0) {
            return Budget.OVER;
        }
        return median.compareTo(limits.testFloor()) < 0 ? Budget.UNDER : Budget.WITHIN;
    }
}

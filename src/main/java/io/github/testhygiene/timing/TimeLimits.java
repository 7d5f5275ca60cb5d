package io.github.testhygiene.timing;

import java.time.Duration;

/**
 * How long tests may take.
 *
 * @param testFloor a test that is faster has hardly reached the database; positive, and no longer than the budget
 * @param testBudget a test that is slower is too slow; positive
 * @param suiteBudget how long the reference run may take; positive
 */
public record TimeLimits(Duration testFloor, Duration testBudget, Duration suiteBudget) {

    /** What holds where a project says nothing: 50 ms, 500 ms and 5 minutes. */
    public static final TimeLimits DEFAULTS =
            new TimeLimits(Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofMinutes(5));

    /** Checks that each limit is positive and that floor and budget leave room for a test. */
    public TimeLimits {
        requirePositive("testFloor", testFloor);
        requirePositive("testBudget", testBudget);
        requirePositive("suiteBudget", suiteBudget);
        if (testFloor.compareTo(testBudget) > 0) {
            throw new IllegalArgumentException("testFloor " + testFloor + " is above testBudget " + testBudget);
        }
    }

    private static void requirePositive(String name, Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException(name + " is not positive: " + limit);
        }
    }
}

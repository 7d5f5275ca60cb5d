package io.github.testhygiene.model;

import org.jspecify.annotations.Nullable;

/**
 * What checking took, beside the recorded run.
 *
 * @param runs how many re-runs were started; 0 or more
 * @param durationMillis how long they took together, from the first to the end of checking
 * @param load how busy the machine was meanwhile; null if the system does not say, or if nothing was run again
 * @param unanswered why most tests have no answer; null if most have one
 */
public record CheckingCost(
        int runs,
        long durationMillis,
        @Nullable MachineLoad load,
        @Nullable UncheckedMajority unanswered) {

    /** Checks the numbers. */
    public CheckingCost {
        if (runs < 0 || durationMillis < 0) {
            throw new IllegalArgumentException("negative: " + runs + " runs, " + durationMillis + " ms");
        }
    }
}

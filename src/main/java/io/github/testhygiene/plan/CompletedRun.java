package io.github.testhygiene.plan;

import java.util.Objects;

/**
 * A run that was made.
 *
 * @param number from 1 up, in the order in which runs were started; the reference run is 1
 * @param request what was asked for
 * @param result what it showed
 */
public record CompletedRun(int number, RunRequest request, RunResult result) {

    /** Checks the number's range. */
    public CompletedRun {
        if (number < 1) {
            throw new IllegalArgumentException("run numbers start at 1: " + number);
        }
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(result, "result");
    }
}

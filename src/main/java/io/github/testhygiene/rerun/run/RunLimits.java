package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.TestOutcome;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long one JVM of a run may take before it is ended.
 *
 * @param recording tells how long the tests took for the user
 * @param fixed the user's own limit; null for one that is derived from the recording
 */
public record RunLimits(Recording recording, @Nullable Duration fixed) {

    // A cold JVM on a busy machine starts a large framework well within a minute.
    private static final Duration START = Duration.ofMinutes(1);
    private static final int TIMES_THE_REFERENCE = 10;

    /**
     * The limit for some tests in one JVM.
     *
     * @param tests the tests
     * @param rounds how often it executes them
     * @return the user's limit; without one, a minute and, for each round, ten times what the tests took in the reference run
     */
    public Duration of(List<RecordedTest> tests, int rounds) {
        if (fixed != null) {
            return fixed;
        }
        Duration reference = Duration.ZERO;
        for (RecordedTest test : tests) {
            TestOutcome outcome = recording.outcomes().get(test.id());
            reference = outcome == null ? reference : reference.plus(outcome.duration());
        }
        return START.plus(reference.multipliedBy((long) TIMES_THE_REFERENCE * rounds));
    }
}

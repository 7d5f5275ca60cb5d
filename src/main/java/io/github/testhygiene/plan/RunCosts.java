package io.github.testhygiene.plan;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.TestOutcome;
import java.time.Duration;

/**
 * How long runs will take, by what their tests took in the reference run.
 *
 * @param recording the reference run
 */
record RunCosts(Recording recording) {

    /**
     * Starting a JVM with its clone. Between the 0.4 s of a plain JDBC test in a fast fork and the 2 s of a Spring Boot
     * test; what counts is only that it is neither nothing nor much.
     */
    private static final Duration START = Duration.ofSeconds(1);

    /** The time that a run will take, in seconds; more than 0. */
    double seconds(RunRequest request) {
        Duration time = Duration.ZERO;
        for (RunRequest.Segment segment : request.segments()) {
            Duration tests = Duration.ZERO;
            for (RecordedTest test : segment.tests()) {
                TestOutcome outcome = recording.outcomes().get(test.id());
                if (outcome != null) {
                    tests = tests.plus(outcome.duration());
                }
            }
            time = time.plus(START).plus(tests.multipliedBy(request.experiment().rounds()));
        }
        return time.toNanos() / 1e9;
    }
}

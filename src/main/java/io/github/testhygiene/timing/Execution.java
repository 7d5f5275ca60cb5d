package io.github.testhygiene.timing;

import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One execution of one test in one run.
 *
 * @param id the test
 * @param className the binary name of the class that holds it
 * @param kind what the run was for
 * @param duration from the test's start to its end, per-test fixtures included; not negative
 * @param body the part of {@code duration} that the test's own method took; null if that was not measured
 * @param firstOfJvm whether no test was executed before it in its JVM
 * @param firstOfClass whether no test of its class was executed before it in its JVM
 * @param before the tests that were executed before it on the same database, in order; not to be changed any more
 */
public record Execution(
        TestId id,
        String className,
        RunKind kind,
        Duration duration,
        @Nullable Duration body,
        boolean firstOfJvm,
        boolean firstOfClass,
        List<TestId> before) {

    /** Checks the durations. The list is not copied: those of one run are views of one list, and many runs are long. */
    public Execution {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(kind, "kind");
        before = Collections.unmodifiableList(before);
        if (duration.isNegative() || (body != null && body.isNegative())) {
            throw new IllegalArgumentException("negative duration of " + id);
        }
    }

    double millis() {
        return Medians.millis(duration);
    }

    /** What starting the JVM, the pool and the class paths costs is in none of these. */
    boolean warm() {
        return !firstOfJvm;
    }
}

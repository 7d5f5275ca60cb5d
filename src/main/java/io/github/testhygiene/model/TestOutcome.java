package io.github.testhygiene.model;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one test ended in one run.
 *
 * @param id the test
 * @param status passed, failed or skipped
 * @param duration from the test's start to its end, per-test fixtures included; not negative
 * @param failure why it failed; null unless {@code status} is failed
 * @param body the part of {@code duration} that the test's own method took, without fixtures; null if that was not
 *     measured
 */
public record TestOutcome(
        TestId id,
        TestStatus status,
        Duration duration,
        @Nullable TestFailure failure,
        @Nullable Duration body) {

    /** Checks that the failure fits the status. */
    public TestOutcome {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        if (duration.isNegative()) {
            throw new IllegalArgumentException("negative duration of " + id + ": " + duration);
        }
        if (body != null && body.isNegative()) {
            throw new IllegalArgumentException("negative duration of the body of " + id + ": " + body);
        }
        if ((status == TestStatus.FAILED) != (failure != null)) {
            throw new IllegalArgumentException("a failure belongs to a failed test, and to no other: " + id);
        }
    }

    /**
     * An outcome whose body was not measured.
     *
     * @param id the test
     * @param status passed, failed or skipped
     * @param duration from the test's start to its end
     * @param failure why it failed; null unless it did
     */
    public TestOutcome(TestId id, TestStatus status, Duration duration, @Nullable TestFailure failure) {
        this(id, status, duration, failure, null);
    }

    /**
     * Whether the test passed.
     *
     * @return true if so
     */
    public boolean passed() {
        return status == TestStatus.PASSED;
    }

    /**
     * Whether the test failed.
     *
     * @return true if so
     */
    public boolean failed() {
        return status == TestStatus.FAILED;
    }

    /**
     * The failure, if there is one.
     *
     * @return empty unless the test failed
     */
    public Optional<TestFailure> findFailure() {
        return Optional.ofNullable(failure);
    }
}

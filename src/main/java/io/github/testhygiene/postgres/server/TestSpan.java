package io.github.testhygiene.postgres.server;

import io.github.testhygiene.model.TestId;
import java.time.Instant;
import java.util.Objects;

/**
 * When a test ran.
 *
 * @param id the test
 * @param from its start
 * @param to its end, which is no longer part of it; not before the start
 */
public record TestSpan(TestId id, Instant from, Instant to) {

    /** Checks that it does not end before it starts. */
    public TestSpan {
        Objects.requireNonNull(id, "id");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("it ends before it starts: " + id);
        }
    }

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}

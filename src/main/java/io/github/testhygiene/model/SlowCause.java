package io.github.testhygiene.model;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a test, or the suite, takes its time.
 *
 * @param kind the reason's kind
 * @param millis the time that it explains, in milliseconds; null if it cannot be told as a time
 * @param ofMillis the time of which it explains that part, in milliseconds: as a rule that of the reference run, else what
 *     the message names; never less than the part; null where {@code millis} is, and in older reports
 * @param message what was measured, in one sentence
 * @param advice what to do, in one sentence
 */
public record SlowCause(
        Kind kind, @Nullable Long millis, @Nullable Long ofMillis, String message, String advice) {

    /** Checks that what a person reads is there, and that no part exceeds its whole. */
    public SlowCause {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(advice, "advice");
        if (millis != null && ofMillis != null && millis > ofMillis) {
            throw new IllegalArgumentException(millis + " ms of " + ofMillis + " ms");
        }
    }

    /**
     * A reason of which it is not known what it is a part of.
     *
     * @param kind the reason's kind
     * @param millis the time that it explains; null if it cannot be told as a time
     * @param message what was measured
     * @param advice what to do
     */
    public SlowCause(Kind kind, @Nullable Long millis, String message, String advice) {
        this(kind, millis, null, message, advice);
    }

    /** Kinds of reasons. */
    public enum Kind implements Labeled {
        /** The server's own work. */
        SERVER,
        /** Connections that were opened. */
        CONNECTIONS,
        /** The schema was made again. */
        SCHEMA,
        /** The time that is the server's neither for work nor for the schema: computing, waiting, other services. */
        CLIENT,
        /** Fixtures of the test itself. */
        TEST_FIXTURE,
        /** Fixtures of the class. */
        CLASS_FIXTURE,
        /** A framework's start, which the first test of a class pays for. */
        FRAMEWORK_START,
        /** Rows that others left in tables that the test reads. */
        ROWS_ACCUMULATED,
        /** Containers that were started. */
        CONTAINERS;

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

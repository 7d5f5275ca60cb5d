package io.github.testhygiene.model;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a test, or the suite, takes its time.
 *
 * @param kind the reason's kind
 * @param millis the time that it explains, in milliseconds; null if it cannot be told as a time
 * @param message what was measured, in one sentence
 * @param advice what to do, in one sentence
 */
public record SlowCause(Kind kind, @Nullable Long millis, String message, String advice) {

    /** Checks that what a person reads is there. */
    public SlowCause {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(advice, "advice");
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

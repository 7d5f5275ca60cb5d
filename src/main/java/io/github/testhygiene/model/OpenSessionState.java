package io.github.testhygiene.model;

import java.util.Locale;
import java.util.Objects;

/**
 * Something that a session on the database still held when a span ended.
 *
 * @param kind what it held
 * @param description which session, and what it did last
 */
public record OpenSessionState(Kind kind, String description) {

    /** Checks that nothing is missing. */
    public OpenSessionState {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(description, "description");
    }

    /** What a session may hold. */
    public enum Kind implements Labeled {
        /** A transaction that was begun and neither committed nor rolled back. */
        OPEN_TRANSACTION,
        /** An advisory lock. */
        ADVISORY_LOCK;

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

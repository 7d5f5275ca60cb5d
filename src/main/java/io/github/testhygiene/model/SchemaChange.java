package io.github.testhygiene.model;

import java.util.Locale;
import java.util.Objects;

/**
 * An object of the schema that is not as it was.
 *
 * @param kind what happened to it
 * @param type what it is, for example {@code table} or {@code function}
 * @param name its name with its schema
 */
public record SchemaChange(Kind kind, String type, String name) {

    /** Checks that nothing is missing. */
    public SchemaChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
    }

    /** What happened to an object. */
    public enum Kind implements Labeled {
        /** It is new. */
        CREATED,
        /** It is there as before, and differs. */
        CHANGED,
        /** It is gone. */
        DROPPED;

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package io.github.testhygiene.model;

import java.util.Locale;

/** Where the PostgreSQL server comes from. */
public enum Provider implements Labeled {
    /** A container that we started. */
    CONTAINER,
    /** A server process that we started. */
    EMBEDDED,
    /** The user's own server. */
    EXTERNAL;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

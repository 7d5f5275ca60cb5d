package io.github.testhygiene.model;

import java.util.Locale;

/** How the JVM of a re-run is launched. */
public enum ForkMode implements Labeled {
    /** As the recorded one. */
    PLAIN,
    /**
     * As the recorded one, with what makes it start sooner: one compiler, the serial collector, and classes from an
     * archive. What fails there is repeated in a plain one, whose word counts.
     */
    FAST;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

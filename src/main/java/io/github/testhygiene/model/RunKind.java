package io.github.testhygiene.model;

import java.util.Locale;

/** What a run is for. */
public enum RunKind implements Labeled {
    /** The user's failsafe run. */
    REFERENCE,
    /** One test in a fresh JVM on a fresh clone. */
    ALONE,
    /** Every test twice in one JVM and database. */
    TWICE,
    /** All tests in the reverse of the reference order. */
    REVERSE,
    /** All tests in a random order, or in the reverse of one. */
    SHUFFLED,
    /** A suspicious outcome repeated. */
    CONFIRM,
    /** Part of the search for a culprit. */
    SEARCH,
    /** Part of the experiment that locates a leak. */
    LOCATE;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

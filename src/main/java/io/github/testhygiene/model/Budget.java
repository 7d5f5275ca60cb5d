package io.github.testhygiene.model;

import java.util.Locale;

/** A test's time against the two limits for one test. */
public enum Budget implements Labeled {
    /** Between the floor and the budget. */
    WITHIN,
    /** Slower than the budget. */
    OVER,
    /** Faster than the floor, which a test that reaches PostgreSQL seldom is. */
    UNDER;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.github.testhygiene.model;

import java.util.Locale;

/** Which tests are checked. */
public enum SelectMode implements Labeled {
    /** Every test. */
    ALL,
    /** Tests that are new or different, or that reach a class of their module that is. */
    CHANGED,
    /** Tests with a finding in the last report, and those that share tables with them. */
    SUSPECTS;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

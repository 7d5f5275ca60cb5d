package io.github.testhygiene.model;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity implements Labeled {
    /** Must be fixed. */
    ERROR,
    /** Should be fixed. */
    WARNING,
    /** Good to know. */
    INFO;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

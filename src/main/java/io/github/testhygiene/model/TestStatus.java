package io.github.testhygiene.model;

import java.util.Locale;

/** How one test ended in one run. */
public enum TestStatus implements Labeled {
    /** The test ran to its end. */
    PASSED,
    /** The test, or a fixture that it needs, threw. */
    FAILED,
    /** The test was disabled, or an assumption did not hold. */
    SKIPPED;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

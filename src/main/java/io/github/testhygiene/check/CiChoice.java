package io.github.testhygiene.check;

import io.github.testhygiene.model.Labeled;
import java.util.Locale;

/** For which CI system the user wants output. */
public enum CiChoice implements Labeled {
    /** For the one on which the build runs. */
    AUTO,
    /** Annotations and a summary of the step. */
    GITHUB,
    /** A code quality report. */
    GITLAB,
    /** For none. */
    NONE;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

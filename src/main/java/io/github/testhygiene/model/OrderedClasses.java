package io.github.testhygiene.model;

import java.util.Locale;

/** How classes are treated that declare the order of their tests. */
public enum OrderedClasses implements Labeled {
    /** Each is run and moved as a whole. */
    UNIT,
    /** Their tests are run alone as well. */
    SPLIT;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

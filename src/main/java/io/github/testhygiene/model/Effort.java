package io.github.testhygiene.model;

import java.util.Locale;

/** How many orders are tried. */
public enum Effort implements Labeled {
    /** The reverse order and one that is built from what the database saw; no random orders. */
    QUICK,
    /** That, and the random orders that are asked for. */
    NORMAL,
    /** That, and as many orders as it takes until every test of a class has directly followed every other one. */
    THOROUGH;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

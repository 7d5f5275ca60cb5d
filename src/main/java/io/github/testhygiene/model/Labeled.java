package io.github.testhygiene.model;

/** A constant that has a name of its own in reports and settings, such as {@code non-idempotent}. */
public interface Labeled {

    /**
     * The constant's name in reports and settings.
     *
     * @return lower case, words joined by hyphens
     */
    String label();
}

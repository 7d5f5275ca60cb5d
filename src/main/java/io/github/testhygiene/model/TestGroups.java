package io.github.testhygiene.model;

import org.jspecify.annotations.Nullable;

/**
 * What an execution of failsafe selects by tags, groups or categories.
 *
 * @param included the expression of {@code <groups>}; null if there is none
 * @param excluded the expression of {@code <excludedGroups>}; null if there is none
 */
public record TestGroups(
        @Nullable String included, @Nullable String excluded) {

    /** Selects all tests. */
    public static final TestGroups ALL = new TestGroups(null, null);
}

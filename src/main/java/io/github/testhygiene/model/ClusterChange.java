package io.github.testhygiene.model;

import java.util.Objects;

/**
 * Something outside the tests' database, but on its server, that tests left other than it was.
 *
 * @param what in words, without any secret, for example {@code role auditor was created}
 * @param undo the statement that reverts it, or why there is none
 */
public record ClusterChange(String what, String undo) {

    /** Checks that both are given. */
    public ClusterChange {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(undo, "undo");
    }
}

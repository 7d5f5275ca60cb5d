package io.github.testhygiene.model;

import java.util.Objects;

/**
 * Something that a user has to mend, in the words in which the user is told.
 *
 * @param what what happened, with the actual value and the limit; one sentence
 * @param fix what to do about it: the XML element or the {@code -D} flag, the next command
 */
public record Problem(String what, String fix) {

    /** Checks that both halves are there. */
    public Problem {
        if (Objects.requireNonNull(what, "what").isBlank()
                || Objects.requireNonNull(fix, "fix").isBlank()) {
            throw new IllegalArgumentException("a problem says what happened and how to mend it");
        }
    }

    /**
     * Both halves.
     *
     * @return what happened, a line break, what to do
     */
    public String text() {
        return what + System.lineSeparator() + "  → " + fix;
    }
}

package io.github.testhygiene.model;

import java.util.Objects;

/**
 * Why a test failed.
 *
 * @param type the exception's class name
 * @param message the exception's message; empty if it has none
 * @param stackTrace the stack trace as text, cut by the recorder; empty if unknown
 */
public record TestFailure(String type, String message, String stackTrace) {

    /** Checks that nothing is missing. */
    public TestFailure {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(stackTrace, "stackTrace");
    }

    /**
     * The failure in one line.
     *
     * @return the simple class name and the message's first line, at most 160 characters
     */
    public String oneLine() {
        String name = type.substring(type.lastIndexOf('.') + 1);
        String first = message.strip().lines().findFirst().orElse("");
        String line = first.isEmpty() ? name : name + ": " + first;
        return line.length() <= 160 ? line : line.substring(0, 159) + "…";
    }
}

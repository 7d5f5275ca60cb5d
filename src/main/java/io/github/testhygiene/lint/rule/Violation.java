package io.github.testhygiene.lint.rule;

import io.github.testhygiene.model.Severity;
import java.util.Objects;

/**
 * A habit that was found.
 *
 * @param habit the habit
 * @param severity how bad it is here
 * @param place where
 * @param detail what tells it from others of the habit at the same method; empty if nothing
 * @param message what was seen, in one sentence
 */
public record Violation(RuleDescription habit, Severity severity, ViolationPlace place, String detail, String message) {

    /** Checks that all is there. */
    public Violation {
        Objects.requireNonNull(habit, "habit");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(message, "message");
    }

    /**
     * A violation that is as bad as its rule.
     *
     * @param habit the habit
     * @param place where
     * @param detail what tells it from others of the habit at the same method; empty if nothing
     * @param message what was seen, in one sentence
     */
    public Violation(RuleDescription habit, ViolationPlace place, String detail, String message) {
        this(habit, habit.rule().severity(), place, detail, message);
    }
}

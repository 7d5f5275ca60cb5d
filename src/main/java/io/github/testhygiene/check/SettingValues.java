package io.github.testhygiene.check;

import io.github.testhygiene.advice.SettingsAdvice;
import io.github.testhygiene.gate.GatePolicy;
import io.github.testhygiene.model.Labeled;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.TimeSpan;
import io.github.testhygiene.timing.TimeLimits;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and checks the values that a user has written for settings. */
public final class SettingValues {

    private SettingValues() {}

    /**
     * Reads a text that may be missing.
     *
     * @param text what the user has written; null if nothing
     * @return the text without blanks around it; null if nothing is left
     */
    public static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * Reads a value of a closed set.
     *
     * @param element the XML element, for the message
     * @param value what the user has written; case does not matter
     * @param accepted the values that there are
     * @param <E> the set
     * @return the value
     * @throws ProblemException if there is no such value; names those that there are
     */
    public static <E extends Labeled> E oneOf(String element, String value, E[] accepted) {
        return Labeled.parse(value, accepted, (unknown, known) -> SettingsAdvice.notOneOf(element, unknown, known));
    }

    /**
     * Reads a time.
     *
     * @param element the XML element, for the message
     * @param value what the user has written, such as {@code 1h30m}
     * @param example what could be written, for the message
     * @return the time; positive
     * @throws ProblemException if it cannot be read
     */
    public static Duration duration(String element, String value, String example) {
        try {
            return TimeSpan.parse(value);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(SettingsAdvice.badDuration(element, value, example), e);
        }
    }

    /**
     * Checks a number.
     *
     * @param element the XML element, for the message
     * @param value what the user has written
     * @param least the least that is accepted
     * @param most the most that is accepted
     * @return the number
     * @throws ProblemException if it is out of this range
     */
    public static int inRange(String element, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ProblemException(SettingsAdvice.badNumber(element, value, "between " + least + " and " + most));
        }
        return value;
    }

    /**
     * Checks limits of time against each other.
     *
     * @param floor the time under which a test probably never reached the database
     * @param test how long a test may take
     * @param suite how long the whole suite may take
     * @return the limits
     * @throws ProblemException if one contradicts another
     */
    public static TimeLimits limits(Duration floor, Duration test, Duration suite) {
        try {
            return new TimeLimits(floor, test, suite);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(SettingsAdvice.contradictingLimits(String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Reads which rules fail the build.
     *
     * @param failOn labels of rules, separated by commas; {@code none} or null for none
     * @return the policy
     * @throws ProblemException if there is no such rule; names those there are
     */
    public static GatePolicy gatePolicy(@Nullable String failOn) {
        Set<String> rules = Arrays.stream((failOn == null ? "none" : failOn).split(","))
                .map(String::strip)
                .filter(rule -> !rule.isEmpty() && !rule.equals("none"))
                .collect(Collectors.toUnmodifiableSet());
        for (String rule : rules) {
            if (!Rule.labels().contains(rule)) {
                throw new ProblemException(SettingsAdvice.notOneOf("failOn", rule, Rule.labels()));
            }
        }
        return new GatePolicy(rules);
    }
}

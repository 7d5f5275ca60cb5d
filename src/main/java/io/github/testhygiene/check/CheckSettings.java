package io.github.testhygiene.check;

import io.github.testhygiene.advice.SettingsAdvice;
import io.github.testhygiene.evidence.EvidenceRules;
import io.github.testhygiene.gate.FindingPolicy;
import io.github.testhygiene.gate.GatePolicy;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Seed;
import io.github.testhygiene.model.TimeSpan;
import io.github.testhygiene.timing.TimeLimits;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of {@code isolate}, checked.
 *
 * @param tests the pattern of tests to check; null for all
 * @param seed where random orders come from
 * @param orders how many of them
 * @param onlyRun the one run to make; null for all
 * @param timeBudget how long checking may take
 * @param runTimeout how long one JVM may take; null for a limit derived from the reference run
 * @param parallel how many runs at a time
 * @param splitOrderedClasses whether classes that declare an order are taken apart
 * @param limits the limits for tests and suite
 * @param policy what fails the build
 * @param evidence the limits of the rules about what the database saw
 * @param findings what the project makes of findings
 * @param scope how much is checked, and in what kind of JVM
 */
public record CheckSettings(
        @Nullable TestPattern tests,
        Seed seed,
        int orders,
        @Nullable String onlyRun,
        Duration timeBudget,
        @Nullable Duration runTimeout,
        int parallel,
        boolean splitOrderedClasses,
        TimeLimits limits,
        GatePolicy policy,
        EvidenceRules evidence,
        FindingPolicy findings,
        CheckScope scope) {

    /** The same with another number of runs at a time. */
    public CheckSettings withParallel(int number) {
        return new CheckSettings(
                tests,
                seed,
                orders,
                onlyRun,
                timeBudget,
                runTimeout,
                number,
                splitOrderedClasses,
                limits,
                policy,
                evidence,
                findings,
                scope);
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
     * Returns how many runs are made at a time where nothing is said.
     *
     * @return half the processors, at least 1, at most 8
     */
    public static int defaultParallel() {
        return Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors() / 2));
    }

    /** The day as a number, so that a day's builds agree and the next day tries other orders. */
    public static Seed seedOfTheDay() {
        return new Seed(Long.parseLong(LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE)));
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
     * Reads how classes are treated that declare an order.
     *
     * @param value {@code unit} or {@code split}; case does not matter
     * @return whether they are taken apart
     * @throws ProblemException if it is neither
     */
    public static boolean split(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "unit" -> false;
            case "split" -> true;
            default ->
                throw new ProblemException(SettingsAdvice.notOneOf("orderedClasses", value, List.of("unit", "split")));
        };
    }

    /**
     * Reads which rules fail the build.
     *
     * @param failOn labels of rules, separated by commas; {@code none} for none
     * @return the policy
     * @throws ProblemException if there is no such rule; names those there are
     */
    public static GatePolicy policy(String failOn) {
        Set<String> rules = Arrays.stream(failOn.split(","))
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

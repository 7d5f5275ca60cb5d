package io.github.testhygiene.text;

import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.RuleCount;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words in which every form of the report says the same thing. */
public final class Phrases {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Phrases() {}

    /**
     * The gate's result. Tests without an answer are named even where they fail no build, since they never count as
     * isolated; where most have none, that comes first and "passed" is not said.
     *
     * @param report the report
     * @return for example {@code Failed: 1 victim, 1 brittle test}
     */
    public static String headline(HygieneReport report) {
        GateResult gate = report.gate();
        Optional<String> unanswered = report.findUnanswered()
                .map(most ->
                        most.unchecked() + " of " + count(most.asked(), "test") + are(most.unchecked()) + "unchecked");
        if (!gate.passed()) {
            // One finding stands for all unchecked tests; where most are, their number says more.
            Stream<String> failed = gate.breaches().stream()
                    .filter(breach -> unanswered.isEmpty() || !breach.rule().equals(Rule.UNCHECKED.label()))
                    .map(breach -> RuleCountPhrase.describe(new RuleCount(breach.rule(), breach.actual())));
            return "Failed: "
                    + Stream.of(failed.collect(Collectors.joining(", ")), unanswered.orElse(""))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining("; "));
        }
        if (unanswered.isPresent()) {
            return "Not checked: " + unanswered.get();
        }
        long notSelected =
                report.tests().stream().filter(TestEntry::isNotSelected).count();
        long unchecked = report.count(VerdictKind.UNCHECKED) - notSelected;
        String of = " of " + count(report.tests().size(), "test");
        if (notSelected == 0) {
            return unchecked == 0 ? "Passed" : "Passed, but " + unchecked + of + are(unchecked) + "unchecked";
        }
        return unchecked == 0
                ? "Passed, but " + notSelected + of + are(notSelected) + "not selected"
                : "Passed, but " + unchecked + of + are(unchecked) + "unchecked, and " + notSelected + are(notSelected)
                        + "not selected";
    }

    private static String are(long number) {
        return number == 1 ? " is " : " are ";
    }

    /**
     * A verdict as what goes on after the test's name.
     *
     * @param test the test
     * @param run the run in which it failed; null if it never did, or that run is not known
     * @return for example {@code passes alone and fails in run 4 (reverse order)}
     */
    public static String sentence(TestEntry test, @Nullable RunEntry run) {
        return switch (test.verdict()) {
            case VICTIM -> "passes alone and fails" + (run == null ? " after other tests" : " in " + in(run));
            case BRITTLE -> fails(run) + " and passes after other tests";
            case NON_IDEMPOTENT -> "passes, then fails when run a second time in the same JVM and database";
            case FLAKY -> "changed its outcome when the very same run was repeated";
            case FAILING -> "fails in every run";
            case SKIPPED -> "did not run in the reference run";
            case UNCHECKED -> "is unchecked";
            case ISOLATED -> "passes alone and in every order tried";
        };
    }

    private static String fails(@Nullable RunEntry run) {
        if (run == null) {
            return "fails alone";
        }
        return run.kind() == RunKind.ALONE ? "fails alone (run " + run.number() + ")" : "fails in " + in(run);
    }

    /**
     * Names a run.
     *
     * @param run the run
     * @return for example {@code run 4 (reverse order)}
     */
    public static String in(RunEntry run) {
        return "run " + run.number() + " (" + kind(run.kind()) + ")";
    }

    /**
     * What a run was for.
     *
     * @param kind the kind of run
     * @return for example {@code reverse order}
     */
    public static String kind(RunKind kind) {
        return switch (kind) {
            case REFERENCE -> "reference order";
            case ALONE -> "alone";
            case TWICE -> "every test twice";
            case REVERSE -> "reverse order";
            case SHUFFLED -> "shuffled order";
            case CONFIRM -> "repeated to confirm";
            case SEARCH -> "search for the culprit";
            case LOCATE -> "locating the leak";
        };
    }

    /**
     * A number of things.
     *
     * @param number how many
     * @param noun the thing, in the singular
     * @return for example {@code 2 tests}, {@code 12,400 statements}
     */
    public static String count(long number, String noun) {
        return number(number) + " " + Wording.plural(number, noun);
    }

    /**
     * A number with its thousands apart.
     *
     * @param number any number
     * @return for example {@code 12,400}
     */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /**
     * A time that a person reads at a glance: at least two digits count, and no more than are worth it.
     *
     * @param millis not negative
     * @return for example {@code 84 ms}, {@code 1.24 s}, {@code 4 min 12 s}
     */
    public static String time(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 9_995) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1_000.0);
        }
        if (millis < 59_950) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
        }
        long seconds = millis / 1_000 + (millis % 1_000 >= 500 ? 1 : 0);
        return seconds < 3_600
                ? pair(seconds / 60, "min", seconds % 60, "s")
                : pair(seconds / 3_600, "h", seconds % 3_600 / 60, "min");
    }

    /**
     * A time that is often shorter than a millisecond, such as the server's for a few statements.
     *
     * @param millis not negative
     * @return for example {@code 0.4 ms}, {@code 32 ms}, {@code 1.24 s}
     */
    public static String time(double millis) {
        if (millis > 0 && millis < 0.1) {
            return "less than 0.1 ms";
        }
        return millis > 0 && millis < 9.95 ? String.format(Locale.ROOT, "%.1f ms", millis) : time(Math.round(millis));
    }

    /**
     * An amount of data as people write it.
     *
     * @param bytes 0 or more
     * @return for example {@code 16 kB} or {@code 2.5 MB}
     */
    public static String bytes(long bytes) {
        if (bytes < 1_000_000) {
            return Math.round(bytes / 1e3) + " kB";
        }
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        String whole = large + " " + largeUnit;
        return small == 0 ? whole : whole + " " + small + " " + smallUnit;
    }

    /**
     * A share as a percentage that never rounds up to certainty.
     *
     * @param share 0 to 1
     * @return for example {@code 87 %}
     */
    public static String percent(double share) {
        long percent = Math.round(share * 100);
        return (percent == 100 && share < 1 ? "more than 99" : Long.toString(percent)) + " %";
    }

    /**
     * A moment, to the minute.
     *
     * @param instant the moment
     * @return for example {@code 2026-11-22 12:54 UTC}
     */
    public static String moment(Instant instant) {
        return MOMENT.format(instant);
    }
}

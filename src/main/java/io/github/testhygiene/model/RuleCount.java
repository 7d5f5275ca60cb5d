package io.github.testhygiene.model;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * So many findings of one rule.
 *
 * @param rule the rule's id
 * @param count how many; not negative
 */
public record RuleCount(String rule, long count) {

    /** Rules that are named by what a test is, so that "test" has to be added. */
    private static final Set<String> ADJECTIVES =
            Set.of("brittle", "failing", "flaky", "isolated", "non-idempotent", "skipped", "unchecked");

    /** Checks that the count is not negative. */
    public RuleCount {
        Objects.requireNonNull(rule, "rule");
        if (count < 0) {
            throw new IllegalArgumentException("negative count of " + rule + ": " + count);
        }
    }

    /**
     * The count in words.
     *
     * @return for example {@code 2 victims}, {@code 1 brittle test}, {@code suite over budget},
     *     {@code rows left behind 3 times}, {@code 3 thread-sleep findings}
     */
    public String phrase() {
        if (ADJECTIVES.contains(rule)) {
            return counted(rule + " test");
        }
        return switch (rule) {
            case "slow-suite" -> "suite over budget";
            case "victim" -> counted("victim");
            // A test may leave rows in several tables, and a class's fixtures are no test.
            case "leaves-rows" -> "rows left behind " + times();
            case "leaves-schema" -> "schema left changed " + times();
            case "leaves-session" -> "transactions or locks left open " + times();
            case "leaves-cluster-state" -> "server left changed " + times();
            case "advances-sequence" -> counted("sequence") + " advanced";
            case "never-reaches-database" -> tests("never reaches the database", "never reach the database");
            case "write-not-read-back" ->
                tests("does not read back what it writes", "do not read back what they write");
            case "uses-another-database" -> "suite on another database";
            case "duplicate-statement" -> tests("repeats a statement", "repeat a statement");
            case "opens-connections" -> tests("opens many connections", "open many connections");
            case "executed-twice" -> "tests of " + count + (count == 1 ? " class" : " classes") + " executed twice";
            case "leaves-files" -> tests("leaves files", "leave files") + " outside the build directory";
            case "mocked-database" -> "database mocked " + times();
            case "substitute-engine" -> "another engine than PostgreSQL " + times();
            case "fixed-database" -> "database fixed " + times();
            case "container-per-test" -> "containers for each test " + times();
            case "schema-per-test" -> "schema made for each test " + times();
            case "no-assertion" -> tests("checks nothing", "check nothing");
            case "happy-path-only" -> count + (count == 1 ? " class expects" : " classes expect") + " no failure";
            case "declares-order" -> "order declared " + times();
            case "shared-mutable-state" -> counted("shared field");
            case "global-state" -> "global state changed " + times();
            case "sleeps" -> counted("sleep");
            case "external-network" -> "other machines called " + times();
            case "fixed-port" -> counted("fixed port");
            case "fixed-file" -> counted("fixed file");
            case "commits-by-hand" -> "committed by hand " + times();
            case "random-or-clock" -> "chance or clock checked " + times();
            case "unread-class" -> "test classes not read";
            case "unused-suppression" -> counted("unused suppression");
            default -> counted(rule.endsWith("-test") ? rule.replace('-', ' ') : rule + " finding");
        };
    }

    private String counted(String noun) {
        return String.format(Locale.ROOT, "%d %s%s", count, noun, count == 1 ? "" : "s");
    }

    private String tests(String one, String several) {
        return counted("test") + " " + (count == 1 ? one : several);
    }

    private String times() {
        return count == 1 ? "once" : count + " times";
    }
}

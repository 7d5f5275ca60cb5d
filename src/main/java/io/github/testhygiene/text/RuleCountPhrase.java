package io.github.testhygiene.text;

import io.github.testhygiene.model.RuleCount;
import java.util.Set;

/** Says in words how many findings of a rule there are. */
public final class RuleCountPhrase {

    /** Rules that are named by what a test is, so that "test" has to be added. */
    private static final Set<String> ADJECTIVES =
            Set.of("brittle", "failing", "flaky", "isolated", "non-idempotent", "skipped", "unchecked");

    private RuleCountPhrase() {}

    /**
     * Returns the count in words.
     *
     * @param findings how many findings of which rule
     * @return for example {@code 2 victims}, {@code 1 brittle test}, {@code suite over budget},
     *     {@code rows left behind 3 times}, {@code 3 thread-sleep findings}
     */
    public static String describe(RuleCount findings) {
        String rule = findings.rule();
        long count = findings.count();
        if (ADJECTIVES.contains(rule)) {
            return Wording.count(count, rule + " test");
        }
        return switch (rule) {
            case "slow-suite" -> "suite over budget";
            case "victim" -> Wording.count(count, "victim");
            // A test may leave rows in several tables, and a class's fixtures are no test.
            case "leaves-rows" -> "rows left behind " + times(count);
            case "leaves-schema" -> "schema left changed " + times(count);
            case "leaves-session" -> "transactions or locks left open " + times(count);
            case "leaves-cluster-state" -> "server left changed " + times(count);
            case "advances-sequence" -> Wording.count(count, "sequence") + " advanced";
            case "never-reaches-database" -> tests(count, "never reaches the database", "never reach the database");
            case "write-not-read-back" ->
                tests(count, "does not read back what it writes", "do not read back what they write");
            case "uses-another-database" -> "suite on another database";
            case "duplicate-statement" -> tests(count, "repeats a statement", "repeat a statement");
            case "opens-connections" -> tests(count, "opens many connections", "open many connections");
            case "executed-twice" -> "tests of " + count + (count == 1 ? " class" : " classes") + " executed twice";
            case "leaves-files" -> tests(count, "leaves files", "leave files") + " outside the build directory";
            case "mocked-database" -> "database mocked " + times(count);
            case "substitute-engine" -> "another engine than PostgreSQL " + times(count);
            case "fixed-database" -> "database fixed " + times(count);
            case "container-per-test" -> "containers for each test " + times(count);
            case "schema-per-test" -> "schema made for each test " + times(count);
            case "no-assertion" -> tests(count, "checks nothing", "check nothing");
            case "happy-path-only" -> count + (count == 1 ? " class expects" : " classes expect") + " no failure";
            case "declares-order" -> "order declared " + times(count);
            case "shared-mutable-state" -> Wording.count(count, "shared field");
            case "global-state" -> "global state changed " + times(count);
            case "sleeps" -> Wording.count(count, "sleep");
            case "external-network" -> "other machines called " + times(count);
            case "fixed-port" -> Wording.count(count, "fixed port");
            case "fixed-file" -> Wording.count(count, "fixed file");
            case "commits-by-hand" -> "committed by hand " + times(count);
            case "random-or-clock" -> "chance or clock checked " + times(count);
            case "unread-class" -> "test classes not read";
            case "unused-suppression" -> Wording.count(count, "unused suppression");
            default -> Wording.count(count, rule.endsWith("-test") ? rule.replace('-', ' ') : rule + " finding");
        };
    }

    private static String tests(long count, String one, String several) {
        return Wording.count(count, "test") + " " + (count == 1 ? one : several);
    }

    private static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }
}

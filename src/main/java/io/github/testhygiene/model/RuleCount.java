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
     *     {@code 3 thread-sleep findings}
     */
    public String phrase() {
        String plural = count == 1 ? "" : "s";
        if (ADJECTIVES.contains(rule)) {
            return String.format(Locale.ROOT, "%d %s test%s", count, rule, plural);
        }
        if (rule.equals("slow-suite")) {
            return "suite over budget";
        }
        if (rule.equals("victim")) {
            return String.format(Locale.ROOT, "%d victim%s", count, plural);
        }
        if (rule.endsWith("-test")) {
            return String.format(Locale.ROOT, "%d %s%s", count, rule.replace('-', ' '), plural);
        }
        return String.format(Locale.ROOT, "%d %s finding%s", count, rule, plural);
    }
}

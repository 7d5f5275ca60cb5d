package io.github.testhygiene.model;

import java.util.Objects;

/**
 * So many findings of one rule.
 *
 * @param rule the rule's id
 * @param count how many; not negative
 */
public record RuleCount(String rule, long count) {

    /** Checks that the count is not negative. */
    public RuleCount {
        Objects.requireNonNull(rule, "rule");
        if (count < 0) {
            throw new IllegalArgumentException("negative count of " + rule + ": " + count);
        }
    }
}

package io.github.testhygiene.lint.rule;

import io.github.testhygiene.model.Rule;
import java.util.Objects;

/**
 * What a lint rule is about.
 *
 * @param rule its id, default severity and documentation
 * @param advice what to do about it, in one sentence
 */
public record RuleDescription(Rule rule, String advice) {

    /** Checks that all is there. */
    public RuleDescription {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(advice, "advice");
    }
}

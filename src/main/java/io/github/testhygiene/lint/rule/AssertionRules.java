package io.github.testhygiene.lint.rule;

import java.util.List;

/** The rules about what tests check. */
public final class AssertionRules {

    private AssertionRules() {}

    /**
     * All of them.
     *
     * @return in the order of the documentation
     */
    public static List<LintRule> all() {
        return List.of(new NoAssertion(), new HappyPathOnly(), new RandomOrClock());
    }
}

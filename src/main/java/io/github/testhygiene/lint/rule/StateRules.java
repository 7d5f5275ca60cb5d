package io.github.testhygiene.lint.rule;

import java.util.List;

/** The rules about what tests share, or reach outside. */
public final class StateRules {

    private StateRules() {}

    /**
     * All of them.
     *
     * @return in the order of the documentation
     */
    public static List<LintRule> all() {
        return List.of(
                new DeclaredTestOrder(),
                new SharedMutableState(),
                new GlobalState(),
                new Sleeps(),
                new ExternalNetwork(),
                new FixedPort(),
                new FixedFile());
    }
}

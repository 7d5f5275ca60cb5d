package io.github.testhygiene.lint.rule;

import java.util.List;

/** The rules about what fixtures do to the database. */
public final class FixtureRules {

    private FixtureRules() {}

    /**
     * All of them.
     *
     * @return in the order of the documentation
     */
    public static List<LintRule> all() {
        return List.of(new ContainerPerTest(), new SchemaPerTest(), new ManualCommits());
    }
}

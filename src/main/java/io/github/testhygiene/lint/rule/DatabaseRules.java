package io.github.testhygiene.lint.rule;

import java.util.List;

/** The rules about what stands where the database should be. */
public final class DatabaseRules {

    private DatabaseRules() {}

    /**
     * All of them.
     *
     * @return in the order of the documentation
     */
    public static List<LintRule> all() {
        return List.of(new MockedDatabase(), new SubstituteEngine(), new FixedDatabase());
    }
}

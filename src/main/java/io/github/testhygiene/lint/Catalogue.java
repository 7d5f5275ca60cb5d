package io.github.testhygiene.lint;

import io.github.testhygiene.lint.rule.AssertionRules;
import io.github.testhygiene.lint.rule.DatabaseRules;
import io.github.testhygiene.lint.rule.FixtureRules;
import io.github.testhygiene.lint.rule.LintRule;
import io.github.testhygiene.lint.rule.StateRules;
import java.util.List;
import java.util.stream.Stream;

/** All rules. */
public final class Catalogue {

    private Catalogue() {}

    /**
     * All rules.
     *
     * @return in the order of the documentation
     */
    public static List<LintRule> rules() {
        return Stream.of(DatabaseRules.all(), FixtureRules.all(), AssertionRules.all(), StateRules.all())
                .flatMap(List::stream)
                .toList();
    }
}

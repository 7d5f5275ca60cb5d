package io.github.testhygiene.gate;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Suppression;
import java.util.ArrayList;
import java.util.List;

/**
 * What a project makes of findings: how seriously it takes rules, and what it has decided to live with.
 *
 * @param levels how seriously rules are taken
 * @param suppressions what is accepted
 */
public record FindingPolicy(RuleLevels levels, List<Suppression> suppressions) {

    /** Whether the bytecode of the tests was read. */
    public enum Bytecode {
        /** It was: what its rules do not find is not there. */
        READ,
        /** It was not: nothing is known of what its rules would find. */
        UNREAD
    }

    /** Copies the list. */
    public FindingPolicy {
        suppressions = List.copyOf(suppressions);
    }

    /**
     * Takes findings as the project wants.
     *
     * @param findings all findings
     * @param declared what the test classes declare to be accepted
     * @param bytecode whether the tests' bytecode was read, so that all findings of lint rules are there
     * @return without those that are off, each accepted or not; with one for each suppression that suppresses nothing
     */
    public List<Finding> apply(List<Finding> findings, List<Suppression> declared, Bytecode bytecode) {
        List<Suppression> all = new ArrayList<>(suppressions);
        all.addAll(declared);
        List<Finding> taken = levels.apply(findings);
        List<Finding> told = Suppressions.apply(taken, all, rule -> bytecode == Bytecode.READ && isJudged(rule));
        List<Finding> unused = told.subList(taken.size(), told.size());
        List<Finding> result = new ArrayList<>(told.subList(0, taken.size()));
        result.addAll(levels.apply(unused));
        return List.copyOf(result);
    }

    /** A rule that watches runs may find tomorrow what it did not find today. */
    private boolean isJudged(String rule) {
        return !levels.isOff(rule) && Rule.of(rule).map(Rule::isAboutBytecode).orElse(false);
    }
}

package io.github.testhygiene.report.trend;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.TestId;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a build looked at, as far as its report does not tell.
 *
 * @param wholeSuite whether failsafe ran all that the module has, and not what somebody selected for once
 * @param everyTest whether every test that ran was to be checked
 * @param everyRun whether all kinds of runs were to be made, and not one alone
 * @param ruleIsOn whether the findings of a rule, named by its id, stand in the report
 * @param classExists whether a class, by its binary name, is still on the tests' class path
 * @param measured the tests whose own methods were watched on the database, apart from their fixtures
 * @param codeIsRead whether the bytecode that a finding is about was read, for tests that ran
 */
public record BuildScope(
        boolean wholeSuite,
        boolean everyTest,
        boolean everyRun,
        Predicate<String> ruleIsOn,
        Predicate<String> classExists,
        Set<TestId> measured,
        Predicate<Finding> codeIsRead) {

    /** Copies the set. */
    public BuildScope {
        Objects.requireNonNull(ruleIsOn, "ruleIsOn");
        Objects.requireNonNull(classExists, "classExists");
        Objects.requireNonNull(codeIsRead, "codeIsRead");
        measured = Set.copyOf(measured);
    }

    /**
     * Whether the build is one like others, so that later ones can be compared with it.
     *
     * @return false if somebody asked for a part of the suite, or of the checks
     */
    public boolean isWhole() {
        return wholeSuite && everyTest && everyRun;
    }
}

package io.github.testhygiene.lint;

import io.github.testhygiene.lint.Linter.LintTarget;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.LintEntry;
import io.github.testhygiene.model.LintEntry.PackageTests;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Suppression;
import java.time.Duration;
import java.util.List;

/**
 * What a look at the tests' bytecode says.
 *
 * @param findings what was found, the worst first
 * @param suppressions what the test classes declare to be accepted
 * @param entry what was looked at
 * @param places where tests are in the sources
 * @param code which code the tests reach
 */
public record LintOutcome(
        List<Finding> findings,
        List<Suppression> suppressions,
        LintEntry entry,
        TestPlaces places,
        ReachedCodeIndex code) {

    /** Copies the lists. */
    public LintOutcome {
        findings = List.copyOf(findings);
        suppressions = List.copyOf(suppressions);
    }

    /**
     * Nothing was looked at.
     *
     * @param reason why, in a sentence
     * @return no findings
     */
    public static LintOutcome notLooked(String reason) {
        return new LintOutcome(
                List.of(), List.of(), LintEntry.notLooked(reason), TestPlaces.NONE, ReachedCodeIndex.NONE);
    }

    /**
     * Whether the bytecode says what the log of the statements says as well: that the schema is made for each test of a
     * class. What is found in a base class or a helper is what the log shows of the classes that use it, and of no other.
     *
     * @param finding a finding of another stage
     * @return true for {@code schema-per-test} of a class that has such a finding here, or inherits or calls code that has
     */
    public boolean alreadyFinds(Finding finding) {
        return finding.rule().equals(Rule.SCHEMA_PER_TEST.label())
                && findings.stream()
                        .filter(each -> each.rule().equals(finding.rule()))
                        .anyMatch(each -> each.className().equals(finding.className())
                                || code.uses(finding.className(), each.className()));
    }

    /**
     * Looks with all rules.
     *
     * @param target where the classes are
     * @param sources where their sources are
     * @return what was found
     */
    public static LintOutcome of(LintTarget target, SourceFiles sources) {
        long start = System.nanoTime();
        LintResult result = new Linter(Catalogue.rules()).lint(target);
        List<PackageTests> packages = result.packages();
        List<Finding> findings = new LintFindings(sources).of(result);
        return new LintOutcome(
                findings,
                new DeclaredSuppressions(result.scope(), sources).all(),
                new LintEntry(
                        packages.stream().mapToInt(PackageTests::testClasses).sum(),
                        result.classFiles(),
                        Duration.ofNanos(System.nanoTime() - start).toMillis(),
                        packages,
                        null),
                TestPlaces.of(result.scope(), sources),
                ReachedCodeIndex.of(result.scope(), target.selected(), findings));
    }
}

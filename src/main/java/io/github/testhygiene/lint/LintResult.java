package io.github.testhygiene.lint;

import io.github.testhygiene.lint.code.TestScope;
import io.github.testhygiene.lint.rule.Violation;
import io.github.testhygiene.model.LintEntry.PackageTests;
import java.util.List;
import java.util.Map;

/**
 * What was found, before it is put in the words of a report.
 *
 * @param scope the tests and the code that they reach
 * @param violations what was found, rule by rule
 * @param unread the classes that could not be read, and why
 * @param classFiles how many of the tests' own class files were read
 * @param packages the packages that have tests, by name
 */
public record LintResult(
        TestScope scope,
        List<Violation> violations,
        Map<String, String> unread,
        int classFiles,
        List<PackageTests> packages) {

    /** Copies the lists. */
    public LintResult {
        violations = List.copyOf(violations);
        unread = Map.copyOf(unread);
        packages = List.copyOf(packages);
    }
}

package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.code.TestMethod;
import io.github.testhygiene.lint.code.TestScope;
import io.github.testhygiene.model.LintEntry.PackageTests;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts the tests of each package, and those that expect a failure. */
public final class PackageCounts {

    private final Set<String> testClasses = new HashSet<>();
    private int tests;
    private int expectingFailure;

    private PackageCounts() {}

    /**
     * Counts.
     *
     * @param context knows the tests
     * @return the packages that have tests, by name; a nested class counts with the class around it, an inherited test
     *     in each class that inherits it
     */
    public static List<PackageTests> count(LintContext context) {
        TestScope scope = context.scope();
        FailureExpectations failures = context.failures();
        Map<String, PackageCounts> counts = new TreeMap<>();
        for (TestClass testClass : scope.testClasses()) {
            if (!testClass.tests().isEmpty()) {
                counts.computeIfAbsent(testClass.file().packageName(), name -> new PackageCounts())
                        .add(TopLevelClass.find(scope.index(), testClass.file()), testClass.tests(), failures);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getValue().named(entry.getKey()))
                .toList();
    }

    private void add(ClassFile topLevel, List<TestMethod> all, FailureExpectations failures) {
        testClasses.add(topLevel.name());
        tests += all.size();
        expectingFailure += (int) all.stream().filter(failures::expectsFailure).count();
    }

    private PackageTests named(String name) {
        return new PackageTests(name, testClasses.size(), tests, expectingFailure);
    }
}

package io.github.testhygiene.lint;

import io.github.testhygiene.lint.code.Annotations;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.EarlyReader;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Roles;
import io.github.testhygiene.lint.code.TestClasses;
import io.github.testhygiene.lint.code.TestScope;
import io.github.testhygiene.lint.code.TestSelection;
import io.github.testhygiene.lint.rule.LintContext;
import io.github.testhygiene.lint.rule.LintRule;
import io.github.testhygiene.lint.rule.PackageCounts;
import io.github.testhygiene.lint.rule.TestFile;
import io.github.testhygiene.lint.rule.TestFiles;
import io.github.testhygiene.lint.rule.UnusedCode;
import io.github.testhygiene.lint.rule.Violation;
import io.github.testhygiene.model.LintEntry.PackageTests;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Looks at the bytecode of tests. */
public final class Linter {

    private final List<LintRule> rules;

    /**
     * A linter.
     *
     * @param rules what to look for
     */
    public Linter(List<LintRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Looks.
     *
     * @param target where the classes are
     * @return what was found
     */
    public LintResult lint(LintTarget target) {
        try (ClassIndex index = new ClassIndex(target.testOutput(), target.classPath())) {
            new EarlyReader(index).read(target.selected());
            Annotations annotations = new Annotations(index);
            TestFiles files = new TestFiles(target.testOutput());
            Roles roles = new Roles(index, annotations, isPerClassByDefault(files));
            TestClasses classes = new TestClasses(index, annotations, roles, target.tests());
            TestScope scope = new TestScope(index, annotations, classes.of(target.selected()));
            LintContext context = new LintContext(scope, files, violation -> {});
            Set<Violation> violations = new LinkedHashSet<>();
            List<TestFile> settings = files.settings();
            List<ReachedCode> running = scope.reached().stream()
                    .filter(code -> !UnusedCode.contains(code, context))
                    .toList();
            rules.parallelStream()
                    .map(rule -> visit(rule, settings, running, context))
                    .toList()
                    .forEach(violations::addAll);
            // Here, because a closed index finds no more classes.
            List<PackageTests> packages = PackageCounts.count(context);
            return new LintResult(scope, List.copyOf(violations), index.unread(), index.ownClassesRead(), packages);
        }
    }

    /** Several threads look, and what they find is in the order of the classes and of the code. */
    private static List<Violation> visit(
            LintRule rule, List<TestFile> settings, List<ReachedCode> running, LintContext context) {
        TestScope scope = context.scope();
        return Stream.of(
                        found(Stream.of(rule), LintRule::visitTests, context),
                        found(scope.testClasses().parallelStream(), rule::visitClass, context),
                        found(running.parallelStream(), rule::visitCode, context),
                        found(settings.stream(), rule::visitFile, context))
                .flatMap(List::stream)
                .toList();
    }

    private static <T> List<Violation> found(Stream<T> all, BiConsumer<T, LintContext> visit, LintContext context) {
        return all.<Violation>mapMulti((each, found) -> visit.accept(each, context.telling(found)))
                .toList();
    }

    private static boolean isPerClassByDefault(TestFiles files) {
        return files.find("junit-platform.properties").stream()
                .flatMap(file -> file.lines().stream())
                .map(line -> line.replace(" ", ""))
                .anyMatch(line -> line.equalsIgnoreCase("junit.jupiter.testinstance.lifecycle.default=per_class"));
    }

    /**
     * Where the classes are.
     *
     * @param selected the names of the classes that are selected, with dots
     * @param testOutput the folders, or jars, of the tests' own classes
     * @param classPath the class path of the tests
     * @param tests which tests of the selected classes run
     */
    public record LintTarget(List<String> selected, List<Path> testOutput, List<Path> classPath, TestSelection tests) {

        /**
         * All tests of the selected classes.
         *
         * @param selected the names of the classes that are selected, with dots
         * @param testOutput the folders, or jars, of the tests' own classes
         * @param classPath the class path of the tests
         */
        public LintTarget(List<String> selected, List<Path> testOutput, List<Path> classPath) {
            this(selected, testOutput, classPath, TestSelection.ALL);
        }

        /** Copies the lists. */
        public LintTarget {
            selected = List.copyOf(selected);
            testOutput = List.copyOf(testOutput);
            classPath = List.copyOf(classPath);
        }
    }
}

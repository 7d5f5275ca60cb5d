package io.github.testhygiene.lint;

import io.github.testhygiene.lint.code.Annotations;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Reached;
import io.github.testhygiene.lint.code.Roles;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.code.TestClasses;
import io.github.testhygiene.lint.code.TestScope;
import io.github.testhygiene.lint.rule.LintContext;
import io.github.testhygiene.lint.rule.LintRule;
import io.github.testhygiene.lint.rule.PackageCounts;
import io.github.testhygiene.lint.rule.TestFile;
import io.github.testhygiene.lint.rule.TestFiles;
import io.github.testhygiene.lint.rule.Violation;
import io.github.testhygiene.model.LintEntry.PackageTests;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
            index.ownClasses().parallelStream().forEach(index::find);
            Annotations annotations = new Annotations(index);
            TestFiles files = new TestFiles(target.testOutput());
            Roles roles = new Roles(index, annotations, isPerClassByDefault(files));
            TestScope scope =
                    new TestScope(index, annotations, new TestClasses(index, annotations, roles).of(target.selected()));
            Set<Violation> violations = new LinkedHashSet<>();
            LintContext context = new LintContext(scope, files, violations::add);
            rules.forEach(rule -> visit(rule, scope, files.settings(), context));
            // Here, because a closed index finds no more classes.
            List<PackageTests> packages = PackageCounts.of(scope);
            return new LintResult(scope, List.copyOf(violations), index.unread(), index.ownClassesRead(), packages);
        }
    }

    private static void visit(LintRule rule, TestScope scope, List<TestFile> settings, LintContext context) {
        rule.visitTests(context);
        for (TestClass testClass : scope.testClasses()) {
            rule.visitClass(testClass, context);
        }
        for (Reached code : scope.reached()) {
            rule.visitCode(code, context);
        }
        for (TestFile file : settings) {
            rule.visitFile(file, context);
        }
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
     */
    public record LintTarget(List<String> selected, List<Path> testOutput, List<Path> classPath) {

        /** Copies the lists. */
        public LintTarget {
            selected = List.copyOf(selected);
            testOutput = List.copyOf(testOutput);
            classPath = List.copyOf(classPath);
        }
    }
}

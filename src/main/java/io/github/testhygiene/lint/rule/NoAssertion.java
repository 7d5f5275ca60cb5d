package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.Field;
import io.github.testhygiene.lint.code.MethodRef;
import io.github.testhygiene.lint.code.Role;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.code.TestMethod;
import io.github.testhygiene.lint.code.TestScope;
import io.github.testhygiene.model.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds tests that pass whatever the code returns, because nothing in them looks at it. */
final class NoAssertion implements LintRule {

    private static final RuleDescription HABIT = new RuleDescription(
            Rule.NO_ASSERTION,
            "Assert what the test is about: what was returned, what stands in the database afterwards, or that it fails.");

    private static final Set<String> EXTENSIONS = Set.of(
            "org.junit.jupiter.api.extension.Extension",
            "org.junit.rules.TestRule",
            "org.junit.rules.MethodRule",
            "org.springframework.test.context.TestExecutionListener",
            "org.testng.ITestNGListener");

    /** What an extension, a rule or a listener is called after, or around, a test. */
    private static final Pattern AFTERWARDS = Pattern.compile("^(after|intercept|handle|apply|test|onTest|verify)");

    @Override
    public RuleDescription habit() {
        return HABIT;
    }

    @Override
    public void visitTests(LintContext context) {
        TestScope scope = context.scope();
        Set<MethodRef> asserting = asserting(scope);
        ImplicitAssertions elsewhere = new ImplicitAssertions(scope);
        Map<MethodRef, TestMethod> suspects = new LinkedHashMap<>();
        Set<MethodRef> innocent = new HashSet<>();
        for (TestClass testClass : scope.testClasses()) {
            boolean classAsserts = afterTests(scope, testClass)
                            .anyMatch(each -> asserting.contains(each.method().ref()))
                    || elsewhere.isChecked(testClass);
            for (TestMethod test : testClass.tests()) {
                MethodRef ref = test.method().ref();
                if (classAsserts || asserting.contains(ref) || elsewhere.isChecked(testClass, test)) {
                    innocent.add(ref);
                } else {
                    suspects.put(ref, test);
                }
            }
        }
        // An inherited test may assert in one of the classes that inherit it.
        suspects.keySet().removeAll(innocent);
        suspects.values().forEach(test -> report(test, context));
    }

    private static void report(TestMethod test, LintContext context) {
        String name = test.method().name();
        boolean doesNothing = test.method().steps().isEmpty();
        context.report(new Violation(
                HABIT,
                ViolationPlace.of(context.index(), test.declaring(), test.method()),
                "",
                doesNothing
                        ? "The test `" + name + "` calls nothing, so it checks nothing."
                        : "The test `" + name + "` reaches no assertion: it passes unless something throws."));
    }

    private static Set<MethodRef> asserting(TestScope scope) {
        AssertionCode code = new AssertionCode(scope);
        List<TestMethod> roots = new ArrayList<>();
        for (TestClass testClass : scope.testClasses()) {
            roots.addAll(testClass.tests());
            afterTests(scope, testClass).forEach(roots::add);
        }
        return TransitiveCallers.find(scope, roots, code::asserts);
    }

    /** What is executed after a test and may look at what it did. */
    private static Stream<TestMethod> afterTests(TestScope scope, TestClass testClass) {
        return Stream.concat(
                testClass.methods(Set.of(Role.AFTER_EACH, Role.AFTER_ALL)),
                extensions(scope, testClass)
                        .flatMap(extension -> scope.index().lineage(extension).stream())
                        .flatMap(file -> file.methods().stream()
                                .filter(method ->
                                        AFTERWARDS.matcher(method.name()).find())
                                .map(method -> new TestMethod(file, method, Role.AFTER_EACH))));
    }

    private static Stream<ClassFile> extensions(TestScope scope, TestClass testClass) {
        Stream<String> named =
                testClass.annotations().stream().flatMap(placed -> placed.use().allClasses());
        Stream<String> held = testClass.lineage().stream()
                .flatMap(file -> file.fields().stream())
                .map(Field::type);
        return Stream.concat(named, held)
                .distinct()
                .flatMap(name -> scope.index().own(name).stream())
                .filter(file -> scope.index().isA(file.name(), EXTENSIONS));
    }
}

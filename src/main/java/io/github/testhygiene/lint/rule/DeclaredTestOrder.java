package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.Annotations.Placed;
import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.code.TestMethod;
import io.github.testhygiene.model.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds tests that ask for an order. */
final class DeclaredTestOrder implements LintRule {

    private static final RuleDescription HABIT = new RuleDescription(
            Rule.DECLARES_ORDER,
            "Let each test prepare what it needs, so that any order will do; make one test of steps that belong together.");

    private static final String NESTED = "org.junit.jupiter.api.Nested";
    private static final String TEST_NG = "org.testng.annotations.Test";
    private static final String PROPERTIES = "junit-platform.properties";
    /** Since JUnit 6, which has it, nested classes inherit the order of the class around them. */
    private static final String OF_JUNIT_6 = "org.junit.jupiter.api.MethodOrderer$Default";

    @Override
    public RuleDescription habit() {
        return HABIT;
    }

    @Override
    public void visitClass(TestClass testClass, LintContext context) {
        OrderAnnotations orderAnnotations = new OrderAnnotations(context);
        if (testClass.tests().size() > 1) {
            Set.of(
                            OrderAnnotations.METHOD_ORDER,
                            OrderAnnotations.JUNIT_4_SORTERS,
                            OrderAnnotations.JUNIT_4_ORDERING,
                            OrderAnnotations.STEPWISE)
                    .forEach(type -> nearest(testClass, type)
                            .filter(placed -> applies(testClass, placed, context))
                            .filter(placed -> orderAnnotations.ofTests(placed.use(), testClass.tests()))
                            .ifPresent(placed -> reportClass(testClass, placed, "tests", context)));
        }
        List<ClassFile> nested = nested(testClass, context);
        if (nested.size() > 1) {
            nearest(testClass, OrderAnnotations.CLASS_ORDER)
                    .filter(placed -> orderAnnotations.ofClasses(placed.use(), nested))
                    .ifPresent(placed -> reportClass(testClass, placed, "nested classes", context));
        }
        testClass.tests().forEach(test -> visitTestNg(test, context));
    }

    private static Optional<Placed> nearest(TestClass testClass, String type) {
        return testClass.annotations().stream()
                .filter(placed -> placed.use().type().equals(type))
                .findFirst();
    }

    private static boolean applies(TestClass testClass, Placed placed, LintContext context) {
        boolean inherited =
                context.index().isA(testClass.file().name(), Set.of(placed.on().name()));
        boolean fromAround = placed.use().type().equals(OrderAnnotations.METHOD_ORDER)
                && context.index().find(OF_JUNIT_6).isPresent();
        return inherited || fromAround;
    }

    private static List<ClassFile> nested(TestClass testClass, LintContext context) {
        return testClass.lineage().stream()
                .flatMap(file -> file.members().stream())
                .flatMap(name -> context.index().own(name).stream())
                .filter(member -> context.annotations().has(member.annotations(), Set.of(NESTED)))
                .toList();
    }

    private static void reportClass(TestClass testClass, Placed placed, String what, LintContext context) {
        ClassFile at = context.index().isOwn(placed.on().name()) ? placed.on() : testClass.file();
        String simpleName = placed.use().simpleName();
        context.report(new Violation(
                HABIT,
                ViolationPlace.of(at),
                simpleName,
                "`" + OrderAnnotations.written(placed.use()) + "` puts the " + what
                        + " in an order, so that one may depend on those before it unnoticed."));
    }

    private static void visitTestNg(TestMethod test, LintContext context) {
        for (AnnotationUse use : context.annotations().all(test.method().annotations())) {
            if (use.type().equals(TEST_NG)) {
                reportTestNg(use, test.declaring(), test.method(), context);
            }
        }
    }

    private static void reportTestNg(AnnotationUse use, ClassFile declaring, Method method, LintContext context) {
        for (String element : List.of("dependsOnMethods", "dependsOnGroups")) {
            List<String> names = use.texts(element);
            if (!names.isEmpty()) {
                context.report(new Violation(
                        HABIT,
                        ViolationPlace.of(context.index(), declaring, method),
                        element,
                        "Runs after `" + String.join("`, `", names) + "`, because of its `" + element + "`."));
            }
        }
        if (use.values().get("priority") instanceof Integer priority && priority != 0) {
            context.report(new Violation(
                    HABIT,
                    ViolationPlace.of(context.index(), declaring, method),
                    "priority",
                    "Its `priority` of `" + priority + "` puts it in an order with other tests."));
        }
    }

    @Override
    public void visitFile(TestFile file, LintContext context) {
        if (!file.name().equals(PROPERTIES)) {
            return;
        }
        OrderAnnotations orderAnnotations = new OrderAnnotations(context);
        for (int index = 0; index < file.lines().size(); index++) {
            String[] parts = file.lines().get(index).split("[=:]", 2);
            String key = parts[0].trim();
            String orderer = parts.length == 2 ? parts[1].trim() : "";
            if (key.toLowerCase(Locale.ROOT).matches("junit\\.jupiter\\.test(method|class)\\.order\\.default")
                    && orderAnnotations.byDefault(orderer)) {
                context.report(new Violation(
                        HABIT,
                        ViolationPlace.of(file, index + 1),
                        key,
                        "`" + key + "` puts all tests in the order of `"
                                + orderer.substring(orderer.lastIndexOf('.') + 1)
                                + "`, so that one may depend on those before it unnoticed."));
            }
        }
    }
}

package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.code.TestMethod;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Tells the annotations and classes that put tests in an order from those that only seem to. */
final class OrderAnnotations {

    static final String METHOD_ORDER = "org.junit.jupiter.api.TestMethodOrder";
    static final String CLASS_ORDER = "org.junit.jupiter.api.TestClassOrder";
    static final String JUNIT_4_SORTERS = "org.junit.FixMethodOrder";
    static final String JUNIT_4_ORDERING = "org.junit.runner.OrderWith";
    static final String STEPWISE = "spock.lang.Stepwise";

    private static final Set<String> BY_NUMBER = Set.of(
            "org.junit.jupiter.api.MethodOrderer$OrderAnnotation",
            "org.junit.jupiter.api.ClassOrderer$OrderAnnotation");
    private static final Set<String> BY_NAME = Set.of(
            "org.junit.jupiter.api.MethodOrderer$Alphanumeric",
            "org.junit.jupiter.api.MethodOrderer$MethodName",
            "org.junit.jupiter.api.MethodOrderer$DisplayName",
            "org.junit.jupiter.api.ClassOrderer$ClassName",
            "org.junit.jupiter.api.ClassOrderer$DisplayName",
            "org.junit.runner.manipulation.Alphanumeric");
    private static final Set<String> ORDER = Set.of("org.junit.jupiter.api.Order");
    private static final Set<String> RANDOM =
            Set.of("org.junit.jupiter.api.MethodOrderer$Random", "org.junit.jupiter.api.ClassOrderer$Random");
    private static final Set<String> CHANCE =
            Set.of("java.util.Random", "java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom");

    private final LintContext context;

    OrderAnnotations(LintContext context) {
        this.context = context;
    }

    /** Whether an annotation says in which order the tests of a class are executed. */
    boolean ofTests(AnnotationUse use, List<TestMethod> tests) {
        return switch (use.type()) {
            case STEPWISE -> true;
            case JUNIT_4_SORTERS -> {
                String sorters = use.constant("value");
                yield sorters != null && !sorters.equals("DEFAULT");
            }
            default ->
                use.classes("value").stream().anyMatch(BY_NUMBER::contains)
                        ? tests.stream().anyMatch(test -> context.annotations()
                                .has(test.method().annotations(), ORDER))
                        : use.classes("value").stream().anyMatch(this::isOrder);
        };
    }

    /** Whether an annotation says in which order nested classes are executed. */
    boolean ofClasses(AnnotationUse use, Collection<ClassFile> nested) {
        return use.classes("value").stream().anyMatch(BY_NUMBER::contains)
                ? nested.stream().anyMatch(file -> context.annotations().has(file.annotations(), ORDER))
                : use.classes("value").stream().anyMatch(this::isOrder);
    }

    /** Whether an orderer says in which order everything is executed. */
    boolean byDefault(String orderer) {
        return BY_NUMBER.contains(orderer)
                ? context.scope().testClasses().stream().anyMatch(this::hasNumbers)
                : isOrder(orderer);
    }

    private boolean hasNumbers(TestClass testClass) {
        return context.annotations().has(testClass.file().annotations(), ORDER)
                || testClass.tests().stream().anyMatch(test -> context.annotations()
                        .has(test.method().annotations(), ORDER));
    }

    /** Orderers of other libraries may do anything, for example group tests by what they need. */
    private boolean isOrder(String orderer) {
        return BY_NAME.contains(orderer)
                || context.index().own(orderer).stream().anyMatch(this::isOwnOrder);
    }

    private boolean isOwnOrder(ClassFile orderer) {
        ClassIndex index = context.index();
        return !index.isA(orderer.name(), RANDOM)
                && index.lineage(orderer).stream()
                        .flatMap(file -> file.methods().stream())
                        .flatMap(method -> method.steps().stream())
                        .noneMatch(OrderAnnotations::isByChance);
    }

    private static boolean isByChance(Step step) {
        return step instanceof Step.Call call
                && (call.name().equals("shuffle")
                        || CHANCE.contains(call.owner())
                        || call.name().equals("random"));
    }

    /** An annotation as it stands in the source. */
    static String written(AnnotationUse use) {
        String constant = use.constant("value");
        List<String> classes = use.classes("value");
        String value = constant != null
                ? constant
                : String.join(
                        ", ",
                        classes.stream()
                                .map(name -> ClassFile.simpleName(name) + ".class")
                                .toList());
        return "@" + use.simpleName() + (value.isEmpty() ? "" : "(" + value + ")");
    }
}

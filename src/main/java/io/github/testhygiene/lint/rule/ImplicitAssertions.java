package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.Annotations;
import io.github.testhygiene.lint.code.Field;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.code.TestMethod;
import io.github.testhygiene.lint.code.TestScope;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Knows tests that are checked by something else than a call in their code. */
final class ImplicitAssertions {

    private static final Set<String> WORDS = Set.of(
            "expect",
            "expects",
            "expected",
            "expectation",
            "expectations",
            "should",
            "assert",
            "verify",
            "verifier",
            "ensure");

    /** Rules that check only what a test tells them to. */
    private static final Set<String> NEEDS_A_CALL =
            Set.of("org.junit.rules.ExpectedException", "org.junit.rules.ErrorCollector");

    private static final Set<String> TIMEOUT = Set.of("org.junit.jupiter.api.Timeout");
    private static final Set<String> FACTORY = Set.of("org.junit.jupiter.api.TestFactory");

    /** What loads the application, so that an empty test checks that it starts. */
    private static final Set<String> LOADING = Set.of(
            "org.springframework.test.context.BootstrapWith",
            "org.springframework.test.context.ContextConfiguration",
            "org.springframework.boot.test.context.SpringBootTest",
            "io.quarkus.test.junit.QuarkusTest",
            "io.quarkus.test.junit.QuarkusIntegrationTest",
            "io.quarkus.test.junit.main.QuarkusMainTest",
            "io.quarkus.test.junit.main.Launch",
            "io.micronaut.test.extensions.junit5.annotation.MicronautTest",
            "io.helidon.microprofile.testing.junit5.HelidonTest",
            "io.helidon.microprofile.tests.junit5.HelidonTest");

    private static final Set<String> LOADING_EXTENSIONS = Set.of(
            "org.springframework.test.context.junit.jupiter.SpringExtension",
            "org.springframework.test.context.junit4.SpringRunner",
            "org.springframework.test.context.junit4.SpringJUnit4ClassRunner",
            "io.quarkus.test.QuarkusUnitTest",
            "org.jboss.arquillian.junit.Arquillian",
            "org.jboss.arquillian.junit5.ArquillianExtension",
            "org.jboss.weld.junit5.WeldJunit5Extension",
            "io.dropwizard.testing.junit5.DropwizardExtensionsSupport");

    private static final Set<String> LOADING_BASES = Set.of(
            "org.springframework.test.context.junit4.AbstractJUnit4SpringContextTests",
            "org.springframework.test.context.testng.AbstractTestNGSpringContextTests",
            "org.jboss.arquillian.testng.Arquillian");

    private final TestScope scope;
    private final Annotations annotations;
    private final QueryOnlyTests queries;

    /**
     * For some tests.
     *
     * @param scope the tests
     */
    ImplicitAssertions(TestScope scope) {
        this.scope = scope;
        this.annotations = scope.annotations();
        this.queries = new QueryOnlyTests(scope);
    }

    /**
     * Whether a library's extension, rule or annotation of the class looks as if it checked all its tests.
     *
     * @param testClass the class
     * @return true also if nobody can tell
     */
    boolean isChecked(TestClass testClass) {
        Stream<String> held = testClass.lineage().stream()
                .flatMap(file -> file.fields().stream())
                .map(Field::type)
                .filter(type -> !scope.index().isOwn(type) && !NEEDS_A_CALL.contains(type) && isRule(type));
        return testClass.file().isGroovy()
                || testClass.annotations().stream().anyMatch(placed -> isChecking(placed.use()))
                || held.anyMatch(ImplicitAssertions::isTelling);
    }

    private boolean isRule(String type) {
        return scope.index()
                .isA(
                        type,
                        Set.of(
                                "org.junit.rules.TestRule",
                                "org.junit.rules.MethodRule",
                                "org.junit.jupiter.api.extension.Extension"));
    }

    /**
     * Whether a test is checked by an annotation, by what it returns, or by coming to its end, as its name says; or is
     * none.
     *
     * @param testClass the class
     * @param test its test
     * @return true also if nobody can tell
     */
    boolean isChecked(TestClass testClass, TestMethod test) {
        List<AnnotationUse> at = annotations.all(test.method().annotations());
        return at.stream().anyMatch(ImplicitAssertions::isChecking)
                || annotations.has(at, TIMEOUT)
                || test.declaring().isGroovy()
                || returnsAnswer(test)
                || isAboutComingToItsEnd(test.method().name())
                || (FailureNames.areDeniedIn(test.method().name()) && !queries.areIn(test))
                || isSwitchedOff(testClass, test)
                || (annotations.has(at, FACTORY) && isMadeElsewhere(test))
                || (isAboutStarting(test) && loadsApplication(testClass));
    }

    private static boolean isChecking(AnnotationUse use) {
        boolean byValue = Stream.of("expected", "expectedExceptions", "timeout", "timeOut")
                .anyMatch(use.values()::containsKey);
        return (use.simpleName().equals("Test") && byValue)
                || use.type().startsWith("org.quickperf.")
                || isTelling(use.type());
    }

    private static boolean isTelling(String type) {
        return NameWords.ofClass(type).stream().anyMatch(WORDS::contains);
    }

    /** A property of jqwik, for example. */
    private static boolean returnsAnswer(TestMethod test) {
        String descriptor = test.method().ref().descriptor();
        return descriptor.endsWith(")Z") || descriptor.endsWith(")Ljava/lang/Boolean;");
    }

    /** An inherited test does not apply to a class that overrides it with nothing. */
    private static boolean isSwitchedOff(TestClass testClass, TestMethod test) {
        return test.method().steps().isEmpty()
                && testClass.lineage().stream()
                        .filter(file -> !file.name().equals(test.declaring().name()))
                        .anyMatch(file -> file.method(
                                        test.method().name(),
                                        test.method().ref().descriptor())
                                .isPresent());
    }

    private boolean isMadeElsewhere(TestMethod test) {
        return scope.reachedFrom(List.of(test)).stream()
                .flatMap(each -> each.method().steps().stream())
                .noneMatch(step -> step instanceof Step.LambdaUse lambda
                        && lambda.functionalInterface().startsWith("org.junit.jupiter.api.function."));
    }

    /** What is not serializable, runs out of stack or waits for ever does not come to its end. */
    private static boolean isAboutComingToItsEnd(String name) {
        List<String> words = NameWords.of(name);
        return words.contains("serializable")
                || words.contains("deadlock")
                || Collections.indexOfSubList(words, List.of("stack", "overflow")) >= 0;
    }

    private static boolean isAboutStarting(TestMethod test) {
        List<String> words = NameWords.of(test.method().name());
        return test.method().steps().isEmpty()
                || (words.contains("context") && words.stream().anyMatch(word -> word.matches("loads?|starts?")));
    }

    private boolean loadsApplication(TestClass testClass) {
        return testClass.annotations().stream()
                        .anyMatch(placed -> LOADING.contains(placed.use().type())
                                || placed.use().allClasses().anyMatch(LOADING_EXTENSIONS::contains))
                || scope.index().isA(testClass.file().name(), LOADING_BASES);
    }
}

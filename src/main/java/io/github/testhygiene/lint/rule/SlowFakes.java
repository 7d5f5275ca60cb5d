package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.ReachedCode;
import java.util.List;

/**
 * Knows the tests' own implementations of what the code under test calls, which may well be slow on purpose: a named
 * class that is no test, in a method that a type of a library or of the application declares.
 */
final class SlowFakes {

    /** Whose types are implemented to run the tests' own steps, on a thread, at the end of a block or around a test. */
    private static final List<String> OF_THE_TESTS = List.of(
            "java.lang.",
            "java.util.",
            "java.io.",
            "junit.",
            "org.junit.",
            "org.testng.",
            "org.hamcrest.",
            "org.assertj.",
            "org.awaitility.",
            "org.spockframework.",
            "spock.",
            "groovy.",
            "kotlin.",
            "kotlinx.",
            "io.kotest.",
            "io.cucumber.",
            "org.testcontainers.",
            "com.google.common.base.",
            "org.springframework.test.",
            "org.springframework.boot.test.",
            "org.springframework.context.",
            "org.springframework.transaction.support.",
            "io.quarkus.test.",
            "io.micronaut.test.");

    private SlowFakes() {}

    static boolean contains(ReachedCode code, LintContext context) {
        ClassFile file = code.file();
        return !file.isLocal()
                && !isOfATest(file, context)
                && context.index().superTypes(file.name()).stream()
                        .filter(name -> !context.index().isOwn(name))
                        .filter(name -> OF_THE_TESTS.stream().noneMatch(name::startsWith))
                        .flatMap(name -> context.index().find(name).stream())
                        .flatMap(type -> type.methods().stream())
                        .anyMatch(method -> method.name().equals(code.method().name()) && !method.isInitialiser());
    }

    private static boolean isOfATest(ClassFile file, LintContext context) {
        return context.scope().testClasses().stream()
                .anyMatch(testClass -> testClass.lineage().contains(file));
    }
}

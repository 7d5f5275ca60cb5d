package io.github.testhygiene.lint.code;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows what the test frameworks execute, and when. */
public final class Roles {

    private static final Set<String> TESTS = Set.of(
            "org.junit.platform.commons.annotation.Testable",
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.api.TestFactory",
            "org.junit.jupiter.api.TestTemplate",
            "org.junit.Test",
            "org.testng.annotations.Test",
            "org.spockframework.runtime.model.FeatureMetadata");
    private static final Set<String> DISABLED = Set.of(
            "org.junit.jupiter.api.Disabled",
            "org.junit.Ignore",
            "org.testng.annotations.Ignore",
            "spock.lang.Ignore",
            "net.jqwik.api.Disabled");
    private static final Map<Role, Set<String>> FIXTURES = Map.of(
            Role.BEFORE_EACH,
            Set.of(
                    "org.junit.jupiter.api.BeforeEach",
                    "org.junit.Before",
                    "org.testng.annotations.BeforeMethod",
                    "org.springframework.test.context.transaction.BeforeTransaction",
                    "net.jqwik.api.lifecycle.BeforeTry",
                    "net.jqwik.api.lifecycle.BeforeProperty"),
            Role.AFTER_EACH,
            Set.of(
                    "org.junit.jupiter.api.AfterEach",
                    "org.junit.After",
                    "org.testng.annotations.AfterMethod",
                    "org.springframework.test.context.transaction.AfterTransaction",
                    "net.jqwik.api.lifecycle.AfterTry",
                    "net.jqwik.api.lifecycle.AfterProperty"),
            Role.BEFORE_ALL,
            Set.of(
                    "org.junit.jupiter.api.BeforeAll",
                    "org.junit.BeforeClass",
                    "org.testng.annotations.BeforeClass",
                    "org.testng.annotations.BeforeTest",
                    "org.testng.annotations.BeforeSuite",
                    "org.testng.annotations.BeforeGroups",
                    "net.jqwik.api.lifecycle.BeforeContainer"),
            Role.AFTER_ALL,
            Set.of(
                    "org.junit.jupiter.api.AfterAll",
                    "org.junit.AfterClass",
                    "org.testng.annotations.AfterClass",
                    "org.testng.annotations.AfterTest",
                    "org.testng.annotations.AfterSuite",
                    "org.testng.annotations.AfterGroups",
                    "net.jqwik.api.lifecycle.AfterContainer"));
    private static final Map<String, Role> BY_NAME = Map.of(
            "setUp", Role.BEFORE_EACH,
            "tearDown", Role.AFTER_EACH,
            "setup", Role.BEFORE_EACH,
            "cleanup", Role.AFTER_EACH,
            "setupSpec", Role.BEFORE_ALL,
            "cleanupSpec", Role.AFTER_ALL);
    private static final Set<String> NAMED_FIXTURES = Set.of("junit.framework.TestCase", "spock.lang.Specification");
    private static final Set<String> JUNIT_3 = Set.of("junit.framework.TestCase");
    private static final Set<String> TEST_NG = Set.of("org.testng.annotations.Test");
    private static final Set<String> LIFECYCLE = Set.of("org.junit.jupiter.api.TestInstance");

    private final ClassIndex index;
    private final Annotations annotations;
    private final boolean perClassByDefault;

    /**
     * Over an index.
     *
     * @param index knows classes
     * @param annotations finds annotations
     * @param perClassByDefault whether JUnit makes one instance for all tests of a class where the class says nothing
     */
    public Roles(ClassIndex index, Annotations annotations, boolean perClassByDefault) {
        this.index = index;
        this.annotations = annotations;
        this.perClassByDefault = perClassByDefault;
    }

    /**
     * When a method is executed.
     *
     * @param testClass the class whose instance it is called on
     * @param declaring the class that declares it, or inherits it to the first
     * @param method the method
     * @return what is known about it
     */
    public Role of(ClassFile testClass, ClassFile declaring, Method method) {
        if (method.name().equals("<clinit>")) {
            return Role.CLASS_INITIALISATION;
        } else if (method.name().equals("<init>")) {
            return isPerClass(testClass) ? Role.BEFORE_ALL : Role.CONSTRUCTION;
        } else if (method.isSynthetic() && method.annotations().isEmpty()) {
            return Role.OTHER;
        }
        List<AnnotationUse> at = annotations.all(method.annotations());
        for (Map.Entry<Role, Set<String>> fixture : FIXTURES.entrySet()) {
            if (at.stream().anyMatch(use -> fixture.getValue().contains(use.type()))) {
                return fixture.getKey();
            }
        }
        if (isTest(declaring, method, at)) {
            boolean disabled = at.stream().anyMatch(use -> DISABLED.contains(use.type()) || isOffInTestNg(use))
                    || annotations.ofClass(testClass, DISABLED).isPresent();
            return disabled ? Role.SKIPPED : Role.TEST;
        }
        Role byName = BY_NAME.get(method.name());
        boolean takesNothing = method.ref().descriptor().startsWith("()");
        return byName != null && takesNothing && index.isA(testClass.name(), NAMED_FIXTURES) ? byName : Role.OTHER;
    }

    private boolean isTest(ClassFile declaring, Method method, List<AnnotationUse> at) {
        if (at.stream().anyMatch(use -> TESTS.contains(use.type()))) {
            return true;
        }
        boolean isPublic = Modifier.isPublic(method.access()) && !method.isStatic() && !method.isSynthetic();
        boolean isVoid = method.ref().descriptor().endsWith(")V");
        if (isPublic && isVoid && annotations.has(declaring.annotations(), TEST_NG)) {
            return true;
        }
        return isPublic
                && method.name().startsWith("test")
                && method.ref().descriptor().equals("()V")
                && index.isA(declaring.name(), JUNIT_3);
    }

    private static boolean isOffInTestNg(AnnotationUse use) {
        return TEST_NG.contains(use.type()) && Boolean.FALSE.equals(use.values().get("enabled"));
    }

    /**
     * Whether one instance serves all tests of a class.
     *
     * @param testClass the class
     * @return true with {@code @TestInstance(PER_CLASS)}, and for TestNG
     */
    public boolean isPerClass(ClassFile testClass) {
        return annotations
                .ofClass(testClass, LIFECYCLE)
                .map(placed -> "PER_CLASS".equals(placed.use().constant("value")))
                .orElseGet(() -> perClassByDefault || isTestNg(testClass));
    }

    private boolean isTestNg(ClassFile testClass) {
        return annotations.ofClass(testClass, TEST_NG).isPresent()
                || index.lineage(testClass).stream()
                        .flatMap(file -> file.methods().stream())
                        .anyMatch(method -> annotations.has(method.annotations(), TEST_NG));
    }
}

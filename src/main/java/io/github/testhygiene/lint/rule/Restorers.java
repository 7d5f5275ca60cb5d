package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.Annotations.Placed;
import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.rule.GlobalSettings.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Knows libraries that restore settings of the JVM after a test. */
final class Restorers {

    private static final Set<Setting> PROPERTIES = Set.of(GlobalSettings.PROPERTY, GlobalSettings.PROPERTIES);
    private static final Set<Setting> STREAMS =
            Set.of(GlobalSettings.STANDARD_OUTPUT, GlobalSettings.STANDARD_ERROR, GlobalSettings.STANDARD_INPUT);

    /** Extensions by annotation: JUnit Pioneer's, which JUnit took over. */
    private static final Map<String, Set<Setting>> ANNOTATIONS = Map.of(
            "ClearSystemProperty", PROPERTIES,
            "ClearSystemProperties", PROPERTIES,
            "SetSystemProperty", PROPERTIES,
            "SetSystemProperties", PROPERTIES,
            "RestoreSystemProperties", PROPERTIES,
            "DefaultLocale", Set.of(GlobalSettings.LOCALE),
            "DefaultTimeZone", Set.of(GlobalSettings.TIME_ZONE),
            "StdIo", STREAMS);

    private static final List<String> PACKAGES_OF_ANNOTATIONS =
            List.of("org.junitpioneer.jupiter.", "org.junit.jupiter.api.util.");

    /** System Stubs, System Rules and System Lambda. */
    private static final List<String> LIBRARIES = List.of(
            "uk.org.webcompere.systemstubs.",
            "org.junit.contrib.java.lang.system.",
            "com.github.stefanbirkner.systemlambda.");

    /** Spring puts these back after each of its tests, the first if Spring Security's test module is there. */
    private static final String SECURITY_LISTENER =
            "org.springframework.security.test.context.support.WithSecurityContextTestExecutionListener";

    private static final Set<String> OF_SPRING = Set.of(
            "org.springframework.test.context.BootstrapWith",
            "org.springframework.test.context.ContextConfiguration",
            "org.springframework.test.context.web.WebAppConfiguration");
    private static final Set<String> RUNNERS = Set.of(
            "org.springframework.test.context.junit.jupiter.SpringExtension",
            "org.springframework.test.context.junit4.SpringRunner",
            "org.springframework.test.context.junit4.SpringJUnit4ClassRunner");
    private static final Set<String> SPRING_BASES = Set.of(
            "org.springframework.test.context.testng.AbstractTestNGSpringContextTests",
            "org.springframework.test.context.junit4.AbstractJUnit4SpringContextTests");

    private final LintContext context;

    Restorers(LintContext context) {
        this.context = context;
    }

    /** Whether a library restores a setting after the tests of a class. */
    boolean restore(Setting setting, ReachedCode code) {
        List<ClassFile> files = around(code.file());
        boolean bySpring = setting.equals(GlobalSettings.REQUEST)
                || (setting.equals(GlobalSettings.SECURITY_CONTEXT)
                        && context.index().find(SECURITY_LISTENER).isPresent());
        return (bySpring && (files.stream().anyMatch(this::isOfSpring) || !isTest(code.file())))
                || files.stream().anyMatch(file -> isAnnotated(file, setting))
                || ((PROPERTIES.contains(setting) || STREAMS.contains(setting))
                        && files.stream().anyMatch(Restorers::usesLibrary));
    }

    private boolean isTest(ClassFile file) {
        return around(file).stream().anyMatch(each -> context.scope().lookup().subclasses(each.name()).stream()
                .anyMatch(testClass -> testClass.file().equals(each)));
    }

    /** The class, what it extends, and the classes around it. */
    private List<ClassFile> around(ClassFile file) {
        ClassIndex index = context.index();
        return Stream.iterate(Optional.of(file), Optional::isPresent, each -> each.map(ClassFile::outer)
                        .flatMap(index::own))
                .flatMap(Optional::stream)
                .flatMap(each -> index.lineage(each).stream())
                .distinct()
                .toList();
    }

    private boolean isOfSpring(ClassFile file) {
        return context.annotations().ofClass(file).stream()
                        .map(Placed::use)
                        .anyMatch(use -> OF_SPRING.contains(use.type())
                                || use.allClasses().anyMatch(RUNNERS::contains))
                || context.index().isA(file.name(), SPRING_BASES);
    }

    private boolean isAnnotated(ClassFile file, Setting setting) {
        Stream<AnnotationUse> atMethods =
                file.methods().stream().flatMap(method -> context.annotations().all(method.annotations()).stream());
        Stream<AnnotationUse> atClass =
                context.annotations().ofClass(file).stream().map(Placed::use);
        return Stream.concat(atMethods, atClass)
                .filter(use -> PACKAGES_OF_ANNOTATIONS.stream().anyMatch(use.type()::startsWith))
                .anyMatch(use ->
                        ANNOTATIONS.getOrDefault(use.simpleName(), Set.of()).contains(setting));
    }

    private static boolean usesLibrary(ClassFile file) {
        Stream<String> fields = file.fields().stream().map(field -> field.type());
        Stream<String> calls =
                file.methods().stream().flatMap(method -> method.calls()).map(Step.Call::owner);
        return Stream.concat(fields, calls).anyMatch(type -> LIBRARIES.stream().anyMatch(type::startsWith));
    }
}

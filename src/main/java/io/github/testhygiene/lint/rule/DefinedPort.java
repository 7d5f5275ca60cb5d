package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.TestClass;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Knows whether the defined port of a Spring Boot application under test is one and the same at all times. */
final class DefinedPort {

    private static final Set<String> PROFILES = Set.of("org.springframework.test.context.ActiveProfiles");
    private static final Set<String> SOURCES = Set.of("org.springframework.test.context.TestPropertySource");
    /** Port 0 and placeholders, in properties and in YAML. */
    private static final Pattern CHOSEN =
            Pattern.compile("\\s*(?:server[.-])?port\\s*[=:]\\s*[\"']?(?:0|-1|\\$\\{.*)[\"']?\\s*");

    private final LintContext context;

    DefinedPort(LintContext context) {
        this.context = context;
    }

    boolean isFixed(TestClass testClass, AnnotationUse springBootTest) {
        return "DEFINED_PORT".equals(springBootTest.constant("webEnvironment"))
                && Stream.concat(
                                Stream.concat(
                                        springBootTest.texts("properties").stream(),
                                        springBootTest.texts("value").stream()),
                                Stream.concat(texts(testClass, SOURCES, "properties"), settings(testClass)))
                        .flatMap(String::lines)
                        .noneMatch(line -> CHOSEN.matcher(line).matches());
    }

    private Stream<String> settings(TestClass testClass) {
        Stream<String> profiles =
                Stream.concat(texts(testClass, PROFILES, "value"), texts(testClass, PROFILES, "profiles"));
        return Stream.concat(Stream.of(""), profiles.map(profile -> "-" + profile))
                .flatMap(suffix -> Stream.of("", "config/").map(folder -> folder + "application" + suffix))
                .flatMap(name -> Stream.of(".properties", ".yml", ".yaml").map(name::concat))
                .flatMap(name -> context.file(name).stream())
                .map(TestFile::lines)
                .flatMap(List::stream);
    }

    private static Stream<String> texts(TestClass testClass, Set<String> types, String element) {
        return testClass.annotations().stream()
                .filter(placed -> types.contains(placed.use().type()))
                .flatMap(placed -> placed.use().texts(element).stream());
    }
}

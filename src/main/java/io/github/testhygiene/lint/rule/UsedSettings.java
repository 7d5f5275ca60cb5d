package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.Annotations.Placed;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which settings of the test resources selected tests certainly read: their framework reads the file, the profile is
 * active, and nothing in the tests' code sets the same key.
 */
final class UsedSettings {

    private static final Pattern APPLICATION =
            Pattern.compile("(?:config/)?(?:application|bootstrap)(?:-(?<profile>[^/]+))?\\.(?:properties|ya?ml)");
    private static final Pattern QUARKUS_PROFILE = Pattern.compile("%(?<profile>[\\w,-]+)\\.(?<key>.+)");

    private static final Set<String> SPRING = Set.of(
            "SpringBootTest", "DataJpaTest", "JdbcTest", "DataJdbcTest", "DataR2dbcTest", "JooqTest", "MybatisTest");
    private static final Set<String> QUARKUS = Set.of("io.quarkus.test.junit.QuarkusTest");
    private static final Set<String> MICRONAUT = Set.of(
            "io.micronaut.test.extensions.junit5.annotation.MicronautTest",
            "io.micronaut.test.extensions.spock.annotation.MicronautTest",
            "io.micronaut.test.extensions.kotest5.annotation.MicronautTest");
    private static final Set<String> PROFILES = Set.of("org.springframework.test.context.ActiveProfiles");

    private static final Map<String, Set<String>> JPA = Map.of(
            "javax.persistence.Persistence", Set.of("createEntityManagerFactory"),
            "jakarta.persistence.Persistence", Set.of("createEntityManagerFactory"));
    private static final Map<String, Set<String>> HIBERNATE =
            Map.of("org.hibernate.cfg.Configuration", Set.of("configure"));
    private static final Map<String, Set<String>> HIBERNATE_PROPERTIES = Map.of(
            "javax.persistence.Persistence", Set.of("createEntityManagerFactory"),
            "jakarta.persistence.Persistence", Set.of("createEntityManagerFactory"),
            "org.hibernate.cfg.Configuration", Set.of("<init>"),
            "org.hibernate.boot.registry.StandardServiceRegistryBuilder", Set.of("<init>"));
    private static final Map<String, Set<String>> HOCON = Map.of(
            "com.typesafe.config.ConfigFactory", Set.of("load"),
            "io.ktor.server.testing.TestApplicationKt", Set.of("testApplication"));

    private final LintContext context;

    UsedSettings(LintContext context) {
        this.context = context;
    }

    /**
     * The settings of a file that selected tests read.
     *
     * @param file a file of the test output
     * @param wanted which of them matter, with their keys as they are written
     * @return with their keys as the framework sees them; empty if nobody knows whether they are read
     */
    List<Setting> of(TestFile file, Predicate<Setting> wanted) {
        List<Setting> settings =
                SettingsReader.read(file).stream().filter(wanted).toList();
        if (settings.isEmpty()) {
            return List.of();
        }
        Matcher application = APPLICATION.matcher(file.name());
        if (application.matches()) {
            String profile = application.group("profile");
            return settings.stream()
                    .flatMap(setting -> inApplication(setting, profile == null ? "" : profile))
                    .toList();
        }
        boolean isRead =
                switch (file.name()) {
                    case "META-INF/persistence.xml" -> calls(JPA);
                    case "hibernate.cfg.xml" -> calls(HIBERNATE);
                    case "hibernate.properties" -> calls(HIBERNATE_PROPERTIES);
                    case "application.conf", "application-test.conf" -> calls(HOCON);
                    default -> false;
                };
        return isRead
                ? settings.stream()
                        .filter(setting -> !isSetInCode(setting.key()))
                        .toList()
                : List.of();
    }

    private Stream<Setting> inApplication(Setting setting, String fileProfile) {
        Matcher quarkus = QUARKUS_PROFILE.matcher(setting.key());
        boolean isQuarkus = quarkus.matches();
        String key = isQuarkus ? quarkus.group("key") : setting.key();
        Set<String> wanted = Stream.of(fileProfile, setting.profile(), isQuarkus ? quarkus.group("profile") : "")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet());
        boolean isRead = context.scope().testClasses().stream()
                .anyMatch(each -> (isQuarkus ? has(each, QUARKUS) : boots(each))
                        && profiles(each).containsAll(wanted)
                        && !isOverridden(each, key, wanted.isEmpty()));
        return isRead && !isSetInCode(key)
                ? Stream.of(new Setting(key, setting.value(), setting.line(), setting.profile()))
                : Stream.empty();
    }

    private static boolean boots(TestClass testClass) {
        return testClass.annotations().stream().map(Placed::use).anyMatch(use -> isSpring(use))
                || has(testClass, QUARKUS)
                || has(testClass, MICRONAUT);
    }

    private static boolean isSpring(AnnotationUse use) {
        return SPRING.contains(use.simpleName())
                && (use.type().startsWith("org.springframework.boot.")
                        || use.type().startsWith("org.mybatis.spring."));
    }

    private static boolean has(TestClass testClass, Set<String> annotations) {
        return testClass.annotations().stream()
                .anyMatch(placed -> annotations.contains(placed.use().type()));
    }

    private Set<String> profiles(TestClass testClass) {
        Stream<String> declared = testClass.annotations().stream()
                .map(Placed::use)
                .filter(use -> PROFILES.contains(use.type()))
                .flatMap(use -> Stream.concat(use.texts("value").stream(), use.texts("profiles").stream()));
        Stream<String> environments = testClass.annotations().stream()
                .map(Placed::use)
                .filter(use -> MICRONAUT.contains(use.type()))
                .flatMap(use -> use.texts("environments").stream());
        Stream<String> byDefault =
                has(testClass, QUARKUS) || has(testClass, MICRONAUT) ? Stream.of("test") : Stream.empty();
        return Stream.of(declared, environments, byDefault, inFiles())
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    /** The profiles that the test resources themselves activate. */
    private Stream<String> inFiles() {
        return Stream.of("application.properties", "application.yml", "application.yaml")
                .flatMap(name -> context.file(name).stream())
                .flatMap(file -> SettingsReader.read(file).stream())
                .filter(setting -> setting.key().equals("spring.profiles.active"))
                .flatMap(setting -> Stream.of(setting.value().split("\\s*,\\s*")));
    }

    private boolean isOverridden(TestClass testClass, String key, boolean byProfiles) {
        boolean inAnnotations = testClass.annotations().stream()
                .flatMap(placed -> placed.use().values().keySet().stream()
                        .flatMap(element -> placed.use().texts(element).stream()))
                .anyMatch(text -> text.contains(key));
        return inAnnotations
                || new OwnDatabase(context).isConnectedTo(testClass)
                || (byProfiles && profiles(testClass).stream().anyMatch(profile -> hasInProfile(profile, key)));
    }

    private boolean hasInProfile(String profile, String key) {
        return Stream.of(".properties", ".yml", ".yaml")
                .flatMap(end -> Stream.of("application-" + profile + end, "config/application-" + profile + end))
                .flatMap(name -> context.file(name).stream())
                .flatMap(file -> SettingsReader.read(file).stream())
                .anyMatch(setting -> setting.key().equals(key));
    }

    /** Code that names the key most likely sets it. */
    private boolean isSetInCode(String key) {
        return context.scope().reached().stream()
                .flatMap(code -> code.method().steps().stream())
                .anyMatch(step ->
                        step instanceof Step.Literal literal && literal.text().contains(key));
    }

    private boolean calls(Map<String, Set<String>> wanted) {
        return context.scope().reached().stream()
                .flatMap(code -> code.method().calls())
                .anyMatch(call -> wanted.getOrDefault(call.owner(), Set.of()).contains(call.name()));
    }
}

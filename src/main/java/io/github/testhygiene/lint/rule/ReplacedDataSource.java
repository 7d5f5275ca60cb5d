package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.Annotations.Placed;
import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.TestClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells whether Spring Boot puts an embedded database in the place of a test's data source, as {@code @DataJpaTest} does
 * by default where an embedded engine is on the class path. Since 3.4 it leaves data sources of containers alone
 * ({@code NON_TEST}), before it replaced any.
 */
final class ReplacedDataSource {

    /**
     * A data source that is replaced.
     *
     * @param on the class that says so
     * @param annotation the annotation that is written there
     * @param engine the engine that is on the class path
     */
    record Replaced(ClassFile on, String annotation, String engine) {}

    private static final Set<String> REPLACING = Set.of(
            "org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase",
            "org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase");
    private static final Set<String> ZONKY = Set.of("io.zonky.test.db.AutoConfigureEmbeddedDatabase");
    private static final String SWITCH = "spring.test.database.replace";

    /** In the order in which Spring Boot looks for them. */
    private static final List<Map.Entry<String, String>> DRIVERS = List.of(
            Map.entry("org.h2.Driver", "H2"),
            Map.entry("org.apache.derby.jdbc.EmbeddedDriver", "Derby"),
            Map.entry("org.apache.derby.iapi.jdbc.AutoloadedDriver", "Derby"),
            Map.entry("org.hsqldb.jdbc.JDBCDriver", "HSQLDB"),
            Map.entry("org.hsqldb.jdbcDriver", "HSQLDB"));

    private final LintContext context;

    ReplacedDataSource(LintContext context) {
        this.context = context;
    }

    /**
     * Whether that of a test class is.
     *
     * @param testClass the class
     * @return empty if not, or if nobody knows
     */
    Optional<Replaced> of(TestClass testClass) {
        Optional<Placed> placed = testClass.annotations().stream()
                .filter(each -> REPLACING.contains(each.use().type()))
                .findFirst();
        Optional<String> engine = DRIVERS.stream()
                .filter(driver -> context.index().find(driver.getKey()).isPresent())
                .map(Map.Entry::getValue)
                .findFirst();
        if (placed.isEmpty() || engine.isEmpty() || isSwitched(testClass)) {
            return Optional.empty();
        }
        boolean replaces = testClass.annotations().stream()
                .filter(each -> REPLACING.contains(each.use().type()))
                .allMatch(each -> replaces(each.use(), testClass));
        return replaces ? Optional.of(replaced(placed.get(), engine.get())) : Optional.empty();
    }

    private Replaced replaced(Placed placed, String engine) {
        String written = placed.on().annotations().stream()
                .filter(use -> context.annotations().has(List.of(use), REPLACING))
                .map(AnnotationUse::simpleName)
                .findFirst()
                .orElse(placed.use().simpleName());
        return new Replaced(placed.on(), written, engine);
    }

    private boolean replaces(AnnotationUse use, TestClass testClass) {
        String replace = use.constant("replace");
        boolean sparesContainers =
                "NON_TEST".equals(replace) || (replace == null && defaultSparesContainers(use.type()));
        // What is auto-configured is not known here.
        boolean mayReplace = replace == null || replace.equals("ANY") || replace.equals("NON_TEST");
        return mayReplace && !(sparesContainers && isConnected(testClass));
    }

    private boolean defaultSparesContainers(String annotation) {
        return context.index()
                .find(annotation + "$Replace")
                .filter(file -> file.field("NON_TEST").isPresent())
                .isPresent();
    }

    private boolean isConnected(TestClass testClass) {
        return new OwnDatabase(context).isConnectedTo(testClass)
                || Stream.concat(texts(testClass), applicationLines()).anyMatch(text -> text.contains("jdbc:tc:"));
    }

    private boolean isSwitched(TestClass testClass) {
        boolean byZonky = testClass.annotations().stream()
                .anyMatch(placed -> ZONKY.contains(placed.use().type()));
        boolean byAlias = testClass.annotations().stream()
                .flatMap(placed -> placed.use().values().values().stream())
                .anyMatch(value -> value instanceof AnnotationUse.EnumName constant
                        && constant.type().endsWith("AutoConfigureTestDatabase$Replace")
                        && constant.name().equals("NONE"));
        return byZonky
                || byAlias
                || Stream.concat(texts(testClass), applicationLines())
                        .anyMatch(text -> text.contains(SWITCH) || text.strip().startsWith("replace:"));
    }

    private static Stream<String> texts(TestClass testClass) {
        return testClass.annotations().stream().flatMap(placed -> placed.use().values().keySet().stream()
                .flatMap(element -> placed.use().texts(element).stream()));
    }

    private Stream<String> applicationLines() {
        return Stream.of("application", "application-test", "application-it", "application-integration")
                .flatMap(name -> Stream.of(name + ".properties", name + ".yml", name + ".yaml"))
                .flatMap(name -> context.file(name).stream())
                .flatMap(file -> file.lines().stream());
    }
}

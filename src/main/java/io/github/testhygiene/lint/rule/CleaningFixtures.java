package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.Field;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Role;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.code.TestMethod;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows what removes the rows that tests committed. When in doubt, something does. */
final class CleaningFixtures {

    private static final Set<Role> FIXTURES = Set.of(
            Role.BEFORE_EACH,
            Role.AFTER_EACH,
            Role.BEFORE_ALL,
            Role.AFTER_ALL,
            Role.CONSTRUCTION,
            Role.CLASS_INITIALISATION);
    private static final Pattern SQL = Pattern.compile(
            "\\b(?:DELETE\\s+FROM|TRUNCATE|DROP\\s+(?:TABLE|SCHEMA|DATABASE)|CREATE\\s+DATABASE)\\b|\\.sql$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CALL = Pattern.compile(
            "(?:delete|truncate|clean|clear|remove|reset|drop|rollback|wipe|purge|erase|undo|restore|revert|empty).*"
                    + "|executeSqlScript|runScript");
    private static final Pattern LIBRARY = Pattern.compile(
            ".*(?:clean|truncat|reset|restor|dbrider|dbunit|dataset|flywaytest|dirties|prepareddb|embeddedpostgres"
                    + "|singleinstancepostgres).*",
            Pattern.CASE_INSENSITIVE);
    /** What has methods of such names and no rows. */
    private static final Pattern NO_DATABASE = Pattern.compile(
            "(?:java\\.(?:util|lang|nio|io|time)|org\\.(?:mockito|slf4j|easymock|springframework\\.security|assertj)"
                    + "|io\\.restassured|com\\.github\\.tomakehurst|org\\.wiremock|io\\.mockk)\\..*"
                    + "|.*\\.(?:EntityManager|Session)");

    private static final List<String> REGISTRIES =
            List.of("META-INF/services/org.junit.jupiter.api.extension.Extension", "META-INF/spring.factories");
    private static final Set<String> SERVERS = Set.of("org.testcontainers.junit.jupiter.Container", "org.junit.Rule");

    private final LintContext context;
    private final SqlScripts scripts;

    CleaningFixtures(LintContext context) {
        this.context = context;
        this.scripts = new SqlScripts(context);
    }

    /**
     * Whether something around the tests of a class removes rows.
     *
     * @param testClass the class
     */
    boolean clean(TestClass testClass) {
        return isCleanedByAnnotations(testClass)
                || hasServerForEachTest(testClass)
                || removes(testClass.methods(FIXTURES).toList())
                || removes(extensions(testClass).toList())
                || around(testClass).anyMatch(this::clean);
    }

    /**
     * Whether a test removes rows itself.
     *
     * @param test the test
     * @param testClass its class
     */
    boolean clean(TestMethod test, TestClass testClass) {
        return removes(List.of(test))
                || context.annotations().all(test.method().annotations()).stream()
                        .anyMatch(
                                use -> isCleaning(use, testClass, test.method().name()));
    }

    private boolean removes(Collection<TestMethod> methods) {
        return !methods.isEmpty()
                && context.scope().reachedFrom(methods).stream()
                        .map(ReachedCode::method)
                        .flatMap(method -> method.steps().stream())
                        .anyMatch(CleaningFixtures::removes);
    }

    private static boolean removes(Step step) {
        if (step instanceof Step.Literal literal) {
            return SQL.matcher(literal.text()).find();
        }
        return step instanceof Step.Call call
                && (CALL.matcher(call.name()).matches()
                        || LIBRARY.matcher(call.owner()).matches())
                && !NO_DATABASE.matcher(call.owner()).matches();
    }

    private boolean isCleanedByAnnotations(TestClass testClass) {
        return testClass.annotations().stream()
                .map(placed -> placed.use())
                .anyMatch(use -> isCleaning(use, testClass, null));
    }

    private boolean isCleaning(AnnotationUse use, TestClass testClass, @Nullable String method) {
        if (SqlScripts.isSql(use)) {
            return scripts.of(use, testClass, method).stream()
                    .anyMatch(script -> script.text() == null
                            || SQL.matcher(Objects.requireNonNull(script.text()))
                                    .find());
        }
        return LIBRARY.matcher(use.simpleName()).matches()
                || (use.simpleName().equals("AutoConfigureEmbeddedDatabase")
                        && use.values().containsKey("refresh"))
                || use.allClasses().anyMatch(name -> LIBRARY.matcher(name).matches());
    }

    private boolean hasServerForEachTest(TestClass testClass) {
        return fields(testClass)
                .anyMatch(field -> (!field.isStatic()
                                && context.annotations().has(field.annotations(), SERVERS)
                                && new ContainerTypes(context.index()).isRule(field.type()))
                        || LIBRARY.matcher(field.type()).matches());
    }

    /** The methods of the tests' own extensions and rules, which a framework calls. */
    private Stream<TestMethod> extensions(TestClass testClass) {
        Stream<String> named =
                testClass.annotations().stream().flatMap(placed -> placed.use().allClasses());
        Stream<String> inFields =
                fields(testClass).filter(CleaningFixtures::isRegistered).map(Field::type);
        return Stream.of(named, inFields, registered())
                .flatMap(each -> each)
                .distinct()
                .flatMap(name -> context.index().own(name).stream())
                .flatMap(file -> context.index().lineage(file).stream())
                .flatMap(CleaningFixtures::methods);
    }

    /** The classes that JUnit and Spring find in files. */
    private Stream<String> registered() {
        return REGISTRIES.stream()
                .flatMap(name -> context.file(name).stream())
                .flatMap(file -> file.lines().stream())
                .flatMap(line -> Stream.of(line.split("[=,\\\\\\s]+")));
    }

    private static Stream<TestMethod> methods(ClassFile file) {
        return file.methods().stream()
                .filter(method -> !method.isAbstract())
                .map(method -> new TestMethod(file, method, Role.OTHER));
    }

    private static boolean isRegistered(Field field) {
        return field.annotations().stream().anyMatch(use -> Set.of("RegisterExtension", "Rule", "ClassRule")
                .contains(use.simpleName()));
    }

    private static Stream<Field> fields(TestClass testClass) {
        return testClass.lineage().stream().flatMap(file -> file.fields().stream());
    }

    /** The fixtures of the class around a nested one are executed for it, too. */
    private Stream<TestClass> around(TestClass testClass) {
        String outer = testClass.file().outer();
        return outer == null
                ? Stream.empty()
                : context.scope().lookup().subclasses(outer).stream()
                        .filter(each -> each.file().name().equals(outer));
    }
}

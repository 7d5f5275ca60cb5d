package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.Annotations.Placed;
import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.Field;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Role;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.model.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds containers, and embedded servers, that are started for each test. */
final class ContainerPerTest implements LintRule {

    private static final RuleDescription HABIT = new RuleDescription(
            Rule.CONTAINER_PER_TEST,
            "Start it once for all tests: use the provided database, or a static container that is started once.");

    private static final Set<String> CONTAINER = Set.of("org.testcontainers.junit.jupiter.Container");
    private static final Set<String> RESTARTING = Set.of(
            "org.testcontainers.junit.jupiter.Testcontainers",
            "org.testcontainers.junit.jupiter.TestcontainersExtension");
    private static final Set<String> RULE = Set.of("org.junit.Rule");
    private static final Set<String> CLASS_RULE = Set.of("org.junit.ClassRule");
    private static final Set<String> EXTENSION = Set.of("org.junit.jupiter.api.extension.RegisterExtension");
    private static final Set<String> SPOCK = Set.of("org.testcontainers.spock.Testcontainers");
    private static final Set<String> SHARED = Set.of("spock.lang.Shared");

    @Override
    public RuleDescription habit() {
        return HABIT;
    }

    @Override
    public void visitClass(TestClass testClass, LintContext context) {
        if (testClass.tests().isEmpty()) {
            return;
        }
        // The extension looks at the instances around a nested class as well.
        for (ClassFile file = testClass.file(); file != null; file = around(file, context)) {
            for (ClassFile declaring : context.index().lineage(file)) {
                declaring.fields().forEach(field -> visit(testClass, declaring, field, context));
            }
        }
    }

    private static @Nullable ClassFile around(ClassFile file, LintContext context) {
        String outer = file.outer();
        boolean isNested = context.annotations().has(file.annotations(), Set.of("org.junit.jupiter.api.Nested"));
        return isNested && outer != null ? context.index().own(outer).orElse(null) : null;
    }

    private static void visit(TestClass testClass, ClassFile declaring, Field field, LintContext context) {
        String message = message(testClass, declaring, field, context);
        if (message != null) {
            context.report(new Violation(HABIT, ViolationPlace.of(declaring, field), field.name(), message));
        }
    }

    private static @Nullable String message(
            TestClass testClass, ClassFile declaring, Field field, LintContext context) {
        ContainerTypes types = new ContainerTypes(context.index());
        String type = ClassFile.simpleName(field.type());
        if (types.isEmbeddedExtension(field.type()) && has(field, EXTENSION, context)) {
            return "`" + type + "` starts a PostgreSQL for each test, even from a static field.";
        } else if (field.isStatic() || isKept(declaring, field, types)) {
            return null;
        } else if (has(field, CONTAINER, context) && isRestarting(testClass)) {
            return "`@Container` at an instance field starts a `" + type + "` for each test.";
        } else if (has(field, RULE, context) && !has(field, CLASS_RULE, context) && types.isRule(field.type())) {
            return "`@Rule` starts a `" + type + "` for each test.";
        }
        return isRestartedBySpock(testClass, field, types, context)
                ? "A field without `@Shared` starts a `" + type + "` for each test."
                : null;
    }

    /** Whether stopping it does nothing, or its settings ask that it is kept. */
    private static boolean isKept(ClassFile declaring, Field field, ContainerTypes types) {
        return types.outlivesStop(field.type())
                || declaring.methods().stream()
                        .filter(method -> method.isInitialiser())
                        .anyMatch(ContainerTypes::reuses);
    }

    private static boolean isRestarting(TestClass testClass) {
        return testClass.annotations().stream()
                .map(Placed::use)
                .flatMap(use -> Stream.concat(Stream.of(use.type()), use.allClasses()))
                .anyMatch(RESTARTING::contains);
    }

    private static boolean isRestartedBySpock(
            TestClass testClass, Field field, ContainerTypes types, LintContext context) {
        return types.isContainer(field.type())
                && !has(field, SHARED, context)
                && !field.name().startsWith("$spock_")
                && testClass.annotations().stream()
                        .anyMatch(placed -> SPOCK.contains(placed.use().type()));
    }

    private static boolean has(Field field, Set<String> wanted, LintContext context) {
        return context.annotations().has(field.annotations(), wanted);
    }

    @Override
    public void visitCode(ReachedCode code, LintContext context) {
        if (!code.perTest()) {
            return;
        }
        code.method().calls().filter(code::perTest).forEach(call -> visit(code, call, context));
    }

    private static void visit(ReachedCode code, Step.Call call, LintContext context) {
        ContainerTypes types = new ContainerTypes(context.index());
        NewContainers containers = new NewContainers(context);
        if (call.name().equals("start") && types.isEmbedded(call.owner())) {
            report(code, call, "EmbeddedPostgres", context);
        } else if (call.name().equals("start") && types.isContainer(call.owner())) {
            if (containers.isNew(call.receiver(), code)) {
                report(code, call, ClassFile.simpleName(call.owner()), context);
            }
        } else if (call.name().equals("deepStart") && call.owner().equals("org.testcontainers.lifecycle.Startables")) {
            if (call.arguments().stream().anyMatch(each -> containers.isNew(each, code))) {
                report(code, call, "Container", context);
            }
        } else {
            ContainerUrls.find(code, call, context)
                    .ifPresent(url -> context.report(new Violation(
                            HABIT,
                            ViolationPlace.of(context.index(), code, call),
                            "jdbc:tc",
                            "The container of `" + url + "` is stopped with its last connection, so it starts "
                                    + when(code) + ".")));
        }
    }

    private static void report(ReachedCode code, Step.Call call, String type, LintContext context) {
        context.report(new Violation(
                HABIT,
                ViolationPlace.of(context.index(), code, call),
                type,
                "Starts a new `" + type + "` " + when(code) + "."));
    }

    private static String when(ReachedCode code) {
        List<Role> roles = code.always().stream().filter(Role::perTest).toList();
        return roles.equals(List.of(Role.TEST)) ? "within a test" : "for each test";
    }
}

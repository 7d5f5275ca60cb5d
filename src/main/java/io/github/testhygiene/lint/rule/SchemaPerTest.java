package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Role;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds fixtures that make the schema, or throw it away, around each test. */
final class SchemaPerTest implements LintRule {

    private static final RuleDescription HABIT = new RuleDescription(
            Rule.SCHEMA_PER_TEST,
            "Make the schema once, before the tests; before each test remove rows, or roll its work back.");

    private static final Set<Role> FIXTURES = Set.of(Role.BEFORE_EACH, Role.AFTER_EACH, Role.CONSTRUCTION);

    /** What a step does to the schema. */
    private record Deed(Step.Call call, Severity severity, String sentence) {}

    @Override
    public RuleDescription habit() {
        return HABIT;
    }

    @Override
    public void visitClass(TestClass testClass, LintContext context) {
        if (!testClass.tests().isEmpty()) {
            new SchemaAnnotations(HABIT, testClass, context).report();
        }
    }

    @Override
    public void visitCode(ReachedCode code, LintContext context) {
        if (!isOfFixture(code)) {
            return;
        }
        deeds(code, context)
                .min(Comparator.comparing(deed -> deed.severity() == Severity.INFO))
                .filter(deed -> !isWhatTestsAreAbout(code, context))
                .ifPresent(deed -> context.report(new Violation(
                        HABIT,
                        deed.severity(),
                        ViolationPlace.of(context.index(), code, deed.call()),
                        "",
                        deed.sentence())));
    }

    private static boolean isOfFixture(ReachedCode code) {
        return code.always().stream().anyMatch(FIXTURES::contains);
    }

    private static Stream<Deed> deeds(ReachedCode code, LintContext context) {
        return code.method()
                .calls()
                .filter(call -> !call.conditional())
                .flatMap(call -> deed(code, call, context).stream());
    }

    private static Optional<Deed> deed(ReachedCode code, Step.Call call, LintContext context) {
        SchemaTools tools = new SchemaTools(context.index());
        String when = when(code);
        Optional<Deed> found = statement(code, call, context)
                .map(start -> deed(call, "Executes `" + start + "` " + when + "."))
                .or(() -> tools.making(call).map(name -> deed(call, "Calls `" + name + "` " + when + ".")))
                .or(() -> CalledScripts.find(code, call, context)
                        .map(script -> deed(call, "Executes `" + script + "`, which makes tables, " + when + ".")))
                .or(() -> SchemaSettings.find(code, call, SchemaPerTest::isOfFixture, context)
                        .map(setting -> deed(call, "Makes the schema with " + setting + " " + when + ".")));
        return found.or(() ->
                tools.checking(call).map(name -> new Deed(call, Severity.INFO, "Calls `" + name + "` " + when + ".")));
    }

    private static Deed deed(Step.Call call, String sentence) {
        return new Deed(call, Rule.SCHEMA_PER_TEST.severity(), sentence);
    }

    private static Optional<String> statement(ReachedCode code, Step.Call call, LintContext context) {
        return new ExecutedSql(context.index())
                .of(call).stream()
                        .flatMap(sql -> SchemaStatements.first(sql).stream())
                        .filter(start -> !start.startsWith("DROP") || !makesTemporary(code))
                        .findFirst();
    }

    /** Whether what is dropped may be a temporary table, which the schema is not made of. */
    private static boolean makesTemporary(ReachedCode code) {
        return code.file().methods().stream()
                .flatMap(method -> method.steps().stream())
                .anyMatch(step -> step instanceof Step.Literal literal && SchemaStatements.isTemporary(literal.text()));
    }

    private static String when(ReachedCode code) {
        Set<Role> always = code.always();
        boolean after = always.contains(Role.AFTER_EACH);
        boolean before = always.contains(Role.BEFORE_EACH) || always.contains(Role.CONSTRUCTION);
        return before && after ? "around each test" : before ? "before each test" : "after each test";
    }

    /** Tests that change the schema, or migrate it, want it in a state of their own. */
    private static boolean isWhatTestsAreAbout(ReachedCode code, LintContext context) {
        List<TestClass> classes = ReachingTestClasses.find(code, FIXTURES, context);
        return !classes.isEmpty()
                && classes.stream()
                        .allMatch(each -> each.file().name().contains("Migration") || changesSchema(each, context));
    }

    private static boolean changesSchema(TestClass testClass, LintContext context) {
        SchemaTools tools = new SchemaTools(context.index());
        ExecutedSql executed = new ExecutedSql(context.index());
        return context.scope().reachedFrom(testClass.tests()).stream()
                .flatMap(code -> code.method().calls())
                .anyMatch(call -> tools.isTool(call)
                        || executed.of(call).stream()
                                .anyMatch(sql -> SchemaStatements.first(sql).isPresent()));
    }
}

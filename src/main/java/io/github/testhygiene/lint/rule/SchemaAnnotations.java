package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.Annotations.Placed;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.code.TestMethod;
import io.github.testhygiene.lint.rule.SqlScripts.Script;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Annotations of Spring that make the schema around each test of a class. */
final class SchemaAnnotations {

    private static final String DIRTIES = "org.springframework.test.annotation.DirtiesContext";
    private static final Set<String> EACH_METHOD = Set.of("BEFORE_EACH_TEST_METHOD", "AFTER_EACH_TEST_METHOD");

    private final RuleDescription habit;
    private final TestClass testClass;
    private final LintContext context;
    private final SqlScripts scripts;

    SchemaAnnotations(RuleDescription habit, TestClass testClass, LintContext context) {
        this.habit = habit;
        this.testClass = testClass;
        this.context = context;
        this.scripts = new SqlScripts(context);
    }

    void report() {
        reportDirtyContexts();
        if (isAnyTestWithoutScripts()) {
            testClass.annotations().stream()
                    .filter(placed -> SqlScripts.isSql(placed.use()))
                    .forEach(placed -> report(placed.use(), ViolationPlace.of(placed.on()), null));
        }
        for (TestMethod test : testClass.tests()) {
            ViolationPlace place = ViolationPlace.of(context.index(), test.declaring(), test.method());
            annotations(test).stream()
                    .filter(SqlScripts::isSql)
                    .forEach(use -> report(use, place, test.method().name()));
        }
    }

    private void report(AnnotationUse use, ViolationPlace place, @Nullable String method) {
        for (Script script : scripts.of(use, testClass, method)) {
            String text = script.text();
            if (text != null) {
                SchemaStatements.first(text)
                        .ifPresent(start -> context.report(
                                new Violation(habit, place, script.name(), sentence(script, start, method == null))));
            }
        }
    }

    private static String sentence(Script script, String start, boolean isForEach) {
        String what = script.name().equals("@Sql") ? "`@Sql`" : "`" + script.name() + "`";
        return what + " executes `" + start + "` " + (script.isAfter() ? "after" : "before")
                + (isForEach ? " each test." : " the test.");
    }

    /** A test's own scripts replace those of its class, unless it says that they are merged. */
    private boolean isAnyTestWithoutScripts() {
        boolean merged = testClass.annotations().stream().anyMatch(placed -> SqlScripts.isMerge(placed.use()));
        return merged
                || testClass.tests().stream()
                        .map(this::annotations)
                        .anyMatch(all -> all.stream().noneMatch(SqlScripts::isSql)
                                || all.stream().anyMatch(SqlScripts::isMerge));
    }

    private void reportDirtyContexts() {
        List<TestMethod> tests = testClass.tests();
        testClass.annotations().stream()
                .filter(placed -> placed.use().type().equals(DIRTIES))
                .findFirst()
                .filter(placed -> isForEachMethod(placed.use()) && tests.size() > 1)
                .map(Placed::on)
                .ifPresent(on -> reportDirty(ViolationPlace.of(on), "for each test"));
        List<TestMethod> dirty = tests.stream()
                .filter(test ->
                        annotations(test).stream().anyMatch(use -> use.type().equals(DIRTIES)))
                .toList();
        if (dirty.size() > 1) {
            dirty.forEach(test ->
                    reportDirty(ViolationPlace.of(context.index(), test.declaring(), test.method()), "for this test"));
        }
    }

    private void reportDirty(ViolationPlace place, String when) {
        context.report(new Violation(
                habit,
                place,
                "@DirtiesContext",
                "`@DirtiesContext` throws Spring's context away " + when
                        + ", so all that starts with it, be it the pool or the schema, starts again."));
    }

    private static boolean isForEachMethod(AnnotationUse use) {
        String mode = use.constant("classMode");
        return mode != null && EACH_METHOD.contains(mode);
    }

    private List<AnnotationUse> annotations(TestMethod test) {
        return context.annotations().all(test.method().annotations());
    }
}

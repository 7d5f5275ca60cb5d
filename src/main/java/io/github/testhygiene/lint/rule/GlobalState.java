package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.MethodRef;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Role;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.rule.GlobalSettings.Change;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds settings of the JVM that tests change for all that come after them. */
final class GlobalState implements LintRule {

    private static final RuleDescription HABIT = new RuleDescription(
            Rule.GLOBAL_STATE,
            "Put the old value back in `@AfterEach` or `@AfterAll`, or let an extension do so, such as those of JUnit Pioneer.");

    /** Who restores may also be the one who sets: those are not asked about here. */
    private static final Set<Role> CHANGING =
            Set.of(Role.TEST, Role.BEFORE_EACH, Role.CONSTRUCTION, Role.BEFORE_ALL, Role.CLASS_INITIALISATION);

    private static final Set<Role> RESTORING = Set.of(Role.AFTER_EACH, Role.AFTER_ALL);

    /** A change, and where it happens. */
    private record Changed(ReachedCode code, Step.Call call, Change change) {}

    /** The tests, to tell them from what else is executed. */
    private record Tests(Set<String> classes, Set<MethodRef> methods) {

        static Tests of(LintContext context) {
            List<TestClass> all = context.scope().testClasses();
            return new Tests(
                    all.stream()
                            .flatMap(each -> each.lineage().stream())
                            .map(ClassFile::name)
                            .collect(Collectors.toSet()),
                    all.stream()
                            .flatMap(each -> each.tests().stream())
                            .map(each -> each.method().ref())
                            .collect(Collectors.toSet()));
        }

        boolean has(ClassFile file) {
            return classes.contains(file.name());
        }
    }

    @Override
    public RuleDescription habit() {
        return HABIT;
    }

    @Override
    public void visitTests(LintContext context) {
        List<Changed> changes = changes(context);
        Restorers restorers = new Restorers(context);
        Tests tests = Tests.of(context);
        for (Changed each : changes) {
            if (isChange(each)
                    && changes.stream().noneMatch(other -> isUndoneBy(each, other, tests, context.index()))
                    && !restorers.restore(each.change().setting(), each.code())) {
                report(each, context);
            }
        }
    }

    private static List<Changed> changes(LintContext context) {
        List<Changed> changes = new ArrayList<>();
        GlobalSettings settings = new GlobalSettings(context.index());
        for (ReachedCode code : context.scope().reached()) {
            code.method().calls().forEach(call -> settings.changedBy(call)
                    .ifPresent(change -> changes.add(new Changed(code, call, change))));
        }
        return changes;
    }

    private static boolean isChange(Changed each) {
        Set<Role> roles = each.code().roles();
        return each.change().sets()
                && roles.stream().anyMatch(CHANGING::contains)
                && roles.stream().noneMatch(RESTORING::contains);
    }

    /**
     * A fixture of another test class restores nothing here; whoever else does may well be asked to. In the same method,
     * as with try and finally, any second change may be the restoring one; in a class that is no test, too.
     */
    private static boolean isUndoneBy(Changed each, Changed other, Tests tests, ClassIndex index) {
        if (!each.change().isUndoneBy(other.change())) {
            return false;
        }
        boolean isFixture = other.code().roles().stream().anyMatch(RESTORING::contains);
        boolean isCalledOnly = !tests.methods().contains(other.code().method().ref());
        boolean areTests =
                tests.has(each.code().file()) && tests.has(other.code().file());
        boolean restores = isFixture || (isCalledOnly && !other.change().sets());
        boolean isUndone = isSameMethod(each, other)
                || (restores && (!areTests || isRelated(each, other, index)))
                || (!areTests && isRelated(each, other, index));
        // The last question, because it takes the longest.
        return isUndone && !other.equals(each);
    }

    private static boolean isRelated(Changed one, Changed other, ClassIndex index) {
        String first = one.code().file().name();
        String second = other.code().file().name();
        return outermost(first).equals(outermost(second))
                || index.isA(first, Set.of(second))
                || index.isA(second, Set.of(first));
    }

    private static String outermost(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }

    /** A method with the lambdas and local classes in it. */
    private static boolean isSameMethod(Changed one, Changed other) {
        return one.code().file().name().equals(other.code().file().name())
                && one.code()
                        .method()
                        .writtenName()
                        .equals(other.code().method().writtenName());
    }

    private static void report(Changed each, LintContext context) {
        boolean onceOnly =
                each.code().roles().stream().filter(CHANGING::contains).allMatch(Role.CLASS_INITIALISATION::equals);
        Severity severity = onceOnly ? Severity.INFO : HABIT.rule().severity();
        context.report(new Violation(
                HABIT,
                severity,
                ViolationPlace.of(context.index(), each.code(), each.call()),
                each.change().detail(),
                "Changes " + each.change().text() + " and does not restore it."));
    }
}

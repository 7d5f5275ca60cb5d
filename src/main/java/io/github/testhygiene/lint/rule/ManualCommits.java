package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.Annotations.Placed;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Role;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.code.TestMethod;
import io.github.testhygiene.model.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds tests that ask for a commit, in classes where nothing removes the rows again. */
final class ManualCommits implements LintRule {

    private static final RuleDescription HABIT = new RuleDescription(
            Rule.COMMITS_BY_HAND,
            "Let the transaction roll back, or remove the rows in a fixture that is executed before or after each test.");

    private static final String COMMIT = "org.springframework.test.annotation.Commit";
    private static final String ROLLBACK = "org.springframework.test.annotation.Rollback";
    private static final String CONFIGURATION = "org.springframework.test.context.transaction.TransactionConfiguration";
    private static final Set<String> MARKERS = Set.of(COMMIT, ROLLBACK, CONFIGURATION);
    private static final Set<String> TEST_TRANSACTION =
            Set.of("org.springframework.test.context.transaction.TestTransaction");
    private static final Set<String> TRANSACTIONAL = Set.of(
            "Transactional", "DataJpaTest", "DataJdbcTest", "DataR2dbcTest", "JdbcTest", "JooqTest", "MybatisTest");
    private static final Set<String> NO_TRANSACTION = Set.of("NOT_SUPPORTED", "NEVER");
    private static final Set<Role> EACH =
            Set.of(Role.TEST, Role.BEFORE_EACH, Role.AFTER_EACH, Role.CONSTRUCTION, Role.BEFORE_ALL);

    @Override
    public RuleDescription habit() {
        return HABIT;
    }

    @Override
    public void visitClass(TestClass testClass, LintContext context) {
        Optional<Placed> ofClass = testClass.annotations().stream()
                .filter(placed -> MARKERS.contains(placed.use().type()))
                .findFirst()
                .filter(placed -> isCommitting(placed.use()));
        List<TestMethod> committing = testClass.tests().stream()
                .filter(test ->
                        marker(test, context).map(ManualCommits::isCommitting).orElse(ofClass.isPresent()))
                .filter(test -> isTransactional(test, testClass, context))
                .toList();
        CleaningFixtures fixtures = new CleaningFixtures(context);
        if (committing.isEmpty() || fixtures.clean(testClass)) {
            return;
        }
        for (TestMethod test : committing) {
            if (!fixtures.clean(test, testClass)) {
                Optional<AnnotationUse> own = marker(test, context);
                ViolationPlace place = own.isPresent()
                        ? ViolationPlace.of(context.index(), test.declaring(), test.method())
                        : ViolationPlace.of(ofClass.orElseThrow().on());
                report(place, words(own.orElseGet(() -> ofClass.orElseThrow().use())), context);
            }
        }
    }

    private static Optional<AnnotationUse> marker(TestMethod test, LintContext context) {
        return context.annotations().find(test.method().annotations(), MARKERS);
    }

    private static boolean isCommitting(AnnotationUse use) {
        return switch (use.type()) {
            case COMMIT -> true;
            case ROLLBACK -> Boolean.FALSE.equals(use.values().get("value"));
            default -> Boolean.FALSE.equals(use.values().get("defaultRollback"));
        };
    }

    /** Elsewhere these annotations do nothing. */
    private static boolean isTransactional(TestMethod test, TestClass testClass, LintContext context) {
        List<AnnotationUse> own =
                transactional(context.annotations().all(test.method().annotations()).stream());
        List<AnnotationUse> deciding =
                own.isEmpty() ? transactional(testClass.annotations().stream().map(Placed::use)) : own;
        return !deciding.isEmpty()
                && deciding.stream()
                        .map(use -> String.valueOf(use.constant("propagation")))
                        .noneMatch(NO_TRANSACTION::contains);
    }

    private static List<AnnotationUse> transactional(Stream<AnnotationUse> uses) {
        return uses.filter(use -> TRANSACTIONAL.contains(use.simpleName())).toList();
    }

    private static String words(AnnotationUse use) {
        return switch (use.type()) {
            case COMMIT -> "@Commit";
            case ROLLBACK -> "@Rollback(false)";
            default -> "@TransactionConfiguration(defaultRollback = false)";
        };
    }

    @Override
    public void visitCode(ReachedCode code, LintContext context) {
        code.method().calls().forEach(call -> {
            if (call.name().equals("flagForCommit") && context.index().isA(call.owner(), TEST_TRANSACTION)) {
                reportIfLeft(code, call, "TestTransaction.flagForCommit()", context);
            } else if (new AutoCommits(context).isTurnedOn(code, call)) {
                reportIfLeft(code, call, "setAutoCommit(true)", context);
            }
        });
    }

    private static void reportIfLeft(ReachedCode code, Step.Call call, String words, LintContext context) {
        CleaningFixtures fixtures = new CleaningFixtures(context);
        boolean isLeft = ReachingTestClasses.find(code, EACH, context).stream()
                .filter(testClass -> !testClass.tests().isEmpty() && !fixtures.clean(testClass))
                .anyMatch(testClass -> isLeft(testClass, code, fixtures, context));
        if (isLeft) {
            report(ViolationPlace.of(context.index(), code, call), words, context);
        }
    }

    private static boolean isLeft(
            TestClass testClass, ReachedCode code, CleaningFixtures fixtures, LintContext context) {
        List<TestMethod> reaching = testClass.tests().stream()
                .filter(test -> ReachingTestClasses.reaches(List.of(test), code, context))
                .toList();
        // What a fixture does, it does for all tests.
        List<TestMethod> tests = reaching.isEmpty() ? testClass.tests() : reaching;
        return tests.stream().anyMatch(test -> !fixtures.clean(test, testClass));
    }

    private static void report(ViolationPlace place, String words, LintContext context) {
        context.report(new Violation(
                HABIT,
                place,
                words,
                "`" + words + "` keeps what tests write, and no fixture of the class removes it."));
    }
}

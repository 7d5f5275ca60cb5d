package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import io.github.testhygiene.lint.rule.ChangingValues.Changing;
import io.github.testhygiene.model.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds assertions that compare with a random value or the current time. A value that was also handed to the code under
 * test is what the test is about, and not accused.
 */
final class RandomOrClock implements LintRule {

    private static final RuleDescription HABIT = new RuleDescription(
            Rule.RANDOM_OR_CLOCK,
            "Give the code a fixed `Clock` or a seeded generator, and compare with a value that stands in the test.");

    private static final Set<String> EQUAL = Set.of("isEqualTo", "assertEquals", "isSameInstantAs", "hasSameTimeAs");

    /** An earlier time is a sound lower bound of a later one: these are accused only of a time that is taken in them. */
    private static final Set<String> BOUNDS =
            Set.of("isAfter", "isAfterOrEqualTo", "isLessThan", "isLessThanOrEqualTo", "isAtMost");

    private static final Set<String> ASKED = Set.of("isAfter", "isEqual", "equals");

    private static final List<String> LIBRARIES = List.of(
            "org.assertj.core.",
            "com.google.common.truth.",
            "org.junit.",
            "junit.framework.",
            "org.testng.",
            "org.hamcrest.");

    @Override
    public RuleDescription habit() {
        return HABIT;
    }

    @Override
    public void visitCode(ReachedCode code, LintContext context) {
        List<Step> steps = code.method().steps();
        ChangingValues values = new ChangingValues(code.method());
        for (int index = 0; index < steps.size(); index++) {
            if (steps.get(index) instanceof Step.Call call && mayCompare(call) && isOfLibrary(call.owner())) {
                int at = index;
                List<Changing> changing = compared(call).flatMap(values::in).toList();
                changing.stream()
                        .filter(each -> isDecisive(code.method(), at, call, each, isElapsed(call, changing)))
                        .findFirst()
                        .ifPresent(each -> report(code, call, each, context));
            }
        }
    }

    private static void report(ReachedCode code, Step.Call call, Changing changing, LintContext context) {
        context.report(new Violation(
                HABIT,
                ViolationPlace.of(context.index(), code, call),
                "",
                "Compares with `" + changing.name() + "`: "
                        + (changing.isClock()
                                ? "whether it passes depends on when it runs."
                                : "whether it passes depends on chance.")));
    }

    /** What an assertion compares. */
    private static boolean mayCompare(Step.Call call) {
        return EQUAL.contains(call.name())
                || BOUNDS.contains(call.name())
                || call.name().startsWith("assertT");
    }

    private static Stream<Value> compared(Step.Call call) {
        if (EQUAL.contains(call.name()) || BOUNDS.contains(call.name())) {
            return Stream.concat(Stream.of(call.receiver()), call.arguments().stream());
        } else if (call.name().equals("assertThat") && call.arguments().size() > 1) {
            return call.arguments().stream().filter(RandomOrClock::isEqualMatcher);
        } else if (call.name().equals("assertTrue")) {
            return call.arguments().stream().filter(RandomOrClock::isComparison);
        }
        return Stream.empty();
    }

    private static boolean isEqualMatcher(Value value) {
        return value instanceof Value.Result result
                && result.owner().startsWith("org.hamcrest.")
                && Set.of("is", "equalTo").contains(result.name());
    }

    private static boolean isComparison(Value value) {
        return value instanceof Value.Result result
                && result.owner().startsWith("java.")
                && ASKED.contains(result.name());
    }

    /** A time that was measured between two others, and must be short. */
    private static boolean isElapsed(Step.Call call, List<Changing> compared) {
        return compared.stream().filter(Changing::isClock).count() > 1
                && call.name().startsWith("isLess");
    }

    private static boolean isDecisive(
            Method method, int at, Step.Call assertion, Changing changing, boolean isElapsed) {
        boolean onBothSides = Stream.concat(Stream.of(assertion.receiver()), assertion.arguments().stream())
                        .filter(value -> holds(value, changing))
                        .count()
                > 1;
        if (onBothSides || isUsedElsewhere(method, changing)) {
            return false;
        }
        int from = firstMade(method.steps(), changing);
        List<Step> between = method.steps().subList(from + 1, at);
        // What a lambda takes with it is not seen.
        boolean mayBeTaken = between.stream().anyMatch(Step.LambdaUse.class::isInstance);
        boolean isBound = !isElapsed
                && !EQUAL.contains(assertion.name())
                && !assertion.name().equals("assertThat");
        // Bounds of random values are those that the generator was asked for.
        boolean isCertain = isBound && !changing.isClock();
        return !mayBeTaken && !isCertain && (!isBound || between.stream().noneMatch(RandomOrClock::goesElsewhere));
    }

    /** The first place that makes such a value, which may be an earlier one than this was made at. */
    private static int firstMade(List<Step> steps, Changing changing) {
        for (int index = 0; index < steps.size(); index++) {
            if (steps.get(index) instanceof Step.Call call && makes(call, changing.value())) {
                return index;
            }
        }
        return -1;
    }

    private static boolean makes(Step.Call call, Value value) {
        return value instanceof Value.Result result
                ? call.owner().equals(result.owner()) && call.name().equals(result.name())
                : call.isConstruction()
                        && value instanceof Value.Created created
                        && call.owner().equals(created.className());
    }

    private static boolean goesElsewhere(Step step) {
        return step instanceof Step.Call call
                && !isOfLibrary(call.owner())
                && !ChangingValues.passesOn(call.owner(), call.name());
    }

    /** Whether the very same value, not only one of the same kind, goes anywhere but into assertions. */
    private static boolean isUsedElsewhere(Method method, Changing changing) {
        return method.steps().stream().anyMatch(step -> {
            if (step instanceof Step.Call call) {
                return goesElsewhere(call)
                        && (holds(call.receiver(), changing)
                                || call.arguments().stream().anyMatch(value -> holds(value, changing)));
            }
            return step instanceof Step.FieldUse field && field.isWrite() && holds(field.value(), changing);
        });
    }

    @SuppressWarnings("ReferenceEquality") // two calls of now() are equal as values, and give two times
    private static boolean holds(Value value, Changing changing) {
        return value.contains(each -> each == changing.value());
    }

    private static boolean isOfLibrary(String owner) {
        return LIBRARIES.stream().anyMatch(owner::startsWith);
    }
}

package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.MethodRef;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Step.CallKind;
import io.github.testhygiene.lint.code.Value;
import io.github.testhygiene.model.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds tests that wait for a time instead of an event. */
final class Sleeps implements LintRule {

    private static final RuleDescription HABIT = new RuleDescription(
            Rule.SLEEPS,
            "Wait for what you wait for: `Awaitility.await().until(…)`, or a future, a latch or a queue with a time limit.");

    private static final String COROUTINES = "kotlinx.coroutines.DelayKt";
    private static final Map<String, Set<String>> SLEEPING = Map.of(
            "java.lang.Thread",
            Set.of("sleep"),
            "java.util.concurrent.TimeUnit",
            Set.of("sleep"),
            "java.util.concurrent.locks.LockSupport",
            Set.of("parkNanos", "parkUntil"),
            "android.os.SystemClock",
            Set.of("sleep"),
            "com.google.common.util.concurrent.Uninterruptibles",
            Set.of("sleepUninterruptibly"),
            "org.apache.commons.lang3.ThreadUtils",
            Set.of("sleep", "sleepQuietly"),
            // The second is what Kotlin calls it for a duration.
            COROUTINES,
            Set.of("delay", "delay-VtjQ1oo"),
            "org.codehaus.groovy.runtime.DefaultGroovyStaticMethods",
            Set.of("sleep"));

    /** Where time is only pretended. */
    private static final String VIRTUAL_TIME = "kotlinx.coroutines.test.";

    @Override
    public RuleDescription habit() {
        return HABIT;
    }

    @Override
    public void visitCode(ReachedCode code, LintContext context) {
        ClassIndex index = context.index();
        List<Step.Call> waiting = code.method()
                .calls()
                .filter(call -> isSleep(call, code, index) || isDelayOnly(call, index))
                .toList();
        if (waiting.isEmpty() || DisabledCode.contains(code, context) || SlowAnswers.contains(code, context)) {
            return;
        }
        for (Step.Call call : waiting) {
            if (!isSleep(call, code, index)) {
                report(code, call, "pollDelay", context);
            } else if (!PacingSleeps.isPacedBy(call, code) && !SlowFakes.contains(code, context)) {
                report(code, call, sleep(call), context);
            }
        }
    }

    private static void report(ReachedCode code, Step.Call call, String with, LintContext context) {
        context.report(new Violation(
                HABIT,
                ViolationPlace.of(context.index(), code, call),
                "",
                "Waits with `" + with + "`: too short on a busy machine, too long on every other."));
    }

    private static boolean isSleep(Step.Call call, ReachedCode code, ClassIndex index) {
        if (call.kind() == CallKind.DYNAMIC) {
            return code.file().isGroovy() && isGroovySleep(call);
        } else if (call.owner().equals(COROUTINES) && hasVirtualTime(code, index)) {
            return false;
        }
        return SLEEPING.getOrDefault(call.owner(), Set.of()).contains(call.name());
    }

    /** {@code sleep(500)} and {@code Thread.sleep(500)}: Groovy passes on whom it is called. */
    private static boolean isGroovySleep(Step.Call call) {
        Value on = call.argument(0);
        boolean isTime = on instanceof Value.ClassLiteral literal && SLEEPING.containsKey(literal.className());
        boolean isThis = on instanceof Value.Parameter parameter && parameter.index() == 0;
        return call.name().equals("sleep") && call.arguments().size() == 2 && (isTime || isThis);
    }

    private static boolean hasVirtualTime(ReachedCode code, ClassIndex index) {
        String outermost = code.file().name().split("\\$", 2)[0];
        return index.ownWithNested(outermost).stream()
                .flatMap(name -> index.own(name).stream())
                .flatMap(file -> file.methods().stream())
                .flatMap(Method::calls)
                .anyMatch(call -> call.owner().startsWith(VIRTUAL_TIME));
    }

    /** A condition that asks nothing is true at once, after the delay before the first look. */
    private static boolean isDelayOnly(Step.Call call, ClassIndex index) {
        return call.owner().equals("org.awaitility.core.ConditionFactory")
                && call.name().startsWith("until")
                && call.receiver()
                        .contains(value -> value instanceof Value.Result result
                                && result.owner().startsWith("org.awaitility.")
                                && result.name().equals("pollDelay"))
                && call.argument(0) instanceof Value.Lambda lambda
                && isEmpty(lambda.target(), index);
    }

    private static boolean isEmpty(MethodRef body, ClassIndex index) {
        return index.own(body.owner())
                .flatMap(file -> file.method(body.name(), body.descriptor()))
                .filter(method -> method.steps().stream().allMatch(Sleeps::isBoxing))
                .isPresent();
    }

    private static boolean isBoxing(Step step) {
        return step instanceof Step.Call call
                && call.owner().equals("java.lang.Boolean")
                && call.argument(0).number() != null;
    }

    private static String sleep(Step.Call call) {
        if (call.owner().equals(COROUTINES)) {
            return "delay";
        } else if (call.owner().isEmpty() || call.owner().startsWith("org.codehaus.groovy.")) {
            return "sleep";
        }
        return call.owner().substring(call.owner().lastIndexOf('.') + 1) + "." + call.name();
    }
}

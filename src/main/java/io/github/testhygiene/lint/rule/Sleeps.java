package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.Reached;
import io.github.testhygiene.model.Rule;
import java.util.Map;
import java.util.Set;

/** Finds tests that wait for a time instead of an event. */
final class Sleeps implements LintRule {

    private static final Habit HABIT = new Habit(
            Rule.SLEEPS,
            "Wait for what you wait for: `Awaitility.await().until(…)`, or a future, a latch or a queue with a time limit.");

    private static final Map<String, Set<String>> SLEEPING = Map.of(
            "java.lang.Thread", Set.of("sleep"),
            "java.util.concurrent.TimeUnit", Set.of("sleep"),
            "java.util.concurrent.locks.LockSupport", Set.of("parkNanos", "parkUntil"),
            "android.os.SystemClock", Set.of("sleep"),
            "com.google.common.util.concurrent.Uninterruptibles", Set.of("sleepUninterruptibly"),
            "org.apache.commons.lang3.ThreadUtils", Set.of("sleep", "sleepQuietly"));

    @Override
    public Habit habit() {
        return HABIT;
    }

    @Override
    public void visitCode(Reached code, LintContext context) {
        code.method()
                .calls()
                .filter(call -> SLEEPING.getOrDefault(call.owner(), Set.of()).contains(call.name()))
                .forEach(call -> context.report(new Violation(
                        HABIT,
                        Place.of(context.index(), code, call),
                        "",
                        "Waits with `" + simpleName(call.owner()) + "." + call.name()
                                + "`: too short on a busy machine, too long on every other.")));
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}

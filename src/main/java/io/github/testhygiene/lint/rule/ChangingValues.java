package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds values that are other ones each time a method is executed: the current time, and unseeded random ones. */
final class ChangingValues {

    /**
     * Such a value.
     *
     * @param value what gave it
     * @param name how a reader calls it, for example {@code LocalDate.now()}
     * @param isClock whether it is a time
     */
    record Changing(Value value, String name, boolean isClock) {}

    private static final Set<String> TIME_BY_NAME =
            Set.of("java.lang.System.currentTimeMillis", "java.lang.System.nanoTime");

    private static final Set<String> RANDOM_BY_NAME = Set.of("java.util.UUID.randomUUID", "java.lang.Math.random");

    private static final Set<String> ALWAYS_RANDOM = Set.of(
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "org.apache.commons.lang3.RandomStringUtils");

    private static final Set<String> RANDOM = Set.of("java.util.Random", "java.util.random.RandomGenerator");

    /** What changes a value, and keeps it for nobody. */
    private static final List<String> PASSING_ON = List.of(
            "java.time.",
            "java.lang.",
            "java.math.",
            "java.util.Date.",
            "java.util.Calendar.",
            "java.util.UUID.",
            "java.util.Random.",
            "java.sql.Timestamp.",
            "java.sql.Date.",
            "org.hamcrest.");

    /** What is asked of any random value with the same answer. */
    private static final Set<String> SAME_FOR_ALL = Set.of("length", "isEmpty", "isBlank", "getClass", "matches");

    private final Method method;

    /**
     * In a method.
     *
     * @param method makes the values
     */
    ChangingValues(Method method) {
        this.method = method;
    }

    /**
     * The changing values that another one is made of, as long as nobody but the JDK had a hand in it.
     *
     * @param value a value
     * @return empty if it is always the same, or nobody can tell
     */
    Stream<Changing> in(Value value) {
        Changing changing = changing(value);
        if (changing != null) {
            return Stream.of(changing);
        }
        boolean isPassedOn = value instanceof Value.Result result
                ? (passesOn(result.owner(), result.name()) && !SAME_FOR_ALL.contains(result.name())) || isActual(result)
                : value instanceof Value.Derived || value instanceof Value.Concatenation;
        return isPassedOn ? value.from().stream().flatMap(this::in) : Stream.empty();
    }

    /** Whether a method makes values of others, and keeps none. */
    static boolean passesOn(String owner, String name) {
        String full = owner + "." + name + ".";
        return PASSING_ON.stream().anyMatch(full::startsWith);
    }

    /** The start of a chain of assertions is about its argument. */
    private static boolean isActual(Value.Result result) {
        return Set.of("assertThat", "then").contains(result.name())
                && (result.owner().startsWith("org.assertj.") || result.owner().startsWith("com.google.common.truth."));
    }

    private @Nullable Changing changing(Value value) {
        if (value instanceof Value.Created created) {
            boolean isNow = created.className().equals("java.util.Date") && isMadeOfNothing("java.util.Date");
            return isNow ? new Changing(value, "new Date()", true) : null;
        } else if (!(value instanceof Value.Result)) {
            return null;
        }
        Value.Result result = (Value.Result) value;
        String simple = result.owner().substring(result.owner().lastIndexOf('.') + 1) + "." + result.name() + "()";
        if (isTime(result)) {
            return new Changing(value, simple, true);
        }
        return isRandom(result) ? new Changing(value, simple, false) : null;
    }

    private boolean isTime(Value.Result result) {
        if (result.name().equals("getInstance")) {
            return result.owner().equals("java.util.Calendar") && !changesCalendar();
        }
        boolean isNow = result.owner().startsWith("java.time.")
                && result.name().equals("now")
                && !result.descriptor().contains("Ljava/time/Clock;");
        boolean isSystemClock =
                result.owner().equals("java.time.Clock") && result.name().startsWith("system");
        return isNow || isSystemClock || TIME_BY_NAME.contains(result.owner() + "." + result.name());
    }

    /** A calendar is mostly set to a fixed time. */
    private boolean changesCalendar() {
        return method.calls()
                .anyMatch(
                        call -> call.owner().endsWith("Calendar") && call.name().matches("set\\w*|clear|add|roll"));
    }

    private boolean isRandom(Value.Result result) {
        if (RANDOM_BY_NAME.contains(result.owner() + "." + result.name())) {
            return true;
        } else if (result.name().equals("current") || result.name().startsWith("getInstance")) {
            return false;
        } else if (ALWAYS_RANDOM.contains(result.owner())) {
            return !result.descriptor().contains("Ljava/util/Random;");
        }
        boolean isNext = RANDOM.contains(result.owner()) && result.name().startsWith("next");
        return isNext
                && result.inputs().stream().findFirst().filter(this::isUnseeded).isPresent();
    }

    /** Of a generator that comes from elsewhere nobody knows the seed. */
    private boolean isUnseeded(Value generator) {
        return generator instanceof Value.Created created && isMadeOfNothing(created.className());
    }

    private boolean isMadeOfNothing(String className) {
        return method.calls()
                .filter(call -> call.isConstruction() && call.owner().equals(className))
                .allMatch(call -> call.target().descriptor().equals("()V"));
    }
}

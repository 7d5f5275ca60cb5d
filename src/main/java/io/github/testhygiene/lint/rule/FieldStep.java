package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Field;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a method does with a static field.
 *
 * @param kind what
 * @param conditional whether it may be left out
 * @param isOfCounter whether the field holds a number that is counted up
 * @param isComputedFromItself whether what is written comes from what was there
 * @param key the constant under which something is put or looked up; null if there is none
 */
record FieldStep(
        Kind kind,
        boolean conditional,
        boolean isOfCounter,
        boolean isComputedFromItself,
        @Nullable String key) {

    /** What is done. */
    enum Kind {
        /** The field is set. */
        WRITE,
        /** What the field holds is emptied, or set to a value. */
        RESET,
        /** What the field holds is changed. */
        CHANGE,
        /** A counter is counted up. */
        COUNT,
        /** Somebody looks. */
        READ,
        /** Nothing that counts. */
        NOTHING
    }

    private static final Set<String> CONTAINERS = Set.of(
            "java.util.Collection",
            "java.util.Map",
            "java.util.BitSet",
            "java.util.concurrent.atomic.AtomicReference",
            "java.util.concurrent.atomic.AtomicBoolean",
            "java.lang.StringBuilder",
            "java.lang.StringBuffer");
    private static final Set<String> COUNTERS = Set.of(
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong",
            "java.util.concurrent.atomic.LongAdder");
    private static final Set<String> OF_THREAD = Set.of("java.lang.ThreadLocal", "java.lang.InheritableThreadLocal");

    private static final Set<String> RESETS =
            Set.of("clear", "reset", "removeAll", "removeIf", "retainAll", "setLength", "sumThenReset", "drainTo");
    private static final Set<String> SETS =
            Set.of("set", "getAndSet", "lazySet", "setPlain", "setRelease", "setOpaque");
    private static final Pattern RESETTING =
            Pattern.compile("(?:clear|reset|clean|empty|drain|remove|truncate|init).*");
    private static final Set<String> CHANGES = Set.of(
            "add", "addAll", "addFirst", "addLast", "push", "offer", "put", "putAll", "append", "insert", "remove");
    private static final Set<String> COUNTS = Set.of(
            "incrementAndGet",
            "getAndIncrement",
            "increment",
            "addAndGet",
            "getAndAdd",
            "decrementAndGet",
            "getAndDecrement",
            "decrement");
    private static final Set<String> LOOKED_UP =
            Set.of("get", "getOrDefault", "getProperty", "containsKey", "contains");
    /** Used as it shall be: whoever comes first fills it, and whoever takes something out leaves nothing. */
    private static final Set<String> HARMLESS = Set.of(
            "computeIfAbsent",
            "putIfAbsent",
            "compareAndSet",
            "updateAndGet",
            "getAndUpdate",
            "poll",
            "take",
            "pop",
            "pollFirst",
            "pollLast",
            "hashCode",
            "getClass");

    /** A field is read or written. To get at an object that changes is not yet to look at what it holds. */
    static FieldStep of(Step.FieldUse use, boolean isContainer) {
        boolean isNumber = use.descriptor().length() == 1 && !use.descriptor().equals("Z");
        if (!use.isWrite()) {
            return new FieldStep(isContainer ? Kind.NOTHING : Kind.READ, use.conditional(), isNumber, false, null);
        }
        boolean isOwn = use.value()
                .contains(value -> value instanceof Value.FieldValue field
                        && field.isStatic()
                        && field.name().equals(use.name()));
        Kind kind = isEmpty(use.value()) ? Kind.RESET : isOwn && isNumber ? Kind.COUNT : Kind.WRITE;
        return new FieldStep(kind, use.conditional(), isNumber, isOwn, null);
    }

    /** A call on what a field holds, or with it. */
    static FieldStep of(Step.Call call, Value.FieldValue held, boolean isContainer) {
        boolean isReceiver = held.equals(call.receiver());
        boolean isCounter = COUNTERS.contains(call.owner());
        if (!isContainer || !isReceiver) {
            Kind unasked = isContainer ? Kind.READ : Kind.NOTHING;
            Kind kind = RESETTING.matcher(call.name()).matches() ? Kind.RESET : unasked;
            return new FieldStep(kind, call.conditional(), isCounter, false, null);
        }
        boolean isByKey = LOOKED_UP.contains(call.name()) || CHANGES.contains(call.name());
        return new FieldStep(
                onObject(call),
                call.conditional(),
                isCounter,
                false,
                isByKey ? call.argument(0).text() : null);
    }

    private static boolean isEmpty(Value value) {
        Integer number = value.number();
        return value instanceof Value.Null || (number != null && number == 0);
    }

    private static Kind onObject(Step.Call call) {
        String name = call.name();
        if (RESETS.contains(name)) {
            return Kind.RESET;
        } else if (SETS.contains(name)) {
            return isEmpty(call.argument(0)) ? Kind.RESET : Kind.WRITE;
        } else if (COUNTS.contains(name)) {
            return Kind.COUNT;
        } else if (CHANGES.contains(name)) {
            return Kind.CHANGE;
        } else if (HARMLESS.contains(name)) {
            return Kind.NOTHING;
        }
        boolean isLookedUp = LOOKED_UP.contains(name) && !call.arguments().isEmpty();
        // Who looks up what only the run knows looks up its own.
        return isLookedUp && call.argument(0).text() == null && call.argument(0).number() == null
                ? Kind.NOTHING
                : Kind.READ;
    }

    /** The static fields that a call is made on, or with. */
    static Stream<Value.FieldValue> held(Step.Call call) {
        if (call.owner().equals("java.util.Objects") && call.name().equals("requireNonNull")) {
            // The compiler asks this before it makes a method reference.
            return Stream.empty();
        }
        return Stream.concat(Stream.of(call.receiver()), call.arguments().stream())
                .flatMap(value -> StaticFieldUses.field(value).stream())
                .distinct();
    }

    /** Whether the last thing that is done leaves something behind. */
    boolean leaves() {
        return kind == Kind.WRITE || kind == Kind.CHANGE || kind == Kind.COUNT;
    }

    /** Whether a field holds something that changes while the field does not. */
    static boolean isContainer(Field field, ClassIndex index) {
        return field.dimensions() == 0 && (COUNTERS.contains(field.type()) || index.isA(field.type(), CONTAINERS));
    }

    /** Whether each thread has its own. */
    static boolean isOfThread(Field field) {
        return OF_THREAD.contains(field.type());
    }
}

package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.MethodRef;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Step.FieldUse;
import io.github.testhygiene.lint.code.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sees through methods that only read or set a static field, so that it is known in which order a method that calls them
 * does it. All properties of Kotlin's are used through such ones. Not safe for several threads.
 */
final class FieldAccessors {

    private static final int DEEPEST = 3;
    private static final Set<String> KOTLIN = Set.of("kotlin.Metadata");

    private final ClassIndex index;
    private final Map<MethodRef, Optional<FieldUse>> known = new HashMap<>();

    FieldAccessors(ClassIndex index) {
        this.index = index;
    }

    /** What a method does, with fields in place of the methods that read or set them; nothing for such a method itself. */
    List<Step> seenThrough(Method method) {
        return use(method.ref()).isPresent()
                ? List.of()
                : method.steps().stream().map(this::seenThrough).toList();
    }

    private Step seenThrough(Step step) {
        if (step instanceof Step.Call call) {
            return use(call.target())
                    .<Step>map(use -> at(use, last(call.arguments()), call))
                    .orElseGet(() -> onField(call));
        } else if (step instanceof Step.LambdaUse lambda) {
            return use(lambda.target())
                    .<Step>map(use -> at(use, Value.unknown(), lambda))
                    .orElse(lambda);
        } else if (step instanceof FieldUse field && field.isWrite()) {
            return at(field, field.value(), field);
        }
        return step;
    }

    private FieldUse at(FieldUse use, Value value, Step step) {
        return new FieldUse(
                use.owner(),
                use.name(),
                use.descriptor(),
                use.isStatic(),
                use.isWrite(),
                use.isWrite() ? seenThrough(value) : Value.unknown(),
                step.line(),
                step.conditional());
    }

    /** A getter of Kotlin's stands for the field; one that somebody has written is left alone. */
    private Step onField(Step.Call call) {
        return new Step.Call(
                call.kind(),
                call.target(),
                ofKotlin(call.receiver()),
                call.arguments().stream().map(this::ofKotlin).toList(),
                call.line(),
                call.conditional());
    }

    private Value ofKotlin(Value value) {
        boolean isOfKotlin = value instanceof Value.Result result
                && index.own(result.owner())
                        .filter(file -> file.annotations().stream().anyMatch(use -> KOTLIN.contains(use.type())))
                        .isPresent();
        return isOfKotlin ? seenThrough(value) : value;
    }

    private Value seenThrough(Value value) {
        if (value instanceof Value.Result result) {
            return use(new MethodRef(result.owner(), result.name(), result.descriptor()))
                    .<Value>map(use -> new Value.FieldValue(use.owner(), use.name(), true))
                    .orElse(value);
        } else if (value instanceof Value.Derived derived) {
            return new Value.Derived(
                    derived.from().stream().map(this::seenThrough).toList(), derived.elements());
        }
        return value;
    }

    private Optional<FieldUse> use(MethodRef called) {
        Optional<FieldUse> use = known.get(called);
        if (use == null) {
            use = searched(called, DEEPEST);
            known.put(called, use);
        }
        return use;
    }

    private Optional<FieldUse> searched(MethodRef called, int deepest) {
        Optional<ClassFile> file = index.own(called.owner());
        List<Step> steps = file.flatMap(each -> each.method(called.name(), called.descriptor()))
                .filter(method -> !method.isInitialiser() && !method.isAbstract())
                .map(method ->
                        method.steps().stream().filter(step -> !isCheck(step)).toList())
                .orElse(List.of());
        if (steps.size() != 1 || deepest == 0) {
            return Optional.empty();
        }
        Step only = steps.get(0);
        if (only instanceof Step.Call call) {
            return call.arguments().stream().allMatch(Value.Parameter.class::isInstance)
                    ? searched(call.target(), deepest - 1).filter(use -> fits(use, called))
                    : Optional.empty();
        }
        return only instanceof FieldUse use
                        && use.isStatic()
                        && fits(use, called)
                        && (!use.isWrite() || use.value() instanceof Value.Parameter)
                ? Optional.of(use)
                : Optional.empty();
    }

    private static boolean fits(FieldUse use, MethodRef method) {
        String descriptor = use.isWrite() ? "(" + use.descriptor() + ")V" : "()" + use.descriptor();
        return method.descriptor().equals(descriptor);
    }

    /** Kotlin checks what it is given, by the parameter's name. */
    private static boolean isCheck(Step step) {
        return step instanceof Step.Literal
                || (step instanceof Step.Call call && call.owner().equals("kotlin.jvm.internal.Intrinsics"));
    }

    private static Value last(List<Value> values) {
        return values.isEmpty() ? Value.unknown() : values.get(values.size() - 1);
    }
}

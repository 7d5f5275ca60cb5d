package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.CallTargets.Target;
import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.MethodRef;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestScope;
import io.github.testhygiene.lint.code.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says whether a method of the tests' own classes asserts, or does something that may. Not safe for several threads. */
final class AssertionCode {

    private static final Set<String> ASSERTION_ERROR = Set.of("java.lang.AssertionError");
    private static final Set<String> THROWABLE = Set.of("java.lang.Throwable");

    /** What compilers throw in branches that nobody wrote, and what a test double throws where it does nothing. */
    private static final Set<String> NOT_AN_ASSERTION = Set.of(
            "java.lang.MatchException",
            "java.lang.IncompatibleClassChangeError",
            "java.lang.NullPointerException",
            "java.lang.UnsupportedOperationException",
            "kotlin.NoWhenBranchMatchedException",
            "kotlin.KotlinNothingValueException",
            "kotlin.NotImplementedError");

    /** What the Kotlin compiler throws in each coroutine. */
    private static final String OF_A_COROUTINE = "call to 'resume' before 'invoke' with coroutine";

    /** Base classes whose inherited methods prepare, and do not assert. */
    private static final List<String> PREPARING = List.of("java.", "junit.framework.", "org.springframework.");

    private final TestScope scope;
    private final Set<String> testClasses;
    private final Map<MethodRef, Boolean> known = new HashMap<>();

    /**
     * For some tests.
     *
     * @param scope the tests
     */
    AssertionCode(TestScope scope) {
        this.scope = scope;
        this.testClasses = scope.testClasses().stream()
                .flatMap(testClass -> testClass.lineage().stream())
                .map(ClassFile::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether a method asserts itself.
     *
     * @param file its class
     * @param method the method
     * @return true also if nobody can tell
     */
    boolean asserts(ClassFile file, Method method) {
        return file.isGroovy() || method.steps().stream().anyMatch(step -> asserts(method, step));
    }

    private boolean asserts(Method method, Step step) {
        if (step instanceof Step.Call call) {
            return asserts(call.target(), step)
                    || isFailure(method, call)
                    || isRequiredResult(call)
                    || isAwaitedSignal(call);
        }
        return step instanceof Step.LambdaUse lambda && asserts(lambda.target(), step);
    }

    private boolean asserts(MethodRef called, Step step) {
        return known.computeIfAbsent(
                called,
                ref -> scope.index().isOwn(ref.owner())
                        ? isUnseen(ref, scope.targets().of(step))
                        : AssertionNames.asserts(ref));
    }

    /** A method of the tests' own whose body is elsewhere: somebody makes it up at run time, or a library has it. */
    private boolean isUnseen(MethodRef called, List<Target> targets) {
        List<Target> bodies = targets.stream()
                .filter(target -> target.method().name().equals(called.name()))
                .toList();
        if (!bodies.isEmpty()) {
            return bodies.stream().allMatch(target -> target.method().isAbstract());
        } else if (called.name().startsWith("<")) {
            return false;
        }
        return AssertionNames.isTelling(called.owner(), called.name())
                || (testClasses.contains(called.owner()) && isOfAnUnknownBase(called));
    }

    private boolean isOfAnUnknownBase(MethodRef called) {
        return scope.index().superTypes(called.owner()).stream()
                .filter(name -> !scope.index().isOwn(name))
                .filter(name -> PREPARING.stream().noneMatch(name::startsWith))
                .anyMatch(name -> scope.index()
                        .find(name)
                        .map(file -> file.methods().stream()
                                .anyMatch(each -> each.name().equals(called.name())))
                        .orElse(true));
    }

    /** An error that is made to be thrown, not to be wrapped around another or handed to somebody. */
    private boolean isFailure(Method method, Step.Call call) {
        if (!call.isConstruction() || NOT_AN_ASSERTION.contains(call.owner())) {
            return false;
        } else if (scope.index().isA(call.owner(), ASSERTION_ERROR)) {
            return true;
        }
        return scope.index().isA(call.owner(), THROWABLE)
                && !takesACause(call)
                && !OF_A_COROUTINE.equals(call.argument(0).text())
                && method.calls().noneMatch(other -> isHanded(call.owner(), other));
    }

    private static boolean takesACause(Step.Call call) {
        String descriptor = call.target().descriptor();
        return descriptor.contains("Throwable;") || descriptor.contains("Exception;") || descriptor.contains("Error;");
    }

    private static boolean isHanded(String throwable, Step.Call call) {
        return !call.isConstruction()
                && call.arguments().stream()
                        .anyMatch(argument -> argument.contains(value -> value instanceof Value.Created created
                                && created.className().equals(throwable)));
    }

    /** Compilers check receivers with this, too; the result of a call is mostly checked by hand. */
    private static boolean isRequiredResult(Step.Call call) {
        return call.owner().equals("java.util.Objects")
                && call.name().equals("requireNonNull")
                && call.argument(0) instanceof Value.Result;
    }

    /** A future that the tests made themselves is a signal; it throws if the signal does not come in time. */
    private static boolean isAwaitedSignal(Step.Call call) {
        return call.owner().equals("java.util.concurrent.CompletableFuture")
                && call.name().equals("get")
                && call.target().descriptor().startsWith("(J")
                && call.receiver() instanceof Value.Created;
    }
}

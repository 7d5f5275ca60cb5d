package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import java.util.Set;

/** Tells code that is expected to fail, as a test of what happens when no database answers. */
final class ExpectedFailures {

    private static final Set<String> EXPECTING = Set.of(
            "assertThrows",
            "assertThrowsExactly",
            "expectThrows",
            "assertThatThrownBy",
            "assertThatExceptionOfType",
            "isThrownBy",
            "assertThatCode",
            "catchThrowable",
            "catchThrowableOfType",
            "catchException",
            "shouldThrow",
            "assertFailsWith");

    private ExpectedFailures() {}

    /**
     * Whether a method is.
     *
     * @param code the method
     * @return true for the body of a lambda that is given to {@code assertThrows} and the like, for a test that names an
     *     expected exception, and for a method that catches one and fails without it
     */
    static boolean contains(ReachedCode code) {
        Method method = code.method();
        return code.file().methods().stream()
                        .flatMap(Method::calls)
                        .filter(call -> EXPECTING.contains(call.name()))
                        .anyMatch(call -> isGiven(call, method))
                || method.annotations().stream()
                        .anyMatch(use -> !use.list("expected").isEmpty()
                                || !use.list("expectedExceptions").isEmpty())
                || (!method.caught().isEmpty()
                        && method.calls().anyMatch(call -> call.name().startsWith("fail")));
    }

    private static boolean isGiven(Step.Call call, Method method) {
        return call.arguments().stream()
                .anyMatch(argument -> argument.contains(value ->
                        value instanceof Value.Lambda lambda && lambda.target().equals(method.ref())));
    }
}

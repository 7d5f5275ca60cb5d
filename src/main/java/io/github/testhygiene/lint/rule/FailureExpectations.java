package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.MethodRef;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.code.TestMethod;
import io.github.testhygiene.lint.code.TestScope;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says which tests expect that something is refused, as far as their code and their names tell. */
public final class FailureExpectations {

    private static final Pattern WANTED = Pattern.compile("(?i)\\b(expected|should have|must have)\\b");
    private static final Pattern UNWANTED = Pattern.compile("(?i)\\b(not|no|never)\\b|n't");

    private final TestScope scope;
    private final FailureCalls calls;
    private final Set<MethodRef> expecting;

    /**
     * Looks at all tests.
     *
     * @param scope the tests
     */
    public FailureExpectations(TestScope scope) {
        this.scope = scope;
        this.calls = new FailureCalls(scope.index());
        List<TestMethod> tests = scope.testClasses().stream()
                .map(TestClass::tests)
                .flatMap(List::stream)
                .toList();
        this.expecting = TransitiveCallers.find(scope, tests, (file, method) -> expectsItself(method));
    }

    /**
     * Whether a test expects a failure: an exception, an error's status, a refusal.
     *
     * @param test one of the tests
     * @return true if its code, code that it reaches, its annotations or its name say so
     */
    public boolean expectsFailure(TestMethod test) {
        return expecting.contains(test.method().ref())
                || FailureNames.areIn(test.method().name())
                || scope.annotations().all(test.method().annotations()).stream().anyMatch(FailureExpectations::saysSo);
    }

    private static boolean saysSo(AnnotationUse use) {
        boolean expectsException = use.simpleName().equals("Test")
                && Stream.of("expected", "expectedExceptions").anyMatch(use.values()::containsKey);
        boolean isDescription = Set.of("DisplayName", "FeatureMetadata").contains(use.simpleName());
        return expectsException
                || (isDescription
                        && Stream.of("value", "name")
                                .flatMap(name -> use.texts(name).stream())
                                .anyMatch(FailureNames::areIn));
    }

    private boolean expectsItself(Method method) {
        return method.steps().stream().anyMatch(calls::expectsFailure) || failsUnlessItCatches(method);
    }

    /** A call of {@code fail} after what should have thrown; within the handler it would be passed over. */
    private static boolean failsUnlessItCatches(Method method) {
        boolean catches = method.caught().stream().anyMatch(type -> !type.equals("java.lang.Throwable"));
        return catches
                && method.calls()
                        .anyMatch(call -> isFail(call) && (!call.conditional() || isForWantOfAnException(call)));
    }

    /** A text such as {@code "expected an exception"} is not that of a handler, which has one. */
    private static boolean isForWantOfAnException(Step.Call call) {
        return call.arguments().stream()
                .flatMap(argument -> Stream.ofNullable(argument.text()))
                .anyMatch(text ->
                        WANTED.matcher(text).find() && !UNWANTED.matcher(text).find());
    }

    private static boolean isFail(Step.Call call) {
        return call.name().startsWith("fail") || call.owner().equals("java.lang.AssertionError");
    }
}

package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tells whether a library's method, as it is called, expects that something fails. */
final class FailureCalls {

    /** By name alone, whoever's it is. */
    private static final Pattern THROWING = Pattern.compile("^("
            + "assertThrow\\w*|expectThrow\\w*|expectCatching|assertThatThrownBy|assertThat\\w*Exception\\w*"
            + "|thenThrownBy|then\\w*Exception\\w*|assertFail\\w*|verifyFails\\w*"
            + "|checkResultIsFailure|shouldThrow\\w*|shouldFail\\w*|thrown|thrownImpl|expectError\\w*|verifyError\\w*|consumeErrorWith"
            + "|failsWithin\\w*|isCompletedExceptionally|hasFailed\\w*|awaitFailure|assertError\\w*"
            + "|is4xxClientError|is5xxServerError|is4xx\\w*|is5xx\\w*"
            + "|isBadRequest|isUnauthorized|isForbidden|isNotFound|isMethodNotAllowed|isConflict|isGone"
            + "|isPreconditionFailed|isUnprocessable\\w*|isTooManyRequests|isInternalServerError"
            + "|isServiceUnavailable|isNotAcceptable|isUnsupportedMediaType"
            + "|shouldBeLeft|shouldBeFailure|shouldBeInvalid|shouldHaveErrors?)(\\$default)?$");

    private static final Pattern NO_EXCEPTION = Pattern.compile("NoException|DoesNotThrow|NoError");
    private static final Pattern CATCHING = Pattern.compile("^catch(Throwable|\\w*Exception)\\w*$");

    /** What a result says of itself; on the assertion of a library it is asserted. */
    private static final Set<String> BAD = Set.of(
            "isLeft",
            "isFailure",
            "isFailed",
            "isInvalid",
            "isError",
            "isErr",
            "hasErrors",
            "hasError",
            "hasFieldErrors",
            "hasViolations",
            "hasFailures",
            "hasGlobalErrors",
            "isRejected",
            "isDenied",
            "attributeHasErrors",
            "attributeHasFieldErrors",
            "attributeHasFieldErrorCode");

    private static final Set<String> GOOD = Set.of(
            "isValid",
            "isSuccess",
            "isSuccessful",
            "isOk",
            "isAllowed",
            "isAccepted",
            "isRight",
            "isPermitted",
            "isGranted",
            "is2xxSuccessful");

    /** What says whether it did something that is refused the second time. */
    private static final Predicate<String> IF_ABSENT =
            Pattern.compile("If(Not(Exists|Present|There)|Absent|Missing)$").asPredicate();

    private static final Set<String> TRUE = Set.of("assertTrue", "isTrue", "shouldBeTrue");
    private static final Set<String> FALSE = Set.of("assertFalse", "isFalse", "shouldBeFalse");
    private static final Set<String> TOLD_BY_EXCEPTIONS =
            Set.of("getMessage", "getCause", "getSQLState", "getErrorCode");
    private static final Set<String> THROWABLE = Set.of("java.lang.Throwable");
    private static final Pattern STATUS = Pattern.compile("(?i)status|code");
    private static final Pattern BAD_STATUS = Pattern.compile("^(BAD_|NOT_|UNAUTHORIZED|FORBIDDEN|METHOD_NOT_ALLOWED"
            + "|CONFLICT|GONE|PRECONDITION_FAILED|UNPROCESSABLE|UNSUPPORTED|TOO_MANY|INTERNAL_SERVER_ERROR"
            + "|SERVICE_UNAVAILABLE|PAYMENT_REQUIRED|LOCKED|GATEWAY_TIMEOUT)");

    private final ClassIndex index;

    /**
     * Over an index.
     *
     * @param index knows classes
     */
    FailureCalls(ClassIndex index) {
        this.index = index;
    }

    /** Whether a step expects a failure. */
    boolean expectsFailure(Step step) {
        if (step instanceof Step.Call call) {
            return expectsFailure(call);
        } else if (step instanceof Step.FieldUse field) {
            String type = field.owner().substring(field.owner().lastIndexOf('.') + 1);
            return field.isStatic()
                    && !field.isWrite()
                    && type.contains("Status")
                    && !index.isOwn(field.owner())
                    && isHttp(field.owner())
                    && BAD_STATUS.matcher(field.name()).find();
        }
        return step instanceof Step.LambdaUse lambda && isByName(lambda.target().name());
    }

    private boolean expectsFailure(Step.Call call) {
        String name = call.name();
        return isByName(name)
                || (CATCHING.matcher(name).matches() && call.owner().startsWith("org.assertj."))
                || (name.startsWith("expect") && call.owner().equals("org.junit.rules.ExpectedException"))
                || (BAD.contains(name) && isOfAssertion(call.owner()))
                || (TRUE.contains(name) && asks(call, BAD::contains))
                || (FALSE.contains(name) && (asks(call, GOOD::contains) || asks(call, IF_ABSENT)))
                || (TOLD_BY_EXCEPTIONS.contains(name) && index.isA(call.owner(), THROWABLE))
                || isBadStatus(call);
    }

    private static boolean isByName(String name) {
        return THROWING.matcher(name).matches() && !NO_EXCEPTION.matcher(name).find();
    }

    private static boolean isHttp(String owner) {
        return owner.contains("http") || owner.contains(".ws.rs.") || owner.contains("Http");
    }

    private static boolean isOfAssertion(String owner) {
        return NameWords.ofClass(owner).stream()
                .anyMatch(Set.of("assert", "subject", "matchers", "assertions")::contains);
    }

    private static boolean asks(Step.Call call, Predicate<String> names) {
        Predicate<Value> isAsked = value -> value instanceof Value.Result result && names.test(result.name());
        return call.receiver().contains(isAsked)
                || call.arguments().stream().anyMatch(argument -> argument.contains(isAsked));
    }

    /** An assertion about a status whose number is that of an error. */
    private static boolean isBadStatus(Step.Call call) {
        return call.arguments().stream().anyMatch(FailureCalls::isErrorNumber)
                && (STATUS.matcher(call.name()).find() || isAboutStatus(call))
                && !call.name().matches("with\\w*|set\\w*|<init>|thenReturn|code|response");
    }

    private static boolean isErrorNumber(Value value) {
        return value.contains(each -> {
            Integer number = each.number();
            return number != null && number >= 400 && number < 600;
        });
    }

    private static boolean isAboutStatus(Step.Call call) {
        Predicate<Value> isStatus = value -> value instanceof Value.Result result
                && STATUS.matcher(result.name()).find();
        return call.receiver().contains(isStatus)
                || call.arguments().stream().anyMatch(argument -> argument.contains(isStatus));
    }
}

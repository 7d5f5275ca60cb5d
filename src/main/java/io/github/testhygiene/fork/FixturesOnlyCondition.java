package io.github.testhygiene.fork;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves out the methods that a re-run asks to leave out, and never a class, so that the fixtures of classes are executed
 * all the same. Has no say anywhere else: it lies on the class path of the user's own run, too.
 */
public final class FixturesOnlyCondition implements ExecutionCondition {

    private static final ConditionEvaluationResult EXECUTED = ConditionEvaluationResult.enabled("not left out");
    private static final ConditionEvaluationResult LEFT_OUT =
            ConditionEvaluationResult.disabled("only the fixtures around it are executed");

    /** For JUnit. */
    public FixturesOnlyCondition() {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean leftOut = context.getTestMethod().isPresent() && FixturesOnly.contains(context.getUniqueId());
        return leftOut ? LEFT_OUT : EXECUTED;
    }
}

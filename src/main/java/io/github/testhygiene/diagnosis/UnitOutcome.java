package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestUnit;
import java.util.Map;

/** How a unit ended in a run. */
enum UnitOutcome {
    /** All of its tests passed. */
    PASSED,
    /** One of its tests failed. */
    FAILED,
    /** No test failed, and not all of them gave an answer. */
    NO_ANSWER;

    static UnitOutcome of(TestUnit unit, RunResult result) {
        return of(unit, result.outcomes());
    }

    /** How it ended the second time in a run of two rounds. */
    static UnitOutcome ofSecondRound(TestUnit unit, RunResult result) {
        return of(unit, result.again());
    }

    private static UnitOutcome of(TestUnit unit, Map<TestId, TestOutcome> outcomes) {
        boolean complete = true;
        for (RecordedTest test : unit.tests()) {
            TestOutcome outcome = outcomes.get(test.id());
            if (outcome != null && outcome.failed()) {
                return FAILED;
            }
            complete &= outcome != null && outcome.passed();
        }
        return complete ? PASSED : NO_ANSWER;
    }
}

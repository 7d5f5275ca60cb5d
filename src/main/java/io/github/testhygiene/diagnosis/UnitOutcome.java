package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestUnit;
import java.util.Optional;

/** How a unit ended in a run. */
enum UnitOutcome {
    /** All of its tests passed. */
    PASSED,
    /** One of its tests failed. */
    FAILED,
    /** No test failed, and not all of them gave an answer. */
    NO_ANSWER;

    static UnitOutcome of(TestUnit unit, RunResult result) {
        boolean complete = true;
        for (RecordedTest test : unit.tests()) {
            Optional<TestOutcome> outcome = result.outcome(test.id());
            if (outcome.filter(TestOutcome::failed).isPresent()) {
                return FAILED;
            }
            complete &= outcome.filter(TestOutcome::passed).isPresent();
        }
        return complete ? PASSED : NO_ANSWER;
    }
}

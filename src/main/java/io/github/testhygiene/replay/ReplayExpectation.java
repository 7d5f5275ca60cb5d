package io.github.testhygiene.replay;

import io.github.testhygiene.model.TestId;
import java.util.Set;

/** What the report says that a run will show. */
public sealed interface ReplayExpectation {

    /**
     * One test fails.
     *
     * @param suspect the test
     */
    record Fails(TestId suspect) implements ReplayExpectation {}

    /**
     * One test passes.
     *
     * @param suspect the test
     */
    record Passes(TestId suspect) implements ReplayExpectation {}

    /**
     * One test passes, and fails in the second round.
     *
     * @param suspect the test
     */
    record FailsTheSecondTime(TestId suspect) implements ReplayExpectation {}

    /**
     * These tests fail, and no others.
     *
     * @param failed the tests; empty if all pass
     */
    record ExactlyFail(Set<TestId> failed) implements ReplayExpectation {

        /** Copies the set. */
        public ExactlyFail {
            failed = Set.copyOf(failed);
        }
    }

    /**
     * The run gives no answer.
     *
     * @param exit how it ends: {@code timed-out}, {@code crashed} or {@code no-answer}
     */
    record NoAnswer(String exit) implements ReplayExpectation {}

    /** Nothing is recorded: every test should pass. */
    record AllPass() implements ReplayExpectation {}
}

package io.github.testhygiene.rerun.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutedOrderTest {

    private static final RunExit COMPLETED = new RunExit.Completed();
    private static final RecordedTest A = test("a", "");
    private static final RecordedTest B = test("b", "");
    private static final RecordedTest C = test("c", "");
    private static final RecordedTest STEP_1 = test("step1", "shop.Steps");
    private static final RecordedTest STEP_2 = test("step2", "shop.Steps");

    private static RecordedTest test(String name, String orderedBy) {
        return new RecordedTest(new TestId(name), List.of("shop.X"), name, "", name, orderedBy);
    }

    private static List<TestOutcome> passed(RecordedTest... tests) {
        return Arrays.stream(tests)
                .map(test -> new TestOutcome(test.id(), TestStatus.PASSED, Duration.ZERO, null))
                .toList();
    }

    private static SegmentResult check(List<RecordedTest> planned, RunExit exit, RecordedTest... executed) {
        return new ExecutedOrder(planned)
                .check(exit, Arrays.stream(executed).map(RecordedTest::id).toList(), passed(executed));
    }

    private static void assertNoAnswer(SegmentResult result, String reason) {
        assertThat(result.exit()).isInstanceOfSatisfying(RunExit.NoAnswer.class, exit -> assertThat(exit.reason())
                .contains(reason));
        assertThat(result.outcomes()).isEmpty();
    }

    @Test
    void thePlannedOrderIsAnAnswer() {
        assertThat(check(List.of(A, B, C), COMPLETED, A, B, C))
                .isEqualTo(new SegmentResult(COMPLETED, passed(A, B, C)));
    }

    @Test
    void theBeginningOfThePlanIsAnAnswerOfAJvmThatWasLost() {
        RunExit crash = new RunExit.Crashed(3, B.id(), "");
        SegmentResult result = new ExecutedOrder(List.of(A, B, C)).check(crash, List.of(A.id(), B.id()), passed(A));

        assertThat(result).isEqualTo(new SegmentResult(crash, passed(A)));
    }

    @Test
    void anotherOrderIsNoAnswerEvenOfAJvmThatWasLost() {
        assertNoAnswer(check(List.of(A, B, C), COMPLETED, B, A, C), "planned a, executed b");
        assertNoAnswer(check(List.of(A, B, C), new RunExit.Crashed(1, null, ""), A, C), "planned b, executed c");
    }

    @Test
    void aTestThatWasNotExecutedIsMissed() {
        assertNoAnswer(check(List.of(A, B), COMPLETED, A), "1 of its 2 tests were not executed, such as b");
        assertNoAnswer(check(List.of(A, B), COMPLETED), "2 of its 2 tests");
    }

    @Test
    void aTestThatStartedAndHasNoOutcomeIsMissed() {
        SegmentResult result = new ExecutedOrder(List.of(A, B)).check(COMPLETED, List.of(A.id(), B.id()), passed(A));

        assertNoAnswer(result, "such as b");
    }

    @Test
    void aTestThatNobodyPlannedIsNoAnswer() {
        assertNoAnswer(check(List.of(A), COMPLETED, A, B), "unplanned b");
        assertNoAnswer(check(List.of(A, B), COMPLETED, A, C, B), "unplanned c");
    }

    @Test
    void theTestsOfAClassThatDeclaresItsOrderMayStandInAnyOrder() {
        List<RecordedTest> planned = List.of(A, STEP_1, STEP_2, B);

        assertThat(check(planned, COMPLETED, A, STEP_2, STEP_1, B).exit()).isEqualTo(COMPLETED);
        assertNoAnswer(check(planned, COMPLETED, STEP_2, STEP_1, A, B), "planned a, executed class shop.Steps");
        assertNoAnswer(check(planned, COMPLETED, A, STEP_1, B, STEP_2), "class shop.Steps");
        assertNoAnswer(check(planned, COMPLETED, A, STEP_1, B), "such as step2");
    }
}

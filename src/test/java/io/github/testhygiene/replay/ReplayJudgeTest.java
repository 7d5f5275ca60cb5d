package io.github.testhygiene.replay;

import static io.github.testhygiene.fixture.SampleTests.failed;
import static io.github.testhygiene.fixture.SampleTests.passed;
import static io.github.testhygiene.fixture.SampleTests.skipped;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.replay.ReplayExpectation.AllPass;
import io.github.testhygiene.replay.ReplayExpectation.ExactlyFail;
import io.github.testhygiene.replay.ReplayExpectation.Fails;
import io.github.testhygiene.replay.ReplayExpectation.FailsTheSecondTime;
import io.github.testhygiene.replay.ReplayExpectation.NoAnswer;
import io.github.testhygiene.replay.ReplayExpectation.Passes;
import io.github.testhygiene.replay.ReplayVerdict.Ending;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplayJudgeTest {

    private static final RecordedTest A = test("shop.ImportIT", "imports");
    private static final RecordedTest B = test("shop.OrderIT", "counts");
    private static final RunExit COMPLETED = new RunExit.Completed();
    private static final RunExit CRASHED = new RunExit.Crashed(3, null, "");

    @Test
    void aVictimThatFailsAgainIsAsRecorded() {
        ReplayVerdict verdict = verdict(new Fails(B.id()), COMPLETED, passed(A), failed(B));

        assertThat(verdict.sentence()).isEqualTo("As recorded: OrderIT.counts failed after ImportIT.imports.");
        assertThat(verdict.success(false)).isTrue();
        assertThat(verdict.success(true)).isFalse();
    }

    @Test
    void aVictimThatPassesIsNotAsRecordedAndFixed() {
        ReplayVerdict verdict = verdict(new Fails(B.id()), COMPLETED, passed(A), passed(B));

        assertThat(verdict.sentence()).isEqualTo("Not as recorded: OrderIT.counts passed after ImportIT.imports.");
        assertThat(verdict.success(false)).isFalse();
        assertThat(verdict.success(true)).isTrue();
    }

    @Test
    void theFailureOfAnotherTestIsNotTheSuspects() {
        assertThat(verdict(new Fails(B.id()), COMPLETED, failed(A), passed(B)).ending())
                .isEqualTo(Ending.OTHERWISE);
    }

    @Test
    void whoeverHopesThatItIsFixedIsToldInTheseWords() {
        assertThat(hopeful(new Fails(B.id()), failed(B)).sentence())
                .isEqualTo("Not fixed: OrderIT.counts failed alone.");
        assertThat(hopeful(new Fails(B.id()), passed(B)).sentence()).isEqualTo("Fixed: OrderIT.counts passed alone.");
    }

    @Test
    void manyTestsBeforeTheSuspectAreCounted() {
        TestOutcome[] outcomes = Stream.concat(
                        IntStream.range(0, 5).mapToObj(i -> passed(test("shop.CartIT", "t" + i))), Stream.of(failed(B)))
                .toArray(TestOutcome[]::new);

        assertThat(verdict(new Fails(B.id()), COMPLETED, outcomes).sentence())
                .contains("failed after 5 other tests, the last of which was ");
    }

    @Test
    void anIsolatedTestPassesAsRecorded() {
        assertThat(verdict(new Passes(B.id()), COMPLETED, passed(B)))
                .isEqualTo(new ReplayVerdict(Ending.AS_RECORDED, true, "As recorded: OrderIT.counts passed alone."));
        assertThat(verdict(new Passes(B.id()), COMPLETED, failed(B)).success(false))
                .isFalse();
    }

    @Test
    void aSkippedSuspectGivesNoAnswer() {
        ReplayVerdict verdict = verdict(new Fails(B.id()), COMPLETED, passed(A), skipped(B));

        assertThat(verdict)
                .isEqualTo(new ReplayVerdict(Ending.NO_ANSWER, false, "OrderIT.counts was skipped this time"));
    }

    @Test
    void aCrashIsNoAnswerWhateverIsHopedFor() {
        ReplayVerdict verdict = verdict(new Fails(B.id()), CRASHED, passed(A));

        assertThat(verdict).isEqualTo(new ReplayVerdict(Ending.NO_ANSWER, false, "its JVM ended with exit code 3"));
        assertThat(verdict.success(true) || verdict.success(false)).isFalse();
    }

    @Test
    void aCrashThatWasRecordedIsAsRecorded() {
        assertThat(verdict(new NoAnswer("crashed"), CRASHED))
                .isEqualTo(new ReplayVerdict(
                        Ending.AS_RECORDED, false, "As recorded: no answer, since its JVM ended with exit code 3."));
        assertThat(verdict(new NoAnswer("timed-out"), CRASHED).ending()).isEqualTo(Ending.NO_ANSWER);
        assertThat(verdict(new NoAnswer("crashed"), COMPLETED, passed(A), passed(B))
                        .fixed())
                .isTrue();
        assertThat(verdict(new NoAnswer("crashed"), COMPLETED, passed(A), failed(B))
                        .fixed())
                .isFalse();
    }

    @Test
    void theSecondRoundCountsForANonIdempotentTest() {
        assertThat(twice(passed(B), failed(B)).sentence())
                .isEqualTo(
                        "As recorded: OrderIT.counts passed, and failed when it was run a second time in the same JVM"
                                + " and database.");
        assertThat(twice(passed(B), passed(B)).success(true)).isTrue();
        assertThat(twice(passed(B), passed(B)).success(false)).isFalse();
        assertThat(twice(failed(B), failed(B)).ending()).isEqualTo(Ending.OTHERWISE);
        assertThat(twice(failed(B), passed(B)).fixed()).isFalse();
        assertThat(verdict(new FailsTheSecondTime(B.id()), COMPLETED, passed(B)).ending())
                .isEqualTo(Ending.NO_ANSWER);
    }

    @Test
    void aWholeRunIsAsRecordedIfExactlyTheSameTestsFail() {
        ExactlyFail recorded = new ExactlyFail(Set.of(B.id()));

        assertThat(verdict(recorded, COMPLETED, passed(A), failed(B)).sentence())
                .isEqualTo("As recorded: OrderIT.counts failed, and no other test.");
        assertThat(verdict(recorded, COMPLETED, failed(A), failed(B)).success(false))
                .isFalse();
        assertThat(verdict(recorded, COMPLETED, passed(A), passed(B)))
                .isEqualTo(new ReplayVerdict(
                        Ending.OTHERWISE, true, "Not as recorded: no test failed; then OrderIT.counts did."));
        assertThat(verdict(recorded, COMPLETED, failed(A), passed(B)).success(true))
                .isFalse();
        assertThat(verdict(new ExactlyFail(Set.of()), COMPLETED, passed(A), passed(B))
                        .sentence())
                .isEqualTo("As recorded: no test failed.");
    }

    @Test
    void ofTestsOfWhichNothingIsRecordedAllShouldPass() {
        assertThat(verdict(new AllPass(), COMPLETED, passed(A), passed(B)).success(false))
                .isTrue();
        assertThat(verdict(new AllPass(), COMPLETED, passed(A), failed(B)).sentence())
                .isEqualTo("OrderIT.counts failed after ImportIT.imports; nothing was recorded of this run.");
        assertThat(verdict(new AllPass(), COMPLETED, skipped(A), passed(B)).ending())
                .isEqualTo(Ending.NO_ANSWER);
    }

    private static ReplayVerdict twice(TestOutcome first, TestOutcome second) {
        RunResult result =
                new RunResult(COMPLETED, Map.of(first.id(), first), Duration.ZERO, Map.of(second.id(), second), null);
        return verdict(new FailsTheSecondTime(B.id()), result, List.of(B), false);
    }

    private static ReplayVerdict hopeful(ReplayExpectation expectation, TestOutcome outcome) {
        return verdict(expectation, RunResult.of(COMPLETED, List.of(outcome), Duration.ZERO), List.of(B), true);
    }

    private static ReplayVerdict verdict(ReplayExpectation expectation, RunExit exit, TestOutcome... outcomes) {
        List<RecordedTest> order = outcomes.length == 1 && outcomes[0].id().equals(B.id()) ? List.of(B) : List.of(A, B);
        return verdict(expectation, RunResult.of(exit, List.of(outcomes), Duration.ZERO), order, false);
    }

    private static ReplayVerdict verdict(
            ReplayExpectation expectation, RunResult result, List<RecordedTest> order, boolean expectFixed) {
        List<TestId> ids = order.stream().map(RecordedTest::id).toList();
        ReplayScenario scenario = new ReplayScenario("a scenario", ids, B.id(), Experiment.NONE, expectation);
        RunRequest request = new RunRequest("replay", RunKind.CONFIRM, List.of(new Segment(0, order)));
        return new ReplayJudge(scenario, new CompletedRun(1, request, result), expectFixed).verdict();
    }
}

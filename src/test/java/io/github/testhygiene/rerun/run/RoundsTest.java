package io.github.testhygiene.rerun.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.plan.ObservedRun;
import io.github.testhygiene.wire.Frame;
import io.github.testhygiene.wire.ProtocolException;
import io.github.testhygiene.wire.RerunOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final RecordedTest ONE = test("one");
    private static final RecordedTest TWO = test("two");
    private static final RunExit COMPLETED = new RunExit.Completed();
    private static final RunExit CRASHED = new RunExit.Crashed(1, null, "");
    private static final RerunOptions TWICE = new RerunOptions(2, Set.of(), false, List.of());

    private static RecordedTest test(String name) {
        return new RecordedTest(new TestId(name), List.of("A"), name, "", name, "");
    }

    private static Rounds rounds(RerunOptions options) {
        return new Rounds(List.of(ONE, TWO), options);
    }

    private static TestOutcome outcome(RecordedTest test) {
        return new TestOutcome(test.id(), TestStatus.PASSED, Duration.ZERO, null);
    }

    private static void execute(Rounds rounds, RecordedTest... tests) {
        for (RecordedTest test : tests) {
            rounds.started(test.id());
            rounds.finished(outcome(test));
        }
    }

    @Test
    void eachRoundHasItsOutcomes() throws ProtocolException {
        Rounds rounds = rounds(TWICE);
        execute(rounds, ONE, TWO);
        assertThat(rounds.takes(new Frame.NextRound())).isTrue();
        execute(rounds, ONE, TWO);

        List<TestOutcome> both = List.of(outcome(ONE), outcome(TWO));
        assertThat(rounds.result(COMPLETED)).isEqualTo(new SegmentResult(COMPLETED, both, both, null));
    }

    @Test
    void aSecondRoundInAnotherOrderIsNoAnswer() throws ProtocolException {
        Rounds rounds = rounds(TWICE);
        execute(rounds, ONE, TWO);
        rounds.takes(new Frame.NextRound());
        execute(rounds, TWO, ONE);

        SegmentResult result = rounds.result(COMPLETED);

        assertThat(result.exit()).isInstanceOf(RunExit.NoAnswer.class);
        assertThat(result.outcomes()).isEmpty();
        assertThat(result.again()).isEmpty();
    }

    @Test
    void aFirstRoundInAnotherOrderIsNoAnswerEither() throws ProtocolException {
        Rounds rounds = rounds(TWICE);
        execute(rounds, TWO, ONE);
        rounds.takes(new Frame.NextRound());
        execute(rounds, ONE, TWO);

        assertThat(rounds.result(COMPLETED).exit()).isInstanceOf(RunExit.NoAnswer.class);
    }

    @Test
    void aJvmThatIsLostBetweenTheRoundsLeavesTheFirst() throws ProtocolException {
        Rounds rounds = rounds(TWICE);
        execute(rounds, ONE, TWO);

        SegmentResult first = new SegmentResult(CRASHED, List.of(outcome(ONE), outcome(TWO)));
        assertThat(rounds.result(CRASHED)).isEqualTo(first);
        rounds.takes(new Frame.NextRound());
        assertThat(rounds.result(CRASHED)).isEqualTo(first);
    }

    @Test
    void aFirstRoundThatLeftTestsOutIsNoAnswerEvenIfTheSecondFollows() throws ProtocolException {
        Rounds rounds = rounds(TWICE);
        execute(rounds, ONE);
        rounds.takes(new Frame.NextRound());
        execute(rounds, ONE);

        assertThat(rounds.result(CRASHED).exit()).isInstanceOf(RunExit.NoAnswer.class);
    }

    @Test
    void aSecondRoundThatNeverStartedIsNoAnswer() {
        Rounds rounds = rounds(TWICE);
        execute(rounds, ONE, TWO);

        assertThat(rounds.result(COMPLETED).exit()).isEqualTo(new RunExit.NoAnswer("its second round did not start"));
    }

    @Test
    void aRoundThatNobodyAskedForIsAnError() {
        assertThatThrownBy(() -> rounds(RerunOptions.NONE).takes(new Frame.NextRound()))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void aTestThatStartsThoughItIsLeftOutSpoilsTheAnswer() {
        Rounds rounds = rounds(new RerunOptions(1, Set.of(ONE.id()), false, List.of()));
        rounds.finished(new TestOutcome(ONE.id(), TestStatus.SKIPPED, Duration.ZERO, null));
        assertThat(rounds.isSpoilt()).isFalse();
        rounds.started(ONE.id());

        assertThat(rounds.isSpoilt()).isTrue();
        assertThat(rounds.result(COMPLETED).exit()).isInstanceOf(RunExit.NoAnswer.class);
    }

    @Test
    void whatWasSeenLastCounts() throws ProtocolException {
        Rounds rounds = rounds(RerunOptions.NONE);
        execute(rounds, ONE, TWO);
        LeakTrace trace = new LeakTrace(LeakTrace.Kind.THREAD, "x", null, "running");
        assertThat(rounds.isOver()).isFalse();
        rounds.takes(new Frame.Observed(List.of(), Set.of("A")));
        rounds.takes(new Frame.Observed(List.of(trace), Set.of("A")));

        assertThat(rounds.isOver()).isTrue();
        assertThat(rounds.result(COMPLETED).observed()).isEqualTo(new ObservedRun(List.of(trace), Set.of("A")));
        assertThat(rounds.result(CRASHED).observed()).isNull();
    }
}

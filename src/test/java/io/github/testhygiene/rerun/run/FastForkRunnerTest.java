package io.github.testhygiene.rerun.run;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FastForkRunnerTest {

    private static final RecordedTest ONE = test("OneIT", "passes");
    private static final RecordedTest TWO = test("TwoIT", "passes");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<String> made = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private boolean over;

    /** Answers the same to everything. */
    private TestRunner runner(String name, RunResult answer) {
        return request -> {
            made.add(name + " " + request.label());
            return answer;
        };
    }

    private FastForkRunner first(RunResult fast, RunResult plain) {
        return new FastForkRunner(runner("plain", plain), runner("fast", fast), () -> over, told::add);
    }

    private static RunRequest run(String label, RunKind kind, RecordedTest... tests) {
        return new RunRequest(label, kind, List.of(new Segment(0, List.of(tests))));
    }

    private static TestOutcome outcome(RecordedTest test, TestStatus status) {
        TestFailure failure = status == TestStatus.FAILED ? new TestFailure("AssertionError", "no", "no") : null;
        return new TestOutcome(test.id(), status, Duration.ofMillis(5), failure);
    }

    private static RunResult completed(TestOutcome... outcomes) {
        return RunResult.of(new RunExit.Completed(), List.of(outcomes), SECOND);
    }

    private static final RunResult ONE_PASSES = completed(outcome(ONE, TestStatus.PASSED));
    private static final RunResult ONE_FAILS = completed(outcome(ONE, TestStatus.FAILED));

    @Test
    void aPassInAFastForkCounts() {
        FastForkRunner first = first(ONE_PASSES, ONE_FAILS);

        assertThat(first.run(run("alone", RunKind.ALONE, ONE))).isEqualTo(ONE_PASSES);
        assertThat(made).containsExactly("fast alone");
        assertThat(first.use().fast()).isEqualTo(1);
        assertThat(first.use().plain()).isZero();
    }

    @Test
    void aFailureInAFastForkIsAskedOfAPlainOneWhoseWordCounts() {
        FastForkRunner first = first(ONE_FAILS, ONE_FAILS);

        RunResult result = first.run(run("alone", RunKind.ALONE, ONE));

        assertThat(result.outcomes()).isEqualTo(ONE_FAILS.outcomes());
        assertThat(result.duration()).isEqualTo(SECOND.multipliedBy(2));
        first.run(run("alone-again", RunKind.ALONE, ONE));
        assertThat(made).containsExactly("fast alone", "plain alone", "fast alone-again", "plain alone-again");
        assertThat(first.use().repeated()).isEqualTo(2);
        assertThat(told).isEmpty();
    }

    @Test
    void theRestOfAClassGoesPlainWhenItsTestPassesThereOnly() {
        FastForkRunner first = first(ONE_FAILS, ONE_PASSES);

        assertThat(first.run(run("first", RunKind.ALONE, ONE)).outcomes()).isEqualTo(ONE_PASSES.outcomes());
        first.run(run("second", RunKind.REVERSE, TWO, ONE));

        assertThat(made).containsExactly("fast first", "plain first", "plain second");
        assertThat(first.use().plainClasses()).containsExactly("OneIT");
        assertThat(told).singleElement().asString().contains("OneIT").contains("plain forks");
    }

    @Test
    void whatIsSkippedInAFastForkIsAskedOfAPlainOne() {
        first(completed(outcome(ONE, TestStatus.SKIPPED)), ONE_PASSES).run(run("alone", RunKind.ALONE, ONE));

        assertThat(made).containsExactly("fast alone", "plain alone");
    }

    @Test
    void bothRoundsHaveToPass() {
        TestOutcome failed = outcome(ONE, TestStatus.FAILED);
        RunResult passesOnce = new RunResult(
                new RunExit.Completed(),
                ONE_PASSES.outcomes(),
                SECOND,
                completed(failed).outcomes(),
                null);

        first(passesOnce, passesOnce)
                .run(run("twice", RunKind.TWICE, ONE).as("twice", RunKind.TWICE, Experiment.TWICE));

        assertThat(made).containsExactly("fast twice", "plain twice");
    }

    @Test
    void afterAForkThatEndsBeforeItsFirstTestAllRunsArePlain() {
        RunResult broken = RunResult.of(new RunExit.Crashed(1, null, "no such option"), List.of(), SECOND);
        FastForkRunner first = first(broken, ONE_PASSES);

        first.run(run("first", RunKind.ALONE, ONE));
        first.run(run("second", RunKind.ALONE, ONE));

        assertThat(made).containsExactly("fast first", "plain first", "plain second");
        assertThat(told).singleElement().asString().contains("ended before its first test");
    }

    @Test
    void onlyTheClassGoesPlainInWhichAFastForkWasLost() {
        RunResult lost = RunResult.of(new RunExit.Crashed(1, ONE.id(), "gone"), List.of(), SECOND);
        FastForkRunner first = first(lost, completed(outcome(ONE, TestStatus.PASSED), outcome(TWO, TestStatus.PASSED)));

        first.run(run("first", RunKind.REVERSE, ONE, TWO));
        first.run(run("second", RunKind.ALONE, TWO));
        first.run(run("third", RunKind.ALONE, ONE));

        assertThat(made).startsWith("fast first", "plain first", "fast second").endsWith("plain third");
        assertThat(first.use().plainClasses()).containsExactly("OneIT");
    }

    @Test
    void withoutTimeForAPlainForkAFailureIsNoAnswer() {
        over = true;

        RunResult result = first(ONE_FAILS, ONE_FAILS).run(run("alone", RunKind.ALONE, ONE));

        assertThat(result.exit()).isInstanceOf(RunExit.NoAnswer.class);
        assertThat(result.outcomes()).isEmpty();
        assertThat(made).containsExactly("fast alone");
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIRM", "SEARCH", "LOCATE", "REFERENCE"})
    void repeatsAndSearchesArePlain(RunKind kind) {
        first(ONE_PASSES, ONE_PASSES).run(run("again", kind, ONE));

        assertThat(made).containsExactly("plain again");
    }
}

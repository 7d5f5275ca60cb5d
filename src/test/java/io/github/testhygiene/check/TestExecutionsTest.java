package io.github.testhygiene.check;

import static io.github.testhygiene.fixture.SampleTests.passed;
import static io.github.testhygiene.fixture.SampleTests.skipped;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.testhygiene.fixture.SampleRecordings;
import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.RunPlanner;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.timing.Execution;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestExecutionsTest {

    private static final RecordedTest A1 = test("shop.A", "one");
    private static final RecordedTest A2 = test("shop.A", "two");
    private static final RecordedTest B1 = test("shop.B", "one");
    private static final RecordedTest B2 = test("shop.B", "two");

    private static CompletedRun run(List<Segment> segments, TestOutcome... outcomes) {
        return new CompletedRun(
                2,
                new RunRequest("shuffled-1", RunKind.SHUFFLED, segments),
                RunResult.of(new RunExit.Completed(), List.of(outcomes), Duration.ofSeconds(1)));
    }

    private static Segment segment(RecordedTest... tests) {
        return new Segment(0, List.of(tests));
    }

    private static CompletedRun reference(Recording recording) {
        return new CompletedRun(
                1,
                RunPlanner.recorded(recording),
                RunResult.of(
                        new RunExit.Completed(),
                        List.copyOf(recording.outcomes().values()),
                        recording.duration()));
    }

    private static List<Execution> of(CompletedRun... runs) {
        return TestExecutions.of(List.of(runs), SampleRecordings.ofPassing(List.of(A1, A2, B1, B2)));
    }

    private static List<Object> ids(RecordedTest... tests) {
        return Arrays.stream(tests).<Object>map(RecordedTest::id).toList();
    }

    @Test
    void segmentsAreJvmsThatShareOneDatabase() {
        assertThat(of(run(List.of(segment(B1, A1, B2), segment(A2)), passed(B1), passed(A1), passed(B2), passed(A2))))
                .extracting(
                        Execution::id,
                        Execution::firstOfJvm,
                        Execution::firstOfClass,
                        Execution::before,
                        Execution::kind)
                .containsExactly(
                        tuple(B1.id(), true, true, ids(), RunKind.SHUFFLED),
                        tuple(A1.id(), false, true, ids(B1), RunKind.SHUFFLED),
                        tuple(B2.id(), false, false, ids(B1, A1), RunKind.SHUFFLED),
                        tuple(A2.id(), true, true, ids(B1, A1, B2), RunKind.SHUFFLED));
    }

    @Test
    void whatWasMeasuredIsKept() {
        TestOutcome outcome =
                new TestOutcome(A1.id(), TestStatus.PASSED, Duration.ofMillis(300), null, Duration.ofMillis(200));

        assertThat(of(run(List.of(segment(A1)), outcome)))
                .containsExactly(new Execution(
                        A1.id(),
                        "shop.A",
                        RunKind.SHUFFLED,
                        Duration.ofMillis(300),
                        Duration.ofMillis(200),
                        true,
                        true,
                        List.of()));
    }

    @Test
    void whatWasSkippedWasNotExecuted() {
        assertThat(of(run(List.of(segment(A1, A2, B1)), skipped(A1), passed(A2), passed(B1))))
                .extracting(Execution::id, Execution::firstOfJvm, Execution::firstOfClass, Execution::before)
                .containsExactly(tuple(A2.id(), true, true, ids()), tuple(B1.id(), false, true, ids(A2)));
    }

    @Test
    void aRunThatWasCutShortTellsOfWhatItExecuted() {
        assertThat(of(run(List.of(segment(A1, A2), segment(B1)), passed(A1))))
                .extracting(Execution::id)
                .containsExactly(A1.id());
    }

    @Test
    void aClassThatKeptToItsOwnOrderIsTakenAsItRan() {
        RecordedTest first = SampleTests.ordered("shop.Steps", "first");
        RecordedTest second = SampleTests.ordered("shop.Steps", "second");
        Recording recording = SampleRecordings.ofPassing(List.of(first, second));

        assertThat(TestExecutions.of(
                        List.of(run(List.of(segment(second, first)), passed(first), passed(second))), recording))
                .extracting(Execution::id, Execution::firstOfJvm)
                .containsExactly(tuple(first.id(), true), tuple(second.id(), false));
    }

    @Test
    void whatRanTwiceIsAmbiguousButWasThere() {
        assertThat(of(run(List.of(segment(A1, A1, B1)), passed(A1), passed(B1))))
                .extracting(Execution::id, Execution::before)
                .containsExactly(tuple(B1.id(), ids(A1, A1)));
    }

    @Test
    void theReferenceRunIsTakenAsItWasRecorded() {
        List<RecordedTest> tests = List.of(A1, B1, A2, B2);
        Recording recording = SampleRecordings.of(
                tests,
                List.of(passed(A1), passed(B1), skipped(A2), passed(B2)),
                List.of(
                        SampleRecordings.launch(SampleRecordings.recipe(Map.of()), List.of(A1, A2)),
                        SampleRecordings.launch(SampleRecordings.recipe(Map.of()), List.of(B1, B2))));

        assertThat(TestExecutions.of(List.of(reference(recording)), recording))
                .extracting(
                        Execution::id,
                        Execution::firstOfJvm,
                        Execution::firstOfClass,
                        Execution::before,
                        Execution::kind)
                .containsExactly(
                        tuple(A1.id(), true, true, ids(), RunKind.REFERENCE),
                        tuple(B1.id(), true, true, ids(A1), RunKind.REFERENCE),
                        tuple(B2.id(), false, false, ids(A1, B1), RunKind.REFERENCE));
    }

    @Test
    void aTestThatTookItsJvmWithItMayHaveLeftRows() {
        Recording recording = SampleRecordings.of(
                List.of(A1, B1),
                List.of(passed(B1)),
                List.of(
                        SampleRecordings.launch(SampleRecordings.recipe(Map.of()), List.of(A1)),
                        SampleRecordings.launch(SampleRecordings.recipe(Map.of()), List.of(B1))));

        assertThat(TestExecutions.of(List.of(reference(recording)), recording))
                .extracting(Execution::id, Execution::before)
                .containsExactly(tuple(B1.id(), ids(A1)));
    }
}

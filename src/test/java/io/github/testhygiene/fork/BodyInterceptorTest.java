package io.github.testhygiene.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fork.samples.BodySamples;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.wire.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyInterceptorTest {

    // Whoever is told takes far longer than all tests.
    private static final long WAITING = 1_000_000_000L;

    private final List<Frame> told = new ArrayList<>();

    @AfterEach
    void stopMeasuring() {
        BodyTimes.set(null);
    }

    private LauncherRun measured(Class<?> type) {
        BodyTimes bodyTimes = new BodyTimes(BodySamples.CLOCK::get, frame -> {
            told.add(frame);
            BodySamples.CLOCK.addAndGet(WAITING);
        });
        BodyTimes.set(bodyTimes);
        return rerun(type, bodyTimes);
    }

    private static LauncherRun rerun(Class<?> type, BodyTimes bodyTimes) {
        List<RecordedTest> tests = LauncherRun.of(type).found();
        return LauncherRun.of(RerunMain.discovery(new Frame.Request(tests, Map.of(), Map.of(), false)), bodyTimes)
                .assertConsistent();
    }

    private static Duration nanos(long nanos) {
        return Duration.ofNanos(nanos);
    }

    @ParameterizedTest
    @CsvSource({
        "plain, 7, 1107",
        "fails, 5, 1105",
        "instant, 0, 1100",
        "parameterized, 321, 3621",
        "textual, 6, 2206",
        "repeated, 33, 3333",
        "dynamic, 321, 1421",
        "nested, 9, 11109",
    })
    void theBodyIsMeasuredApartFromItsFixtures(String method, long body, long duration) {
        TestOutcome outcome = measured(BodySamples.Timed.class).outcome(method);

        assertThat(outcome.body()).isEqualTo(nanos(body));
        assertThat(outcome.duration()).as("without waiting for us").isEqualTo(nanos(duration));
    }

    @Test
    void aTestThatDoesNotStartHasNoBody() {
        assertThat(measured(BodySamples.Timed.class).outcome("disabled").body()).isNull();
    }

    @Test
    void aFixtureThatFailsLeavesNoBody() {
        TestOutcome outcome = measured(BodySamples.FailingFixture.class).outcome("neverStarts");

        assertThat(outcome.failed()).isTrue();
        assertThat(outcome.body()).isNull();
        assertThat(outcome.duration()).isEqualTo(nanos(1_000));
        assertThat(told).isEmpty();
    }

    @Test
    void aFixtureThatFailsAfterwardsTakesNothingFromTheBody() {
        TestOutcome outcome = measured(BodySamples.FailingEnd.class).outcome("ends");

        assertThat(outcome.failed()).isTrue();
        assertThat(outcome.body()).isEqualTo(nanos(7));
    }

    @Test
    void aBodysFailureIsTheTests() {
        TestFailure failure =
                measured(BodySamples.Timed.class).outcome("fails").findFailure().orElseThrow();

        assertThat(failure.type()).isEqualTo(IllegalStateException.class.getName());
        assertThat(failure.message()).isEqualTo("in the body");
    }

    @ParameterizedTest
    @CsvSource({"plain, 1", "fails, 1", "parameterized, 3", "repeated, 3", "dynamic, 3", "disabled, 0"})
    void everyInvocationStartsAndEnds(String method, int times) {
        TestId id = measured(BodySamples.Timed.class).test(method).id();
        List<Frame> expected = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            expected.add(new Frame.BodyStarted(id));
            expected.add(new Frame.BodyFinished(id));
        }

        assertThat(told.stream().filter(frame -> belongsTo(frame, id))).isEqualTo(expected);
    }

    private static boolean belongsTo(Frame frame, TestId id) {
        return (frame instanceof Frame.BodyStarted started && started.id().equals(id))
                || (frame instanceof Frame.BodyFinished finished
                        && finished.id().equals(id));
    }

    @Test
    void testsThatATestExecutesAreAPartOfItsBody() {
        LauncherRun run = measured(BodySamples.Executing.class);

        TestId id = run.test("executes").id();
        assertThat(run.outcome("executes").body()).isEqualTo(nanos(2 + 1_107));
        assertThat(told).containsExactly(new Frame.BodyStarted(id), new Frame.BodyFinished(id));
    }

    @Test
    void nothingIsMeasuredWhereNobodyHasAskedForIt() {
        LauncherRun run = rerun(BodySamples.Timed.class, new BodyTimes(BodySamples.CLOCK::get, told::add));

        assertThat(run.outcomes()).extracting(TestOutcome::body).containsOnlyNulls();
        assertThat(run.outcome("plain").duration()).isEqualTo(nanos(1_107));
        assertThat(told).isEmpty();
    }
}

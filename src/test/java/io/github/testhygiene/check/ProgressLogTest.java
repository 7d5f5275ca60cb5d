package io.github.testhygiene.check;

import static io.github.testhygiene.fixture.SampleTests.failed;
import static io.github.testhygiene.fixture.SampleTests.passed;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TimeBudget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLogTest {

    private static final RecordedTest TEST = test("shop.OrderIT", "a");
    private static final RecordedTest OTHER = test("shop.OrderIT", "b");
    private static final RunRequest REQUEST =
            new RunRequest("alone", RunKind.ALONE, List.of(new RunRequest.Segment(0, List.of(TEST))));

    private final AtomicLong clock = new AtomicLong();
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder terminal = new StringBuilder();
    private final ProgressLog progress = progress(10_000, Duration.ofMinutes(90), null);

    private ProgressLog progress(int planned, Duration time, StatusLine status) {
        return new ProgressLog(planned, new TimeBudget(time, clock::get), lines::add, status);
    }

    private ProgressLog watched() {
        return progress(20, Duration.ofMinutes(10), new StatusLine(terminal::append, 80));
    }

    @Test
    void thousandsOfRunsGiveALineEveryTenSeconds() {
        for (int i = 0; i < 10_000; i++) {
            run(progress, Duration.ofMillis(10), passed(TEST));
        }

        assertThat(lines).hasSize(10);
    }

    @Test
    void aLineTellsRunsAndTimeLeftAndSuspects() {
        run(progress, Duration.ofSeconds(61), failed(TEST));
        assertThat(lines).containsExactly("1 of 10000 runs, 88:59 left of 90:00, 1 suspect so far");

        run(progress, Duration.ofSeconds(10), failed(TEST));
        run(progress, Duration.ofSeconds(10), failed(OTHER));
        assertThat(lines)
                .endsWith(
                        "2 of 10000 runs, 88:49 left of 90:00, 1 suspect so far",
                        "3 of 10000 runs, 88:39 left of 90:00, 2 suspects so far");
    }

    @Test
    void whoFailsInTheSecondRoundIsASuspect() {
        progress.started(2, REQUEST);
        pass(Duration.ofSeconds(10));
        RunResult twice = new RunResult(
                new RunExit.Completed(),
                Map.of(TEST.id(), passed(TEST)),
                Duration.ofSeconds(10),
                Map.of(TEST.id(), failed(TEST)),
                null);
        progress.finished(new CompletedRun(2, REQUEST, twice));

        assertThat(lines).last().asString().endsWith(", 1 suspect so far");
    }

    @Test
    void aLongRunIsNoSilence() {
        progress.started(2, REQUEST);
        for (int second = 1; second <= 60; second++) {
            pass(Duration.ofSeconds(1));
            progress.tick();
        }

        assertThat(lines).hasSize(6).contains("0 of 10000 runs, 89:50 left of 90:00, no suspect so far");
    }

    @Test
    void theEndIsToldOnce() {
        run(progress, Duration.ofSeconds(1), passed(TEST));
        assertThat(lines).isEmpty();

        progress.end();
        progress.end();
        progress.tick();
        assertThat(lines).containsExactly("1 of 10000 runs, 89:59 left of 90:00, no suspect so far");
    }

    @Test
    void runsThatConfirmMakeTheWholeLarger() {
        ProgressLog small = progress(1, Duration.ofMinutes(1), null);
        small.started(2, REQUEST);
        small.started(3, REQUEST);

        run(small, Duration.ofSeconds(10), passed(TEST));

        assertThat(lines).last().asString().startsWith("1 of 3 runs");
    }

    @Test
    void aTerminalHasOneLineAndTheLogTheEnd() {
        ProgressLog watched = watched();
        run(watched, Duration.ofSeconds(30), failed(TEST));
        pass(Duration.ofSeconds(30));
        watched.tick();

        assertThat(lines).isEmpty();
        assertThat(terminal.toString())
                .doesNotContain("\n")
                .endsWith("\r1 of 20 runs, 9:00 left of 10:00, 1 suspect so far");

        watched.end();
        String end = terminal.toString();
        watched.tick();
        assertThat(terminal.toString())
                .isEqualTo(end)
                .endsWith("\r" + " ".repeat("1 of 20 runs, 9:00 left of 10:00, 1 suspect so far".length()) + "\r");
        assertThat(lines).containsExactly("1 of 20 runs, 9:00 left of 10:00, 1 suspect so far");
    }

    @Test
    void withoutARunNothingIsToldAtTheEnd() {
        ProgressLog watched = watched();
        watched.end();

        assertThat(lines).isEmpty();
        assertThat(terminal).isEmpty();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private void run(ProgressLog log, Duration time, TestOutcome outcome) {
        log.started(2, REQUEST);
        pass(time);
        log.finished(new CompletedRun(2, REQUEST, RunResult.of(new RunExit.Completed(), List.of(outcome), time)));
    }
}

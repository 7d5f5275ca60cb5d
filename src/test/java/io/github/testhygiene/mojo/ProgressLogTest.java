package io.github.testhygiene.mojo;

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
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLogTest {

    private static final RecordedTest TEST = test("shop.OrderIT", "a");
    private static final RunRequest REQUEST =
            new RunRequest("alone", RunKind.ALONE, List.of(new RunRequest.Segment(0, List.of(TEST))));

    private final AtomicLong clock = new AtomicLong();
    private final List<String> lines = new ArrayList<>();
    private final ProgressLog progress =
            new ProgressLog(10_000, new TimeBudget(Duration.ofMinutes(90), clock::get), lines::add);

    @Test
    void thousandsOfRunsGiveALineEveryFiveSeconds() {
        for (int i = 0; i < 10_000; i++) {
            run(Duration.ofMillis(10), passed(TEST));
        }

        assertThat(lines).hasSize(20);
    }

    @Test
    void aLineTellsRunsAndTimeAndFailures() {
        run(Duration.ofSeconds(61), failed(TEST));
        assertThat(lines).containsExactly("1 of 10000 runs, 1:01 of 90:00, 1 run with failures");

        run(Duration.ofSeconds(5), failed(TEST));
        assertThat(lines).endsWith("2 of 10000 runs, 1:06 of 90:00, 2 runs with failures");
    }

    @Test
    void runsThatConfirmMakeTheWholeLarger() {
        ProgressLog small = new ProgressLog(1, new TimeBudget(Duration.ofMinutes(1), clock::get), lines::add);
        small.started(2, REQUEST);
        small.started(3, REQUEST);

        small.finished(new CompletedRun(3, REQUEST, RunResult.of(new RunExit.Completed(), List.of(), Duration.ZERO)));

        assertThat(lines).last().asString().startsWith("1 of 2 runs");
    }

    private void run(Duration time, TestOutcome outcome) {
        progress.started(2, REQUEST);
        clock.addAndGet(time.toNanos());
        progress.finished(new CompletedRun(2, REQUEST, RunResult.of(new RunExit.Completed(), List.of(outcome), time)));
    }
}

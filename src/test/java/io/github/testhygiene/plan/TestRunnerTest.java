package io.github.testhygiene.plan;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestRunnerTest {

    private static final RunRequest REQUEST = new RunRequest(
            "run", RunKind.ALONE, List.of(new RunRequest.Segment(0, List.of(test("shop.OrderIT", "a")))));
    private static final RunResult RESULT = RunResult.of(new RunExit.Completed(), List.of(), Duration.ZERO);

    private final List<String> calls = new ArrayList<>();

    private final TestRunner runner = new TestRunner() {
        @Override
        public RunResult run(RunRequest request) {
            calls.add("run " + request.label());
            return RESULT;
        }

        @Override
        public void prepare(RunRequest next) {
            calls.add("prepare " + next.label());
        }

        @Override
        public void rest() {
            calls.add("rest");
        }
    };

    @Test
    void aGuardIsAroundEachRun() {
        TestRunner guarded = runner.guardedBy((request, inner) -> {
            calls.add("before");
            inner.run(request);
            RunResult result = inner.run(request);
            calls.add("after");
            return result;
        });

        assertThat(guarded.run(REQUEST)).isSameAs(RESULT);
        assertThat(calls).containsExactly("before", "run run", "run run", "after");
    }

    @Test
    void aGuardedRunnerPreparesAndRestsAsTheOneInside() {
        TestRunner guarded = runner.guardedBy((request, inner) -> RESULT);

        guarded.prepare(REQUEST);
        guarded.rest();
        assertThat(guarded.run(REQUEST)).isSameAs(RESULT);

        assertThat(calls).containsExactly("prepare run", "rest");
    }
}

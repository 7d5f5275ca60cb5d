package io.github.testhygiene.diagnosis;

import io.github.testhygiene.fixture.SampleRecordings;
import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A suite whose tests depend on each other as a script says. Its clock goes on by one second for each test. */
final class ScriptedSuite implements TestRunner {

    /** How a test ends. */
    enum End {
        PASS,
        FAIL,
        SKIP,
        CRASH,
        HANG
    }

    /** Decides how a test ends. */
    @FunctionalInterface
    interface Rule {

        /**
         * @param before the tests that ran before it in the same run
         * @param rerun false in the reference run
         */
        End end(List<RecordedTest> before, boolean rerun);
    }

    private final Map<RecordedTest, Rule> rules = new LinkedHashMap<>();
    private final AtomicLong nanos = new AtomicLong();

    ScriptedSuite with(RecordedTest test, Rule rule) {
        rules.put(test, rule);
        return this;
    }

    List<RecordedTest> tests() {
        return List.copyOf(rules.keySet());
    }

    Rule rule(RecordedTest test) {
        return rules.get(test);
    }

    long nanoTime() {
        return nanos.get();
    }

    /** What the user's own run shows. */
    Recording recording() {
        List<TestOutcome> outcomes = new ArrayList<>();
        play(tests(), outcomes, new ArrayList<>(), false);
        return SampleRecordings.of(tests(), outcomes);
    }

    @Override
    public RunResult run(RunRequest request) {
        List<TestOutcome> outcomes = new ArrayList<>();
        RunExit exit = play(request.tests(), outcomes, new ArrayList<>(), true);
        Duration duration = Duration.ofSeconds(request.tests().size());
        nanos.addAndGet(duration.toNanos());
        return RunResult.of(exit, outcomes, duration);
    }

    private RunExit play(
            List<RecordedTest> order, List<TestOutcome> outcomes, List<RecordedTest> before, boolean rerun) {
        for (RecordedTest test : order) {
            TestId id = test.id();
            switch (rules.get(test).end(before, rerun)) {
                case PASS -> outcomes.add(SampleTests.passed(test));
                case FAIL -> outcomes.add(SampleTests.failed(test));
                case SKIP -> outcomes.add(SampleTests.skipped(test));
                case CRASH -> {
                    return new RunExit.Crashed(137, id, "");
                }
                case HANG -> {
                    return new RunExit.TimedOut(Duration.ofMinutes(1), id);
                }
            }
            before.add(test);
        }
        return new RunExit.Completed();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        rules.forEach((test, rule) ->
                text.append(test.shortName()).append(": ").append(rule).append('\n'));
        return text.toString();
    }
}

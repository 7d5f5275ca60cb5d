package io.github.testhygiene.plan;

import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run showed.
 *
 * @param exit how it ended
 * @param outcomes what its tests showed until then, in the order in which they ran; of a run without an answer none
 * @param duration how long it took, with the start of its JVMs
 * @param again what its tests showed in the second round; empty if there was none
 * @param observed what else was seen; null unless the run was observed to its end
 */
public record RunResult(
        RunExit exit,
        Map<TestId, TestOutcome> outcomes,
        Duration duration,
        Map<TestId, TestOutcome> again,
        @Nullable ObservedRun observed) {

    /** Copies the maps, keeping their order. */
    public RunResult {
        Objects.requireNonNull(exit, "exit");
        outcomes = OutcomesById.of(outcomes);
        Objects.requireNonNull(duration, "duration");
        again = OutcomesById.of(again);
    }

    /**
     * Of a run of one round that nobody observed.
     *
     * @param exit how it ended
     * @param outcomes what its tests showed until then
     * @param duration how long it took
     */
    public RunResult(RunExit exit, Map<TestId, TestOutcome> outcomes, Duration duration) {
        this(exit, outcomes, duration, Map.of(), null);
    }

    /**
     * Of a list of outcomes.
     *
     * @param exit how the run ended
     * @param outcomes in the order in which the tests ran
     * @param duration how long it took
     * @return the result
     */
    public static RunResult of(RunExit exit, List<TestOutcome> outcomes, Duration duration) {
        Map<TestId, TestOutcome> byId = new LinkedHashMap<>();
        outcomes.forEach(outcome -> byId.put(outcome.id(), outcome));
        return new RunResult(exit, byId, duration);
    }

    /**
     * The outcome of one test.
     *
     * @param id the test
     * @return empty if the run gave none
     */
    public Optional<TestOutcome> outcome(TestId id) {
        return Optional.ofNullable(outcomes.get(id));
    }

    /**
     * The test that was running when the JVM was lost.
     *
     * @return empty if no JVM was lost, or between two tests
     */
    public Optional<TestId> lostWhileRunning() {
        if (exit instanceof RunExit.Crashed crashed) {
            return Optional.ofNullable(crashed.running());
        }
        return exit instanceof RunExit.TimedOut timedOut ? Optional.ofNullable(timedOut.running()) : Optional.empty();
    }
}

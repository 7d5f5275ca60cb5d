package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.ObservedRun;
import io.github.testhygiene.plan.RunResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what the JVMs of one run showed. */
public final class RunAnswers {

    private final Map<TestId, TestOutcome> outcomes = new LinkedHashMap<>();
    private final Map<TestId, TestOutcome> again = new LinkedHashMap<>();
    private final List<LeakTrace> files = new ArrayList<>();
    private final List<@Nullable ObservedRun> observed = new ArrayList<>();

    void add(SegmentResult result) {
        result.outcomes().forEach(outcome -> outcomes.put(outcome.id(), outcome));
        result.again().forEach(outcome -> again.put(outcome.id(), outcome));
        observed.add(result.observed());
    }

    /** What the tests showed, in all rounds. */
    List<TestOutcome> all() {
        List<TestOutcome> all = new ArrayList<>(outcomes.values());
        all.addAll(again.values());
        return all;
    }

    /** Nothing that was shown counts. */
    void forget() {
        outcomes.clear();
        again.clear();
    }

    /** What lies in the run's temporary folder at its end. */
    void left(List<LeakTrace> traces) {
        files.addAll(traces);
    }

    RunResult result(RunExit exit, Duration duration) {
        return new RunResult(exit, outcomes, duration, again, exit instanceof RunExit.Completed ? allObserved() : null);
    }

    private @Nullable ObservedRun allObserved() {
        List<LeakTrace> traces = new ArrayList<>(files);
        Set<String> classes = new LinkedHashSet<>();
        for (ObservedRun each : observed) {
            if (each == null) {
                return null;
            }
            traces.addAll(each.traces());
            classes.addAll(each.classes());
        }
        return observed.isEmpty() ? null : new ObservedRun(traces, classes);
    }
}

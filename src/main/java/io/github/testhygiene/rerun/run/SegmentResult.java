package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.ObservedRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one JVM of a run showed.
 *
 * @param exit how it ended
 * @param outcomes in the order in which the tests ran
 * @param again the outcomes of the second round; empty if there was none
 * @param observed what else was seen; null if it was not looked at to the end
 */
public record SegmentResult(
        RunExit exit,
        List<TestOutcome> outcomes,
        List<TestOutcome> again,
        /** Copies the lists. */
        @Nullable ObservedRun observed) {

    public SegmentResult {
        outcomes = List.copyOf(outcomes);
        again = List.copyOf(again);
    }

    SegmentResult(RunExit exit, List<TestOutcome> outcomes) {
        this(exit, outcomes, List.of(), null);
    }

    /** The same with another exit. */
    SegmentResult endedAs(RunExit other) {
        return new SegmentResult(other, outcomes, again, observed);
    }
}

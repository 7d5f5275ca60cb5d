package io.github.testhygiene.rerun;

import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestOutcome;
import java.util.List;

/**
 * What one JVM of a run showed.
 *
 * @param exit how it ended
 * @param outcomes in the order in which the tests ran
 */
record SegmentResult(RunExit exit, List<TestOutcome> outcomes) {

    SegmentResult {
        outcomes = List.copyOf(outcomes);
    }
}

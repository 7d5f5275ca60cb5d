package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one JVM tells while it executes its tests once. */
public final class Round {

    private final List<TestId> reached = new ArrayList<>();
    private final List<TestOutcome> outcomes = new ArrayList<>();
    private @Nullable TestId running;

    void started(TestId id) {
        running = id;
        reached.add(id);
    }

    void finished(TestOutcome outcome) {
        if (!outcome.id().equals(running)) {
            reached.add(outcome.id());
        }
        running = null;
        outcomes.add(outcome);
    }

    /** The test that is running just now; null between two tests. */
    @Nullable
    TestId running() {
        return running;
    }

    /** What it showed, if its tests ran in the planned order. */
    SegmentResult checked(List<RecordedTest> planned, RunExit exit) {
        return new ExecutedOrder(planned).check(exit, reached, outcomes);
    }
}

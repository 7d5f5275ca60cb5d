package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.CompletedRun;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * How much time has to be kept for what failed: to repeat it, and to find out whose fault it is. Safe for use by several
 * threads.
 */
final class ReservedTime {

    // Two repeats alone, pairs, their repeats, three experiments to locate, and some rows.
    private static final int RUNS_FOR_A_SUSPECT = 20;

    private final Set<TestId> suspects = new HashSet<>();
    private Duration repeats = Duration.ZERO;
    private Duration small = Duration.ZERO;
    private int smallRuns;

    /** Everything has been repeated. */
    synchronized void repeated() {
        repeats = Duration.ZERO;
    }

    /** Everything has been searched. */
    synchronized void searched() {
        repeats = Duration.ZERO;
        suspects.clear();
    }

    synchronized void add(CompletedRun run) {
        Duration duration = run.result().duration();
        if (run.request().tests().size() == 1) {
            small = small.plus(duration);
            smallRuns++;
        }
        boolean failed = false;
        for (TestOutcome outcome : run.result().outcomes().values()) {
            if (outcome.failed()) {
                failed = true;
                suspects.add(outcome.id());
            }
        }
        if (failed) {
            repeats = repeats.plus(duration).plus(duration.dividedBy(5));
        }
    }

    /** The time to keep; never more than half of all. */
    synchronized Duration time(Duration total) {
        Duration usual = smallRuns == 0 ? Duration.ZERO : small.dividedBy(smallRuns);
        Duration time = repeats.plus(usual.multipliedBy((long) RUNS_FOR_A_SUSPECT * suspects.size()));
        Duration half = total.dividedBy(2);
        return time.compareTo(half) > 0 ? half : time;
    }
}

package io.github.testhygiene.recording;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.recording.BoundaryMark.Event;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long the work at the boundaries of each test takes. */
final class BoundaryTimes {

    private final Map<TestId, Long> nanos = new HashMap<>();

    void add(Event event, Duration taken) {
        if (event instanceof Event.TestStarted started) {
            nanos.merge(started.id(), taken.toNanos(), Long::sum);
        } else if (event instanceof Event.TestFinished finished) {
            nanos.merge(finished.id(), taken.toNanos(), Long::sum);
        }
    }

    /** The (lower) median of both boundaries of a test together; null if there was no test. */
    @Nullable
    Double medianMillis() {
        List<Long> sorted = nanos.values().stream().sorted().toList();
        return sorted.isEmpty() ? null : (Double) (Math.round(sorted.get((sorted.size() - 1) / 2) / 1e4) / 100.0);
    }
}

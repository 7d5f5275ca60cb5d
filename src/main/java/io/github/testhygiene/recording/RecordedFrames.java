package io.github.testhygiene.recording;

import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Recording.RecordedLaunch;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.wire.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the frames of all test JVMs together, in the order in which they came. Safe for use by several threads. */
final class RecordedFrames {

    private final Map<TestId, RecordedTest> found = new LinkedHashMap<>();
    private final Set<TestId> order = new LinkedHashSet<>();
    private final Map<TestId, TestOutcome> outcomes = new LinkedHashMap<>();
    private final Map<TestId, Integer> repeated = new LinkedHashMap<>();
    private final List<Launch> launches = new ArrayList<>();
    private Instant startedAt = Instant.now();
    private long firstNanos;
    private long lastNanos;

    synchronized Launch open(boolean inProcess) {
        if (launches.isEmpty()) {
            startedAt = Instant.now();
            firstNanos = System.nanoTime();
            lastNanos = firstNanos;
        }
        Launch launch = new Launch(launches.size(), inProcess);
        launches.add(launch);
        return launch;
    }

    synchronized Recording recording() {
        List<RecordedTest> tests = new ArrayList<>();
        order.forEach(id -> add(id, tests));
        // Tests that never started and never got an outcome: their JVM ended before their turn.
        found.keySet().stream().filter(id -> !order.contains(id)).forEach(id -> add(id, tests));
        List<RecordedLaunch> recorded = launches.stream()
                .filter(launch -> !launch.tests.isEmpty())
                .map(launch -> new RecordedLaunch(launch.recipe, List.copyOf(launch.tests), launch.containerSessions))
                .toList();
        return new Recording(
                startedAt,
                Duration.ofNanos(lastNanos - firstNanos),
                tests,
                outcomes,
                recorded,
                repeated,
                DatabaseEvidence.none("it was not recorded"));
    }

    private void add(TestId id, List<RecordedTest> tests) {
        RecordedTest test = found.get(id);
        if (test != null) {
            tests.add(test);
        }
    }

    /** What one test JVM said. */
    final class Launch {

        private final int number;
        private final boolean inProcess;
        private final Set<TestId> tests = new LinkedHashSet<>();
        private final Set<String> containerSessions = new LinkedHashSet<>();
        private @Nullable LaunchRecipe recipe;

        private Launch(int number, boolean inProcess) {
            this.number = number;
            this.inProcess = inProcess;
        }

        /** The JVM's number, from 0 up. */
        int number() {
            return number;
        }

        void add(Frame frame) {
            synchronized (RecordedFrames.this) {
                lastNanos = System.nanoTime();
                if (frame instanceof Frame.Launched launched) {
                    // A JVM that is Maven's own cannot be launched again.
                    recipe = inProcess || recipe != null ? recipe : launched.recipe();
                } else if (frame instanceof Frame.Found more) {
                    more.tests().forEach(test -> found.putIfAbsent(test.id(), test));
                } else if (frame instanceof Frame.ContainerSession session) {
                    containerSessions.add(session.id());
                } else if (frame instanceof Frame.Started started) {
                    countAgain(started.id());
                    reached(started.id());
                } else if (frame instanceof Frame.Finished finished) {
                    reached(finished.outcome().id());
                    // The first outcome counts: failsafe may repeat failed tests.
                    outcomes.putIfAbsent(finished.outcome().id(), finished.outcome());
                }
            }
        }

        /** Failsafe repeats failed tests if it is told to; a test that has passed and starts again is there twice. */
        private void countAgain(TestId id) {
            TestOutcome earlier = outcomes.get(id);
            if (earlier != null && earlier.passed()) {
                repeated.merge(id, 2, (times, first) -> times + 1);
            }
        }

        private void reached(TestId id) {
            order.add(id);
            tests.add(id);
        }
    }
}

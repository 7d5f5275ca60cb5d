package io.github.testhygiene.plan;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A run that is to be made.
 *
 * @param label its own name, for example {@code shuffled-1}
 * @param kind what it is for
 * @param segments one for each JVM; they run one after the other on the same clone
 * @param experiment what is done otherwise than in the user's run
 */
public record RunRequest(String label, RunKind kind, List<Segment> segments, Experiment experiment) {

    /** Checks that there is something to do. */
    public RunRequest {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(experiment, "experiment");
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a run without tests: " + label);
        }
    }

    /**
     * A run as the user does it.
     *
     * @param label its own name
     * @param kind what it is for
     * @param segments one for each JVM
     */
    public RunRequest(String label, RunKind kind, List<Segment> segments) {
        this(label, kind, segments, Experiment.NONE);
    }

    /**
     * The same tests in the same order, done otherwise.
     *
     * @param newLabel the run's name
     * @param newKind what it is for
     * @param other what is done otherwise than in the user's run
     * @return the run
     */
    public RunRequest as(String newLabel, RunKind newKind, Experiment other) {
        return new RunRequest(newLabel, newKind, segments, other);
    }

    /**
     * All tests in the order in which they are to be executed.
     *
     * @return at least one
     */
    public List<RecordedTest> tests() {
        return segments.stream().flatMap(segment -> segment.tests().stream()).toList();
    }

    /**
     * The ids of all tests, in order.
     *
     * @return at least one
     */
    public List<TestId> ids() {
        return tests().stream().map(RecordedTest::id).toList();
    }

    /**
     * The same run up to a test and no further.
     *
     * @param last the last tests' ids: the run ends after the one of them that stands last
     * @param newLabel the shorter run's name
     * @param newKind what the shorter run is for
     * @return the prefix
     */
    public RunRequest upTo(Set<TestId> last, String newLabel, RunKind newKind) {
        List<TestId> ids = ids();
        int end = 0;
        for (int i = 0; i < ids.size(); i++) {
            if (last.contains(ids.get(i))) {
                end = i + 1;
            }
        }
        return new RunRequest(newLabel, newKind, Segment.first(segments, end), experiment);
    }

    /**
     * The same run with some of its tests.
     *
     * @param newLabel the smaller run's name
     * @param kept which tests stay
     * @return empty if none does
     */
    public Optional<RunRequest> only(String newLabel, Predicate<RecordedTest> kept) {
        List<Segment> smaller = new ArrayList<>();
        for (Segment segment : segments) {
            List<RecordedTest> left = segment.tests().stream().filter(kept).toList();
            if (!left.isEmpty()) {
                smaller.add(new Segment(segment.launch(), left));
            }
        }
        return smaller.isEmpty() ? Optional.empty() : Optional.of(new RunRequest(newLabel, kind, smaller, experiment));
    }

    /**
     * Tests for one JVM.
     *
     * @param launch the index of the recorded JVM whose recipe launches it
     * @param tests the tests in order; at least one
     */
    public record Segment(int launch, List<RecordedTest> tests) {

        /** Checks that there is something to do. */
        public Segment {
            tests = List.copyOf(tests);
            if (tests.isEmpty()) {
                throw new IllegalArgumentException("a segment without tests");
            }
        }

        private static List<Segment> first(List<Segment> segments, int count) {
            List<Segment> prefix = new ArrayList<>();
            int left = count;
            for (Segment segment : segments) {
                int taken = Math.min(left, segment.tests().size());
                if (taken > 0) {
                    prefix.add(new Segment(segment.launch(), segment.tests().subList(0, taken)));
                }
                left -= taken;
            }
            return prefix;
        }
    }
}

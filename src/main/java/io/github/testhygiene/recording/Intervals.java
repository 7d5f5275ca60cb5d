package io.github.testhygiene.recording;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.recording.Mark.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose work falls between which two boundaries. Interval {@code k} lies between boundary {@code k} and the next one;
 * interval -1 lies before the first.
 */
final class Intervals {

    /**
     * What lies between two boundaries.
     *
     * @param owner whose work it is; null if that cannot be told
     * @param late whether the owner had ended already, so that only its other threads can have worked
     */
    record Interval(@Nullable Owner owner, boolean late) {

        private static final Interval NOBODYS = new Interval(null, false);
    }

    private final List<Interval> intervals = new ArrayList<>();
    private final Map<TestId, TestId> overlapped = new LinkedHashMap<>();
    private final Map<Integer, LaunchState> launches = new HashMap<>();
    private @Nullable TestId lastEnded;

    private Intervals() {}

    /**
     * Divides a run.
     *
     * @param marks its boundaries in order
     */
    static Intervals of(List<Mark> marks) {
        Intervals result = new Intervals();
        for (int k = 0; k < marks.size(); k++) {
            result.pass(marks.get(k).event());
            Event next = k + 1 < marks.size() ? marks.get(k + 1).event() : new Event.End();
            result.intervals.add(result.interval(next));
        }
        return result;
    }

    Interval get(int k) {
        return k < 0 || k >= intervals.size() ? Interval.NOBODYS : intervals.get(k);
    }

    int size() {
        return intervals.size();
    }

    /** The test that ran at the same time, itself if that is unknown; empty if none did. */
    Optional<TestId> overlapOf(TestId id) {
        return Optional.ofNullable(overlapped.get(id));
    }

    /** The last interval of each owner. */
    Map<Owner, Integer> ends() {
        Map<Owner, Integer> ends = new HashMap<>();
        for (int k = 0; k < intervals.size(); k++) {
            Owner owner = intervals.get(k).owner();
            if (owner != null) {
                ends.put(owner, k);
            }
        }
        return ends;
    }

    private void pass(Event event) {
        if (event instanceof Event.TestStarted started) {
            LaunchState state = state(started.launch());
            state.tests.add(started.id());
            state.testSeen();
        } else if (event instanceof Event.TestFinished finished) {
            state(finished.launch()).tests.remove(finished.id());
            lastEnded = finished.id();
        } else if (event instanceof Event.ClassStarted started) {
            state(started.launch()).classes.add(new OpenClass(started.className()));
        } else if (event instanceof Event.ClassFinished finished) {
            state(finished.launch()).close(finished.className());
        }
    }

    private Interval interval(Event next) {
        List<LaunchState> busy =
                launches.values().stream().filter(LaunchState::isBusy).toList();
        List<TestId> open = busy.stream().flatMap(state -> state.tests.stream()).toList();
        if (busy.size() > 1 || open.size() > 1 || busy.stream().anyMatch(LaunchState::runsClassesAtOnce)) {
            noteOverlap(open);
            return Interval.NOBODYS;
        }
        if (open.size() == 1) {
            return new Interval(new Owner.Test(open.get(0)), false);
        }
        if (!busy.isEmpty() && busy.get(0).runsFixtures(next)) {
            return new Interval(new Owner.Fixtures(busy.get(0).innermost().name), false);
        }
        return lastEnded == null ? Interval.NOBODYS : new Interval(new Owner.Test(lastEnded), true);
    }

    /**
     * A test that is alone overlaps with whatever another class or JVM does, even if that is between two tests. Then the
     * other has no name yet, and gets the one of the first test that is open besides this one.
     */
    private void noteOverlap(List<TestId> open) {
        for (TestId test : open) {
            TestId other =
                    open.stream().filter(each -> !each.equals(test)).findFirst().orElse(test);
            overlapped.merge(test, other, (known, next) -> known.equals(test) ? next : known);
        }
    }

    private LaunchState state(int launch) {
        return launches.computeIfAbsent(launch, unused -> new LaunchState());
    }

    /** A class that has started and not ended. */
    private static final class OpenClass {

        private final String name;
        private boolean testSeen;

        private OpenClass(String name) {
            this.name = name;
        }
    }

    /** What one test JVM is doing. */
    private static final class LaunchState {

        private final List<TestId> tests = new ArrayList<>();
        private final List<OpenClass> classes = new ArrayList<>();

        private boolean isBusy() {
            return !tests.isEmpty() || !classes.isEmpty();
        }

        private OpenClass innermost() {
            return classes.get(classes.size() - 1);
        }

        private void testSeen() {
            classes.forEach(open -> open.testSeen = true);
        }

        private void close(String className) {
            classes.removeIf(open -> open.name.equals(className));
        }

        /** Nested classes stand within each other; any others that are open together run in several threads. */
        private boolean runsClassesAtOnce() {
            String outer = classes.isEmpty() ? "" : classes.get(0).name;
            return classes.stream().skip(1).anyMatch(open -> !isNestedIn(open.name, outer));
        }

        private static boolean isNestedIn(String name, String outer) {
            return name.contains("$") || name.equals(outer);
        }

        private boolean closes(Event next) {
            return next instanceof Event.ClassFinished finished
                    && finished.className().equals(innermost().name);
        }

        /**
         * Between the start of a class and its first test its fixtures run, and between its last test and its end they do
         * again. Between two tests nothing does.
         */
        private boolean runsFixtures(Event next) {
            if (classes.isEmpty()) {
                return false;
            }
            return !innermost().testSeen || closes(next);
        }
    }
}

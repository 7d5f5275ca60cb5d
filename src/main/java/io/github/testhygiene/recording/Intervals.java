package io.github.testhygiene.recording;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.recording.BoundaryMark.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
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
    record Interval(@Nullable ChangeOwner owner, boolean late) {

        private static final Interval NOBODYS = new Interval(null, false);
    }

    private final List<Interval> intervals = new ArrayList<>();
    private final Map<ChangeOwner, String> overlapped = new LinkedHashMap<>();
    private final Set<ChangeOwner> namedByTest = new HashSet<>();
    private final Map<Integer, LaunchState> launches = new HashMap<>();
    private final Map<Integer, LaunchState> busy = new TreeMap<>();

    private Intervals() {}

    /**
     * Divides a run.
     *
     * @param marks its boundaries in order
     */
    static Intervals of(List<BoundaryMark> marks) {
        Intervals result = new Intervals();
        for (BoundaryMark mark : marks) {
            if (mark.event() instanceof Event.OfLaunch event) {
                result.state(event.launch()).expect(event);
            }
        }
        for (BoundaryMark mark : marks) {
            if (mark.event() instanceof Event.OfLaunch event) {
                result.pass(event.launch());
            }
            result.intervals.add(result.interval());
        }
        return result;
    }

    Interval get(int k) {
        return k < 0 || k >= intervals.size() ? Interval.NOBODYS : intervals.get(k);
    }

    int size() {
        return intervals.size();
    }

    /** What else ran at the same time, in words; empty if nothing did. */
    Optional<String> overlapOf(ChangeOwner owner) {
        return Optional.ofNullable(overlapped.get(owner));
    }

    /** The last interval of each owner. */
    Map<ChangeOwner, Integer> ends() {
        Map<ChangeOwner, Integer> ends = new HashMap<>();
        for (int k = 0; k < intervals.size(); k++) {
            ChangeOwner owner = intervals.get(k).owner();
            if (owner != null) {
                ends.put(owner, k);
            }
        }
        return ends;
    }

    private void pass(int launch) {
        LaunchState state = state(launch);
        state.pass();
        if (state.isBusy()) {
            busy.put(launch, state);
        } else {
            busy.remove(launch);
        }
    }

    private Interval interval() {
        if (busy.isEmpty()) {
            return Interval.NOBODYS;
        }
        if (busy.size() > 1 || busy.values().stream().anyMatch(LaunchState::runsAtOnce)) {
            busy.values().forEach(this::noteOverlap);
            return Interval.NOBODYS;
        }
        LaunchState only = busy.values().iterator().next();
        if (!only.tests().isEmpty()) {
            return new Interval(new ChangeOwner.Test(only.tests().get(0)), false);
        }
        String fixtures = only.fixtures();
        if (fixtures != null) {
            return new Interval(new ChangeOwner.Fixtures(fixtures), false);
        }
        TestId last = only.lastEnded();
        return last == null ? Interval.NOBODYS : new Interval(new ChangeOwner.Test(last), true);
    }

    /** A test that is alone in its JVM overlaps with whatever another JVM does, even if that is between two tests. */
    private void noteOverlap(LaunchState state) {
        for (TestId test : state.tests()) {
            ChangeOwner owner = new ChangeOwner.Test(test);
            // The first stretch may lie before the other's start, when nothing but its class had been heard of.
            if (!namedByTest.contains(owner)) {
                Optional<String> other = otherTest(test);
                overlapped.put(owner, other.orElseGet(() -> otherFixtures(state)));
                other.ifPresent(name -> namedByTest.add(owner));
            }
        }
        String fixtures = state.fixtures();
        // In several threads, nobody knows whose fixtures run.
        List<String> running = state.runsAtOnce() && state.classes().size() > 1
                ? state.classes()
                : Stream.ofNullable(fixtures).toList();
        for (String className : running) {
            overlapped.putIfAbsent(new ChangeOwner.Fixtures(className), "other tests");
        }
    }

    private Optional<String> otherTest(TestId test) {
        return busy.values().stream()
                .flatMap(each -> each.tests().stream())
                .filter(each -> !each.equals(test))
                .map(TestId::value)
                .findFirst();
    }

    private String otherFixtures(LaunchState state) {
        return busy.values().stream()
                .filter(each -> each != state)
                .flatMap(each -> each.classes().stream())
                .findFirst()
                .map(name -> "fixtures of " + name)
                .orElse("another test");
    }

    private LaunchState state(int launch) {
        return launches.computeIfAbsent(launch, unused -> new LaunchState());
    }
}

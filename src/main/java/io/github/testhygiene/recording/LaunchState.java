package io.github.testhygiene.recording;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.recording.BoundaryMark.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one test JVM is doing, at each boundary of the run in turn. */
final class LaunchState {

    private final Deque<Event.OfLaunch> coming = new ArrayDeque<>();
    private final List<TestId> tests = new ArrayList<>();
    private final List<OpenClass> classes = new ArrayList<>();
    private boolean knowsTestsOutsideClasses;
    private @Nullable TestId lastEnded;

    /** A class that has started and not ended. */
    private static final class OpenClass {

        private final String name;
        private boolean testSeen;

        private OpenClass(String name) {
            this.name = name;
        }
    }

    /** Is told of all events of this JVM in order, before the first is passed. */
    void expect(Event.OfLaunch event) {
        coming.add(event);
    }

    /** Passes the next event. */
    void pass() {
        Event.OfLaunch event = coming.remove();
        if (event instanceof Event.TestStarted started) {
            tests.add(started.id());
            classes.forEach(open -> open.testSeen = true);
            knowsTestsOutsideClasses |= classes.isEmpty();
        } else if (event instanceof Event.TestFinished finished) {
            tests.remove(finished.id());
            lastEnded = finished.id();
        } else if (event instanceof Event.ClassStarted started) {
            classes.add(new OpenClass(started.className()));
        } else if (event instanceof Event.ClassFinished finished) {
            classes.removeIf(open -> open.name.equals(finished.className()));
            forgetLastIfOutsideClasses();
        } else if (event instanceof Event.LaunchEnded) {
            tests.clear();
            classes.clear();
            knowsTestsOutsideClasses = false;
            lastEnded = null;
        }
    }

    /** Between two classes, much else than the last test's threads may be at work: what was opened for several classes. */
    private void forgetLastIfOutsideClasses() {
        if (classes.isEmpty()) {
            lastEnded = null;
        }
    }

    /** Whether it may be working: JVMs without classes tell nothing of their fixtures. */
    boolean isBusy() {
        return !tests.isEmpty() || !classes.isEmpty() || knowsTestsOutsideClasses;
    }

    /** The tests that have started and not ended. */
    List<TestId> tests() {
        return List.copyOf(tests);
    }

    /** The classes that have started and not ended. */
    List<String> classes() {
        return classes.stream().map(open -> open.name).toList();
    }

    /**
     * The class whose fixtures run, if no test does: they do between the start of a class and its first test, and between
     * its last test and its end, or that of a JVM that never came to it. Null if none do.
     */
    @Nullable
    String fixtures() {
        if (classes.isEmpty() || !tests.isEmpty()) {
            return null;
        }
        OpenClass innermost = classes.get(classes.size() - 1);
        Event.OfLaunch next = coming.peek();
        boolean closes = next == null
                || next instanceof Event.LaunchEnded
                || (next instanceof Event.ClassFinished finished
                        && finished.className().equals(innermost.name));
        return !innermost.testSeen || closes ? innermost.name : null;
    }

    /** The test after which the next one has not yet started; null at the JVM's end, when it takes down much else. */
    @Nullable
    TestId lastEnded() {
        Event.OfLaunch next = coming.peek();
        return next == null || next instanceof Event.LaunchEnded ? null : lastEnded;
    }

    /** Nested classes stand within each other; any others that are open together run in several threads. */
    boolean runsAtOnce() {
        String outer = classes.isEmpty() ? "" : classes.get(0).name;
        return tests.size() > 1 || classes.stream().skip(1).anyMatch(open -> !isNestedIn(open.name, outer));
    }

    /** A nested class may be inherited, and is then named after another class. */
    private static boolean isNestedIn(String name, String outer) {
        return name.contains("$") || name.equals(outer);
    }
}

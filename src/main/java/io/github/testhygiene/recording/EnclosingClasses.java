package io.github.testhygiene.recording;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.recording.BoundaryMark.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells within which classes each test ran. */
final class EnclosingClasses {

    private EnclosingClasses() {}

    /** The classes that were open when each test started; tests of engines without classes are missing. */
    static Map<TestId, List<String>> of(List<BoundaryMark> marks) {
        Map<TestId, List<String>> classes = new HashMap<>();
        Map<Integer, Deque<String>> open = new HashMap<>();
        for (BoundaryMark mark : marks) {
            Event event = mark.event();
            if (event instanceof Event.ClassStarted started) {
                open.computeIfAbsent(started.launch(), launch -> new ArrayDeque<>())
                        .push(started.className());
            } else if (event instanceof Event.ClassFinished finished) {
                open.computeIfAbsent(finished.launch(), launch -> new ArrayDeque<>())
                        .remove(finished.className());
            } else if (event instanceof Event.LaunchEnded ended) {
                open.remove(ended.launch());
            } else if (event instanceof Event.TestStarted started) {
                Deque<String> classesOfLaunch = open.getOrDefault(started.launch(), new ArrayDeque<>());
                if (!classesOfLaunch.isEmpty()) {
                    classes.put(started.id(), List.copyOf(classesOfLaunch));
                }
            }
        }
        return classes;
    }
}

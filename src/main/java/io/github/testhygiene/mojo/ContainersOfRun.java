package io.github.testhygiene.mojo;

import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.postgres.ContainerEvents;
import io.github.testhygiene.postgres.ContainerStart;
import io.github.testhygiene.recording.TestSpan;
import io.github.testhygiene.timing.StartedContainers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the containers that were started while the tests ran. */
final class ContainersOfRun {

    private static final String LIBRARY = "testcontainers";

    private ContainersOfRun() {}

    /** Asks the engine only if the tests' class path holds what could start containers. */
    static StartedContainers of(Recording recording, List<TestSpan> spans) {
        if (spans.isEmpty() || !mayStartContainers(recording)) {
            return StartedContainers.NONE;
        }
        Instant from = recording.startedAt();
        return assigned(ContainerEvents.startedWhereEngineAnswers(from, from.plus(recording.duration())), spans);
    }

    private static boolean mayStartContainers(Recording recording) {
        return recording.launches().stream()
                .filter(launch -> launch.recipe() != null)
                .anyMatch(launch -> launch.recipe().classPath().stream().anyMatch(entry -> entry.contains(LIBRARY)));
    }

    /** A start belongs to the test that ran, if only one did. */
    static StartedContainers assigned(List<ContainerStart> starts, List<TestSpan> spans) {
        Map<TestId, List<String>> byTest = new HashMap<>();
        List<String> others = new ArrayList<>();
        for (ContainerStart start : starts) {
            List<TestId> running = spans.stream()
                    .filter(span ->
                            !start.at().isBefore(span.from()) && start.at().isBefore(span.to()))
                    .map(TestSpan::id)
                    .distinct()
                    .toList();
            if (running.size() == 1) {
                byTest.computeIfAbsent(running.get(0), id -> new ArrayList<>()).add(start.image());
            } else {
                others.add(start.image());
            }
        }
        return new StartedContainers(byTest, others);
    }
}

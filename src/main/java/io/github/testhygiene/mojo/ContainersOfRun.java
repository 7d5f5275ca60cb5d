package io.github.testhygiene.mojo;

import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.postgres.ContainerEvents;
import io.github.testhygiene.postgres.ContainerStart;
import io.github.testhygiene.postgres.ContainersByTest;
import io.github.testhygiene.postgres.TestSpan;
import io.github.testhygiene.timing.StartedContainers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        ContainersByTest containers = ContainersByTest.of(
                ContainerEvents.startedWhereEngineAnswers(from, from.plus(recording.duration())), spans);
        Map<TestId, List<String>> byTest = new HashMap<>();
        containers.byTest().forEach((id, starts) -> byTest.put(id, images(starts)));
        return new StartedContainers(byTest, images(containers.others()));
    }

    private static boolean mayStartContainers(Recording recording) {
        return recording.launches().stream()
                .map(Recording.RecordedLaunch::recipe)
                .filter(Objects::nonNull)
                .map(LaunchRecipe::classPath)
                .flatMap(List::stream)
                .anyMatch(entry -> entry.contains(LIBRARY));
    }

    private static List<String> images(List<ContainerStart> starts) {
        return starts.stream().map(ContainerStart::image).toList();
    }
}

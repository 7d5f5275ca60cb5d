package io.github.testhygiene.check;

import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.postgres.server.ContainerEvents;
import io.github.testhygiene.postgres.server.ContainerStart;
import io.github.testhygiene.postgres.server.ContainersByTest;
import io.github.testhygiene.postgres.server.TestSpan;
import io.github.testhygiene.timing.StartedContainers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the containers that the tests' JVMs started while the tests ran. */
public final class StartedContainerSearch {

    private StartedContainerSearch() {}

    /** Asks the engine only if a test JVM used Testcontainers: no other container can be linked to it. */
    public static StartedContainers find(Recording recording, List<TestSpan> spans) {
        Set<String> sessions = recording.launches().stream()
                .flatMap(launch -> launch.containerSessions().stream())
                .collect(Collectors.toSet());
        if (spans.isEmpty() || sessions.isEmpty()) {
            return StartedContainers.NONE;
        }
        Instant from = recording.startedAt();
        ContainersByTest containers = ContainersByTest.of(
                ContainerEvents.startedWhereEngineAnswers(from, from.plus(recording.duration()), sessions), spans);
        Map<TestId, List<String>> byTest = new HashMap<>();
        containers.byTest().forEach((id, starts) -> byTest.put(id, images(starts)));
        return new StartedContainers(byTest, images(containers.others()));
    }

    private static List<String> images(List<ContainerStart> starts) {
        return starts.stream().map(ContainerStart::image).toList();
    }
}

package io.github.testhygiene.postgres.server;

import io.github.testhygiene.model.TestId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Containers, and the tests that started them as far as the time tells.
 *
 * @param byTest those that were started while one test ran and no other, in the order of their starts; tests that
 *     started none are missing
 * @param others those that were started while no test ran, or several
 */
public record ContainersByTest(Map<TestId, List<ContainerStart>> byTest, List<ContainerStart> others) {

    /** Copies the collections. */
    public ContainersByTest {
        Map<TestId, List<ContainerStart>> copy = new HashMap<>();
        byTest.forEach((id, starts) -> copy.put(id, List.copyOf(starts)));
        byTest = Map.copyOf(copy);
        others = List.copyOf(others);
    }

    /**
     * Finds the test for each start.
     *
     * @param starts containers that were started
     * @param spans when the tests ran
     * @return each container once
     */
    public static ContainersByTest of(List<ContainerStart> starts, List<TestSpan> spans) {
        Map<TestId, List<ContainerStart>> byTest = new HashMap<>();
        List<ContainerStart> others = new ArrayList<>();
        starts.stream()
                .sorted(Comparator.comparing(ContainerStart::at).thenComparing(ContainerStart::id))
                .forEach(start -> {
                    List<TestSpan> running = spans.stream()
                            .filter(span -> span.contains(start.at()))
                            .toList();
                    (running.size() == 1
                                    ? byTest.computeIfAbsent(running.get(0).id(), id -> new ArrayList<>())
                                    : others)
                            .add(start);
                });
        return new ContainersByTest(byTest, others);
    }
}

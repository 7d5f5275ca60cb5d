package io.github.testhygiene.timing;

import io.github.testhygiene.model.TestId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The containers that were started while the reference run went on.
 *
 * @param byTest the images of those that were started while one test ran and no other; tests that started none are
 *     missing
 * @param others the images of those that were started between tests, as by the fixtures of a class, or while several
 *     tests ran
 */
public record StartedContainers(Map<TestId, List<String>> byTest, List<String> others) {

    /** None were started, or no engine could be asked. */
    public static final StartedContainers NONE = new StartedContainers(Map.of(), List.of());

    /** Copies the collections. */
    public StartedContainers {
        Map<TestId, List<String>> copy = new HashMap<>();
        byTest.forEach((id, images) -> copy.put(id, List.copyOf(images)));
        byTest = Map.copyOf(copy);
        others = List.copyOf(others);
    }

    /**
     * The images of all of them, those that a test started first.
     *
     * @return one for each container
     */
    public List<String> images() {
        return Stream.concat(byTest.values().stream().flatMap(List::stream), others.stream())
                .toList();
    }
}

package io.github.testhygiene.timing;

import io.github.testhygiene.model.TestId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
}

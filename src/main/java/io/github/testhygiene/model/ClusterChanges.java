package io.github.testhygiene.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What tests left on the server outside their database.
 *
 * @param byTest what runs of one test alone left
 * @param byRun what the reference run left
 */
public record ClusterChanges(Map<TestId, List<ClusterChange>> byTest, List<ClusterChange> byRun) {

    /** Nothing was seen to be left. */
    public static final ClusterChanges NONE = new ClusterChanges(Map.of(), List.of());

    /** Copies both. */
    public ClusterChanges {
        byTest = Map.copyOf(byTest);
        byRun = List.copyOf(byRun);
    }

    /**
     * What the reference run left and no run of one test alone did.
     *
     * @return in the order in which it was found
     */
    public List<ClusterChange> ofNoTest() {
        Set<ClusterChange> left = new LinkedHashSet<>(byRun);
        byTest.values().forEach(left::removeAll);
        return List.copyOf(left);
    }
}

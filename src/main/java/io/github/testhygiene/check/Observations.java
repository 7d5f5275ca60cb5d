package io.github.testhygiene.check;

import io.github.testhygiene.model.BodyStatements;
import io.github.testhygiene.model.ClusterChanges;
import io.github.testhygiene.model.LeftFiles;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.timing.StartedContainers;
import java.util.List;
import java.util.Map;

/**
 * What was seen besides runs and recording.
 *
 * @param bodies what tests' own methods asked of the database, in their alone runs
 * @param cluster what tests left on the server outside their database
 * @param containers the containers that were started during the reference run
 * @param leftFiles what tests are proven to leave outside the build directory
 */
public record Observations(
        Map<TestId, BodyStatements> bodies,
        ClusterChanges cluster,
        StartedContainers containers,
        List<LeftFiles> leftFiles) {

    /** Nothing was seen. */
    static final Observations NONE = new Observations(Map.of(), ClusterChanges.NONE, StartedContainers.NONE, List.of());

    /** Copies the collections. */
    public Observations {
        bodies = Map.copyOf(bodies);
        leftFiles = List.copyOf(leftFiles);
    }
}

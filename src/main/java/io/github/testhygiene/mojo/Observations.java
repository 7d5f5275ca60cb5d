package io.github.testhygiene.mojo;

import io.github.testhygiene.model.BodyStatements;
import io.github.testhygiene.model.ClusterChanges;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.timing.StartedContainers;
import java.util.Map;

/**
 * What was seen besides runs and recording.
 *
 * @param bodies what tests' own methods asked of the database, in their alone runs
 * @param cluster what tests left on the server outside their database
 * @param containers the containers that were started during the reference run
 */
record Observations(Map<TestId, BodyStatements> bodies, ClusterChanges cluster, StartedContainers containers) {

    /** Nothing was seen. */
    static final Observations NONE = new Observations(Map.of(), ClusterChanges.NONE, StartedContainers.NONE);

    Observations {
        bodies = Map.copyOf(bodies);
    }
}

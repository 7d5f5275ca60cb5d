package io.github.testhygiene.wire;

import io.github.testhygiene.model.TestId;
import java.util.List;
import java.util.Set;

/**
 * What a re-run's JVM does otherwise than the user's.
 *
 * @param rounds how often it executes its tests, one round after the other: 1 or 2
 * @param fixturesOnly tests that are not executed, though the class-level fixtures around them are
 * @param observed whether to tell what the tests left in the JVM
 * @param projectFolders absolute paths: whatever stands on the class path below them is the project's own
 */
public record RerunOptions(int rounds, Set<TestId> fixturesOnly, boolean observed, List<String> projectFolders) {

    /** As the user does it. */
    public static final RerunOptions NONE = new RerunOptions(1, Set.of(), false, List.of());

    /** Checks the number of rounds. */
    public RerunOptions {
        if (rounds < 1 || rounds > 2) {
            throw new IllegalArgumentException("1 or 2 rounds: " + rounds);
        }
        fixturesOnly = Set.copyOf(fixturesOnly);
        projectFolders = List.copyOf(projectFolders);
    }
}

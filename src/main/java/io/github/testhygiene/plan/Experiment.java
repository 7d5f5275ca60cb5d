package io.github.testhygiene.plan;

import io.github.testhygiene.model.TestId;
import java.util.Set;

/**
 * What is done otherwise in a run than in the user's.
 *
 * @param rounds how often each JVM executes its tests: 1, or 2 for all of them and then all of them again
 * @param ownDatabases whether every JVM gets a clone of its own, and not all of them the same one; their temporary folder
 *     stays the same
 * @param fixturesOnly tests that are not executed themselves, though the class-level fixtures around them are; not the
 *     last test
 * @param observed whether to look at what the run leaves in its JVM, among the files, and listening
 */
public record Experiment(int rounds, boolean ownDatabases, Set<TestId> fixturesOnly, boolean observed) {

    /** As the user does it. */
    public static final Experiment NONE = new Experiment(1, false, Set.of(), false);

    /** Everything twice. */
    public static final Experiment TWICE = new Experiment(2, false, Set.of(), false);

    /** A clone for every JVM. */
    public static final Experiment OWN_DATABASES = new Experiment(1, true, Set.of(), false);

    /** With a look at what is left. */
    public static final Experiment OBSERVED = new Experiment(1, false, Set.of(), true);

    /** Checks the number of rounds. */
    public Experiment {
        if (rounds < 1 || rounds > 2) {
            throw new IllegalArgumentException("1 or 2 rounds: " + rounds);
        }
        fixturesOnly = Set.copyOf(fixturesOnly);
    }

    /**
     * Class-level fixtures alone.
     *
     * @param tests the tests that are left out, but for the fixtures around them
     * @return the experiment
     */
    public static Experiment fixturesOnly(Set<TestId> tests) {
        return new Experiment(1, false, tests, false);
    }
}

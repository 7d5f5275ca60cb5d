package io.github.testhygiene.model;

import java.util.List;

/**
 * In what kind of JVM the re-runs were made.
 *
 * @param fast how many were made in JVMs that start sooner than the user's own
 * @param plain how many were made in JVMs that are launched as the user's own, those that repeat a fast one among them
 * @param repeated how many did not pass in a fast JVM, so that a plain one was asked, whose word counts
 * @param plainClasses the classes with a test that passed in a plain JVM only, which are run in plain ones since; sorted
 */
public record ForkUse(int fast, int plain, int repeated, List<String> plainClasses) {

    /** Checks the numbers, and sorts a copy of the list. */
    public ForkUse {
        if (fast < 0 || plain < 0 || repeated < 0 || repeated > Math.min(fast, plain)) {
            throw new IllegalArgumentException(fast + " fast, " + plain + " plain, " + repeated + " repeated");
        }
        plainClasses = plainClasses.stream().sorted().toList();
    }

    /**
     * The same among more runs, all the others of which were made in plain JVMs.
     *
     * @param runs how many re-runs there were; at least as many as are counted here
     * @return with more plain ones
     */
    public ForkUse among(int runs) {
        return new ForkUse(fast, runs - fast + repeated, repeated, plainClasses);
    }
}

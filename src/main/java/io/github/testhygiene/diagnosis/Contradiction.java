package io.github.testhygiene.diagnosis;

/** The very same run ended in two ways: the suspect is flaky, and nobody is accused. */
final class Contradiction extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A contradiction.
     *
     * @param run which run, in words: "after OrderIT.counts"
     * @param failed in how many of these runs the suspect failed
     * @param passed in how many it passed
     */
    Contradiction(String run, int failed, int passed) {
        super(run + ", " + WilsonInterval.ofFailures(failed, failed + passed), null, false, false);
    }

    /** For example {@code after OrderIT.counts, 2 of 3 runs failed}. */
    String reason() {
        return String.valueOf(getMessage());
    }
}

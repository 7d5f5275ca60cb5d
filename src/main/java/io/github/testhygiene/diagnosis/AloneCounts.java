package io.github.testhygiene.diagnosis;

/**
 * How a test ended in its alone runs.
 *
 * @param passed in how many it passed; not negative
 * @param failed in how many it failed; not negative
 */
public record AloneCounts(int passed, int failed) {

    /** No alone run is known. */
    public static final AloneCounts NONE = new AloneCounts(0, 0);

    /** Checks the counts. */
    public AloneCounts {
        if (passed < 0 || failed < 0) {
            throw new IllegalArgumentException("passed " + passed + ", failed " + failed);
        }
    }

    /**
     * The passes in words.
     *
     * @return for example {@code " (3 of 3)"}; empty if there was no run
     */
    String passes() {
        return counted(passed);
    }

    /**
     * The failures in words.
     *
     * @return for example {@code " (3 of 3)"}; empty if there was no run
     */
    String failures() {
        return counted(failed);
    }

    private String counted(int those) {
        int all = passed + failed;
        return all == 0 ? "" : " (" + those + " of " + all + ")";
    }
}

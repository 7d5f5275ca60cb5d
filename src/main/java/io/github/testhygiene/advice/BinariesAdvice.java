package io.github.testhygiene.advice;

import io.github.testhygiene.model.Problem;

/** What to say when PostgreSQL's binaries are missing. */
public final class BinariesAdvice {

    private BinariesAdvice() {}

    /**
     * Maven cannot resolve them.
     *
     * @param artifact their coordinates
     * @param reason what Maven says
     * @param offline whether the build is offline
     * @return the problem
     */
    public static Problem notResolved(String artifact, String reason, boolean offline) {
        String fix = offline
                ? "Run once without --offline, so that Maven can download it; or use <database>external</database>."
                : "Check the repository or its mirror; or choose <database>container</database> or"
                        + " <database>external</database> (-Dtest-hygiene.database).";
        return new Problem("PostgreSQL's binaries " + artifact + " cannot be had: " + reason, fix);
    }
}

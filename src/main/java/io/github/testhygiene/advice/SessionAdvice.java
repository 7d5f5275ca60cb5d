package io.github.testhygiene.advice;

import io.github.testhygiene.model.Problem;

/** What to say when what the goals of one Maven session share cannot be used. */
public final class SessionAdvice {

    private SessionAdvice() {}

    /**
     * Something was to be started while the build was being interrupted.
     *
     * @return the problem
     */
    public static Problem buildIsEnding() {
        return new Problem("The build is ending, so nothing more is started.", "Run mvn verify again.");
    }

    /**
     * A module waited for the server that another one was starting.
     *
     * @param minutes how long it waited
     * @return the problem
     */
    public static Problem serverNotShared(long minutes) {
        return new Problem(
                "Another module of this build has been starting the PostgreSQL server for " + minutes
                        + " minutes, which is the limit.",
                "Look in the log for what that module waits for; a slow download of an image ends sooner after"
                        + " \"docker pull\" before the build.");
    }
}

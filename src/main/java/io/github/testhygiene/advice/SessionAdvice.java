package io.github.testhygiene.advice;

import io.github.testhygiene.model.Problem;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

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

    /**
     * A goal stopped on an error that nobody foresaw: a defect of the plugin.
     *
     * @param goal what was being done, by its name
     * @param error the exception's class and message
     * @param report the page of the report, as far as it is; null if this build has written none
     * @return the problem
     */
    public static Problem unexpected(String goal, String error, @Nullable Path report) {
        return new Problem(
                "The goal " + goal + " stopped on an error that is a defect of this plugin, not of your tests: " + error
                        + "." + (report == null ? "" : " The report is as far as it is in " + report + "."),
                "Run mvn verify -e and report the stack trace to the plugin's developers; until then,"
                        + " -Dtest-hygiene.skip leaves the plugin out.");
    }
}

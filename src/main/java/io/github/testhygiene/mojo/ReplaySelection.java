package io.github.testhygiene.mojo;

import io.github.testhygiene.advice.ReplayAdvice;
import io.github.testhygiene.maven.FailsafeExecution;
import io.github.testhygiene.model.ProblemException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * Has failsafe execute no more than what has to be recorded for a replay.
 *
 * @param project the module, as its forked lifecycle sees it
 * @param session the build
 */
record ReplaySelection(MavenProject project, MavenSession session) {

    /** The property that says what to replay. */
    static final String PROPERTY = "test-hygiene.replay";

    private static final String TEST = "it.test";

    /** Whether this build was called to replay something. */
    static boolean isAsked(MavenSession session) {
        return session.getGoals().stream().anyMatch(goal -> goal.matches(".*:replay(@.*)?"));
    }

    /** What it was called to replay. */
    String asked() {
        String asked = session.getUserProperties().getProperty(PROPERTY, "");
        if (asked.isBlank()) {
            throw new ProblemException(ReplayAdvice.nothingAsked());
        }
        return asked.strip();
    }

    /** Has failsafe execute nothing. */
    void skipTests() {
        project.getProperties().setProperty("skipITs", "true");
    }

    /**
     * Has failsafe execute some classes only. Of several executions each has its own tests, which {@code it.test} would give
     * to all of them; a user's own choice stays.
     *
     * @param classes their names; none if everything is to be executed
     */
    void select(Set<String> classes) {
        Properties properties = project.getProperties();
        boolean chosen = properties.containsKey(TEST)
                || session.getUserProperties().containsKey(TEST)
                || session.getSystemProperties().containsKey(TEST);
        if (classes.isEmpty() || chosen || FailsafeExecution.count(project) != 1) {
            return;
        }
        properties.setProperty(TEST, String.join(",", classes));
        for (String name : List.of("failsafe.failIfNoSpecifiedTests", "it.failIfNoSpecifiedTests")) {
            properties.putIfAbsent(name, "false");
        }
    }
}

package io.github.testhygiene.mojo;

import io.github.testhygiene.advice.ReplayAdvice;
import io.github.testhygiene.maven.FailsafeExecution;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.report.ReportJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * Looks up what is to be replayed before the tests run, so that failsafe executes no more than what has to be recorded.
 *
 * @param project the module, as its forked lifecycle sees it
 * @param session the build
 * @param board is told what the module knows
 */
record ReplayPreparation(MavenProject project, MavenSession session, ReplayBoard board) {

    /** The property that says what to replay. */
    static final String PROPERTY = "test-hygiene.replay";

    private static final String TEST = "it.test";

    /** Whether this build was called to replay something. */
    static boolean isAsked(MavenSession session) {
        return session.getGoals().stream().anyMatch(goal -> goal.matches(".*:replay(@.*)?"));
    }

    /** What it was called to replay. */
    static String asked(MavenSession session) {
        String asked = session.getUserProperties().getProperty(PROPERTY, "");
        if (asked.isBlank()) {
            throw new ProblemException(ReplayAdvice.nothingAsked());
        }
        return asked.strip();
    }

    /**
     * Prepares one module.
     *
     * @param module its key
     * @param settings its settings
     * @param folder of its reports
     * @return false if it does not know what is asked for; then its tests are skipped
     */
    boolean prepare(String module, CheckSettings settings, Path folder) {
        String asked = asked(session);
        Path file = folder.resolve("report.json");
        if (!Files.exists(file)) {
            board.noReport(module, file);
            return skipTests();
        }
        ReplayLookup lookup = new ReplayLookup(read(file));
        Optional<ReplayScenario> scenario = lookup.find(asked);
        if (scenario.isEmpty()) {
            board.unknown(module, lookup.near(asked));
            return skipTests();
        }
        board.known(module, new ReplayBoard.Plan(scenario.get(), settings));
        select(scenario.get().classes());
        return true;
    }

    private static HygieneReport read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new ReportJson().read(in);
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(ReplayAdvice.unreadableReport(file, String.valueOf(e.getMessage())), e);
        }
    }

    private boolean skipTests() {
        project.getProperties().setProperty("skipITs", "true");
        return false;
    }

    /**
     * Of several executions each has its own tests, which {@code it.test} would give to all of them; a user's own choice
     * stays.
     */
    private void select(Set<String> classes) {
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

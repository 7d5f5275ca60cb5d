package io.github.testhygiene.replay;

import io.github.testhygiene.advice.ReplayAdvice;
import io.github.testhygiene.check.CheckSettings;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.report.ReportJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Looks up what is to be replayed before the tests run, so that failsafe executes no more than what has to be recorded.
 *
 * @param asked a test, a fingerprint, a list of tests, or a run, as the user has written it
 * @param board where what a module knows is noted
 */
public record ReplayPreparation(String asked, ReplayHandover board) {

    /**
     * Prepares one module.
     *
     * @param module its key
     * @param settings its settings
     * @param folder of its reports
     * @return the classes whose tests have to be recorded, or none if all have; empty if the module does not know what is
     *     asked for, so that its tests are to be skipped
     * @throws ProblemException if its report cannot be read
     */
    public Optional<Set<String>> prepare(String module, CheckSettings settings, Path folder) {
        Path file = folder.resolve(ReportJson.FILE);
        if (!Files.exists(file)) {
            board.noReport(module, file);
            return Optional.empty();
        }
        ReplayLookup lookup = new ReplayLookup(read(file));
        Optional<ReplayScenario> scenario = lookup.find(asked);
        if (scenario.isEmpty()) {
            board.unknown(module, lookup.near(asked));
            return Optional.empty();
        }
        board.known(module, new ReplayHandover.Plan(scenario.get(), settings));
        return Optional.of(scenario.get().classes());
    }

    private static HygieneReport read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new ReportJson().read(in);
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(ReplayAdvice.unreadableReport(file, String.valueOf(e.getMessage())), e);
        }
    }
}

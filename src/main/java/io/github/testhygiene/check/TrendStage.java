package io.github.testhygiene.check;

import io.github.testhygiene.advice.TrendAdvice;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.Trend;
import io.github.testhygiene.report.HistoryFile;
import io.github.testhygiene.report.ReportJson;
import io.github.testhygiene.report.trend.BuildScope;
import io.github.testhygiene.report.trend.Comparison;
import io.github.testhygiene.report.trend.EarlierState;
import io.github.testhygiene.report.trend.History;
import io.github.testhygiene.report.trend.ModuleHistory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares a report with an earlier one, and keeps it for the next build. Whatever is wrong with the files, the report
 * is made; only what has changed is missing then.
 */
public final class TrendStage {

    private final @Nullable HistoryFile file;
    private final @Nullable Path previousReport;
    private final BuildScope looked;
    private final Consumer<String> info;
    private final Consumer<String> warn;
    private @Nullable History history;
    private @Nullable String broken;

    /**
     * For one module.
     *
     * @param history the file that keeps what earlier builds found; null if there is none
     * @param previousReport a report that wins over it; null if none is named
     * @param looked what this build inspected
     * @param info takes a line that is no fault
     * @param warn takes what is wrong with the files
     */
    public TrendStage(
            @Nullable Path history,
            @Nullable Path previousReport,
            BuildScope looked,
            Consumer<String> info,
            Consumer<String> warn) {
        this.file = history == null ? null : new HistoryFile(history);
        this.previousReport = previousReport;
        this.looked = looked;
        this.info = info;
        this.warn = warn;
    }

    /** The report, compared with the one that the user names, or else with the last one of the history. */
    public HygieneReport compared(HygieneReport report) {
        if (file != null) {
            history = history(file);
        }
        Optional<EarlierState> earlier =
                previousReport == null ? latest(report) : previous(previousReport, report.project());
        return report.withTrend(
                earlier.map(state -> Comparison.compare(report, state, looked)).orElse(null));
    }

    private Optional<EarlierState> latest(HygieneReport report) {
        return history == null ? Optional.empty() : history.of(report.project()).latest();
    }

    /** The history; null if it is there and cannot be had, so that it must not be written either. */
    private @Nullable History history(HistoryFile kept) {
        try {
            return kept.read();
        } catch (HistoryFile.NoHistory e) {
            broken = String.valueOf(e.getMessage());
            return History.NONE;
        } catch (IOException e) {
            warn(TrendAdvice.unreadableHistory(kept.path(), reason(e)));
            return null;
        }
    }

    /** Whether the history can be written now. */
    private boolean putAside(HistoryFile kept) {
        if (broken == null) {
            return true;
        }
        try {
            warn(TrendAdvice.brokenHistory(kept.path(), kept.putAside(), broken));
            return true;
        } catch (IOException e) {
            warn(TrendAdvice.unreadableHistory(kept.path(), broken + "; nor could it be put aside: " + reason(e)));
            return false;
        }
    }

    private Optional<EarlierState> previous(Path path, HygieneReport.Project project) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            HygieneReport report = new ReportJson().read(in);
            String expected = name(project);
            if (!name(report.project()).equals(expected)) {
                warn(TrendAdvice.reportOfAnotherProject(path, name(report.project()), expected));
                return Optional.empty();
            }
            return Optional.of(EarlierState.of(report));
        } catch (NoSuchFileException e) {
            warn(TrendAdvice.noPreviousReport(path));
        } catch (IOException | UncheckedIOException e) {
            warn(TrendAdvice.unreadablePreviousReport(path, reason(e)));
        }
        return Optional.empty();
    }

    /** Keeps the report for the next build; to be called when it has been written. */
    public void remember(HygieneReport report) {
        if (file == null || history == null) {
            return;
        }
        if (!looked.isWhole()) {
            info.accept("The history is left as it is, since only a part of the tests or checks was asked for.");
            return;
        }
        if (!putAside(file)) {
            return;
        }
        ModuleHistory before = history.of(report.project());
        List<Finding> unseen = before
                .latest()
                .map(state -> Comparison.compare(report, state, looked))
                .map(Trend::unknown)
                .orElse(List.of())
                .stream()
                .filter(finding -> looked.ruleIsOn().test(finding.rule()))
                .toList();
        try {
            file.write(history.with(report.project(), before.with(report, unseen)));
        } catch (IOException e) {
            warn(TrendAdvice.unwritableHistory(file.path(), reason(e)));
        }
    }

    private void warn(Problem problem) {
        warn.accept(problem.text());
    }

    private static String name(HygieneReport.Project project) {
        return project.groupId() + ":" + project.artifactId();
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}

package io.github.testhygiene.report;

import io.github.testhygiene.fixture.Fuzzing;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.report.trend.EarlierState;
import io.github.testhygiene.report.trend.History;
import io.github.testhygiene.report.trend.ModuleHistory;
import io.github.testhygiene.selection.LastReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged report of an earlier build is refused, and a damaged history is put aside. */
class ReportFuzzTest {

    @TempDir
    private Path folder;

    @Test
    void aDamagedReportIsReadOrRefused() {
        Fuzzing.fuzz(List.of(json(SampleReports.full()), json(SampleReports.clean())), input -> {
            try {
                HygieneReport report = new ReportJson().read(new ByteArrayInputStream(input));
                EarlierState.of(report);
                LastReport.of(report);
            } catch (UncheckedIOException refused) {
                return;
            }
        });
    }

    @Test
    void aDamagedHistoryIsReadOrRefused() throws IOException {
        HygieneReport report = SampleReports.full();
        Path path = folder.resolve("history.json");
        HistoryFile file = new HistoryFile(path);
        file.write(History.NONE.with(report.project(), ModuleHistory.NONE.with(report, List.of())));

        Fuzzing.fuzz(List.of(Files.readAllBytes(path)), input -> {
            Files.write(path, input);
            try {
                ModuleHistory history = file.read().of(report.project());
                history.latest();
                history.with(report, List.of());
            } catch (IOException refused) {
                return;
            }
        });
    }

    private static byte[] json(HygieneReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportJson().write(report, out);
        return out.toByteArray();
    }
}

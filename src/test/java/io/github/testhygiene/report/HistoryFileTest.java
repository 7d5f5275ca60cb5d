package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.report.trend.History;
import io.github.testhygiene.report.trend.ModuleHistory;
import io.github.testhygiene.report.trend.PastBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFileTest {

    @TempDir
    private Path folder;

    private Path path;
    private HistoryFile file;

    @BeforeEach
    void inAFolderThatIsMissing() {
        path = folder.resolve("kept").resolve("history.json");
        file = new HistoryFile(path);
    }

    private static History history(HygieneReport report) {
        return History.NONE.with(report.project(), ModuleHistory.NONE.with(report, List.of()));
    }

    @Test
    void aMissingFileIsAnEmptyHistory() throws IOException {
        assertThat(file.read()).isEqualTo(History.NONE);
    }

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        for (HygieneReport report : List.of(SampleReports.full(), SampleDiagnoses.report(), SampleReports.clean())) {
            file.write(history(report));

            assertThat(file.read()).isEqualTo(history(report));
        }
    }

    @Test
    void hostileFindingsAreKept() throws IOException {
        HygieneReport hostile = HostileReports.all();
        HygieneReport.Project project = SampleReports.full().project();
        file.write(History.NONE.with(project, ModuleHistory.NONE.with(hostile, List.of())));

        assertThat(file.read().of(project).findings()).hasSameSizeAs(hostile.findings());
    }

    @Test
    void theSameHistoryIsTheSameFile() throws IOException {
        file.write(history(SampleReports.full()));
        byte[] first = Files.readAllBytes(path);
        file.write(file.read());

        assertThat(path).hasBinaryContent(first);
        assertThat(Files.readString(path))
                .contains("\n    \"com.example:shop\": {\n", "\"startedAt\": \"2026-11-22T09:30:15.123Z\"")
                .doesNotContain("\r");
    }

    @Test
    void modulesHaveTheirOwnBuilds() throws IOException {
        HygieneReport report = SampleReports.full();
        HygieneReport.Project other = new HygieneReport.Project("com.example", "a-module", "1");
        file.write(history(report).with(other, ModuleHistory.NONE.with(SampleReports.clean(), List.of())));

        assertThat(file.read().of(report.project()).findings()).hasSize(5);
        assertThat(file.read().of(other).findings()).isEmpty();
        assertThat(file.read()
                        .of(new HygieneReport.Project("com.example", "third", "1"))
                        .latest())
                .isEmpty();
    }

    @Test
    void theLastFiftyBuildsAreKept() {
        HygieneReport report = SampleReports.full();
        ModuleHistory history = ModuleHistory.NONE;
        for (int i = 0; i < 60; i++) {
            history = history.with(report, List.of());
        }

        assertThat(history.builds()).hasSize(ModuleHistory.MOST_BUILDS).containsOnly(PastBuild.of(report));
        assertThat(history.findings()).isEqualTo(report.findings());
        assertThat(history.latest()).isPresent();
        assertThat(PastBuild.of(report).verdicts())
                .isEqualTo(Map.of("isolated", 13L, "victim", 1L, "brittle", 1L, "skipped", 1L, "unchecked", 1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<<<<<<< ours",
                "[]",
                "null",
                "{}",
                "{\"schemaVersion\": 1}",
                "{\"schemaVersion\": 1, \"modules\": {\"a:b\": {}}}",
                "{\"schemaVersion\": 1, \"modules\": {\"a:b\": {\"builds\": [{}], \"testClasses\": [], \"findings\": []}}}",
                "{\"schemaVersion\": 1, \"modules\": {\"a:b\": {\"builds\": [], \"testClasses\": [], \"findings\": [{}]}}}",
                "{\"schemaVersion\": 1, \"modules\": {\"a:b\": null}}",
            })
    void whatIsNoHistoryIsToldAndCanBePutAside(String text) throws IOException {
        Files.createDirectories(path.getParent());
        for (String name : List.of("history.json.broken", "history.json.broken-2")) {
            Files.writeString(path, text);

            assertThatThrownBy(file::read).isInstanceOf(HistoryFile.NoHistory.class);
            assertThat(file.putAside()).hasFileName(name).hasContent(text);
            assertThat(path).doesNotExist();
        }
    }

    @Test
    void aNewerShapeIsLeftAlone() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "{\"schemaVersion\": 2, \"modules\": {}, \"more\": 1}");

        assertThatThrownBy(file::read)
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HistoryFile.NoHistory.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        Files.createDirectories(path);

        assertThatThrownBy(file::read).isInstanceOf(IOException.class).isNotInstanceOf(HistoryFile.NoHistory.class);
        assertThatThrownBy(() -> file.write(History.NONE.with(
                        SampleReports.full().project(), ModuleHistory.NONE.with(SampleReports.full(), List.of()))))
                .isInstanceOf(IOException.class);
    }
}

package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.fixture.SmallDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {

    @TempDir
    Path temp;

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theFolderIsMadeAndHoldsTheReportAlone() throws IOException {
        Path folder = temp.resolve("a folder").resolve("test-hygiene");

        Path index = new ReportWriter().write(SampleReports.full(), folder);

        assertThat(index).isEqualTo(folder.resolve("index.html")).isNotEmptyFile();
        assertThat(names(folder)).containsExactly("index.html", "report.json");
        assertThat(folder.resolve("report.json")).hasContent(ReportJsonTest.json(SampleReports.full()));
    }

    @Test
    void anEarlierReportIsReplaced() {
        new ReportWriter().write(SampleReports.full(), temp);
        new ReportWriter().write(SampleReports.clean(), temp);

        assertThat(temp.resolve("report.json")).hasContent(ReportJsonTest.json(SampleReports.clean()));
        assertThat(temp.resolve("index.html")).content().contains("<h1 class=\"passed\">Passed</h1>");
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Path file = Files.createFile(temp.resolve("taken"));

        assertThatThrownBy(() -> new ReportWriter().write(SampleReports.full(), file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot write report.json, index.html");
    }

    @Test
    void aFileThatCannotBeReplacedLeavesNothingHalf() throws IOException {
        Files.createDirectories(temp.resolve("index.html").resolve("in the way"));

        assertThatThrownBy(() -> new ReportWriter().write(SampleReports.full(), temp))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(names(temp)).containsExactly("index.html", "report.json");
    }

    @Test
    void aFullDiskLeavesNoHalfFileAndNoneOfAnEarlierReport(@TempDir Path mount) throws Exception {
        try (SmallDisk disk = SmallDisk.on(mount.resolve("disk"), 512)) {
            new ReportWriter().write(SampleReports.clean(), disk.folder());
            disk.fill();

            assertThatThrownBy(() -> new ReportWriter().write(SampleReports.full(), disk.folder()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot write report.json, index.html")
                    .hasRootCauseMessage("No space left on device");
            assertThat(names(disk.folder())).containsExactly("filler");
        }
    }

    /** Not for the sake of a check: a person can open it in a browser. */
    @Test
    void theSampleCanBeLookedAt() {
        Path index = new ReportWriter().write(SampleReports.full(), Path.of("target", "sample-report"));

        assertThat(index).isNotEmptyFile();
    }
}

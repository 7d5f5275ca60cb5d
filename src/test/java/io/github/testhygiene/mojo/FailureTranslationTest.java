package io.github.testhygiene.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTranslationTest {

    private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aProblemIsSaidInItsOwnWords() {
        Problem problem = new Problem("There is no room.", "Make some.");

        assertThat(said(new ProblemException(problem))).isEqualTo(problem.text());
    }

    @Test
    void aFailedFileIsNamed() {
        assertThat(said(new UncheckedIOException("cannot write a.txt", new IOException("disk full"))))
                .startsWith("A file could not be read or written: cannot write a.txt");
    }

    @Test
    void aDefectNamesTheGoalTheErrorAndTheWayOn() {
        assertThat(said(new IllegalStateException("no clone")))
                .contains("The goal isolate stopped on an error that is a defect of this plugin")
                .contains("java.lang.IllegalStateException: no clone")
                .doesNotContain("report is as far")
                .contains("mvn verify -e")
                .contains("-Dtest-hygiene.skip");
    }

    @Test
    void aDefectSaysWhereTheReportOfThisBuildIs() throws IOException {
        Path page = Files.writeString(folder.resolve("index.html"), "report");
        Files.setLastModifiedTime(page, FileTime.from(START.plusSeconds(60)));

        assertThat(said(new IllegalStateException("no clone"))).contains("The report is as far as it is in " + page);
    }

    @Test
    void theReportOfAnEarlierBuildIsNone() throws IOException {
        Path page = Files.writeString(folder.resolve("index.html"), "report");
        Files.setLastModifiedTime(page, FileTime.from(START.minusSeconds(60)));

        assertThat(said(new IllegalStateException("no clone"))).doesNotContain("report is as far");
    }

    @Test
    void theCauseIsKeptAndNoSecretIsShown() {
        IllegalStateException failure = new IllegalStateException("login with hunter2hunter2 failed");

        var translated = new FailureTranslation(
                        "check", folder, START, Secrets.of(List.of(Map.of("db.password", "hunter2hunter2"))))
                .translate(failure);

        assertThat(translated.getMessage()).doesNotContain("hunter2");
        assertThat(translated.getCause()).hasMessageNotContaining("hunter2").hasStackTraceContaining("theCauseIsKept");
    }

    private String said(RuntimeException failure) {
        return new FailureTranslation("isolate", folder, START, Secrets.of(List.of()))
                .translate(failure)
                .getMessage();
    }
}

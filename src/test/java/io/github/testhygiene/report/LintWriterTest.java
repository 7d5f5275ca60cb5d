package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.it.WrittenLint;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.LintEntry;
import io.github.testhygiene.model.LintReport;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.report.LintLines.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What the goal {@code lint} writes and prints. */
class LintWriterTest {

    private static final Finding SLEEP = Findings.of(Rule.SLEEPS, "shop.ClockIT", "waits", "Sleeps.", "Wait.")
            .at("src/test/java/shop/ClockIT.java", 12);
    private static final Finding NO_FILE = Findings.of(
            Rule.HAPPY_PATH_ONLY, "shop.ClockIT", null, "None of its 4 tests expects a failure.", "Expect one.");

    @TempDir
    private Path folder;

    private static LintReport report(List<Finding> findings) {
        return new LintReport(
                1,
                new HygieneReport.Tool("0.1.0"),
                new HygieneReport.Project("com.example", "shop", "1.0"),
                Instant.parse("2026-11-22T09:30:15Z"),
                new LintEntry(1, 3, 38, List.of(new LintEntry.PackageTests("shop", 1, 4, 0)), null),
                findings,
                new GateResult(true, List.of()));
    }

    @Test
    void whatIsWrittenFollowsTheSchemaAndIsReadBack() throws IOException {
        LintReport report = report(List.of(SLEEP, NO_FILE.asAccepted()));

        Path file = new LintWriter().write(report, folder.resolve("new"));

        assertThat(WrittenLint.errors(new JsonMapper().readTree(file))).isEmpty();
        try (InputStream in = Files.newInputStream(file)) {
            assertThat(new LintWriter().read(in)).isEqualTo(report);
        }
    }

    @Test
    void theSchemaRefusesWhatIsNoSuchFile() {
        assertThat(WrittenLint.errors(new JsonMapper().readTree("{\"schemaVersion\": 1, \"findings\": [{}]}")))
                .isNotEmpty();
    }

    @Test
    void theConsoleNamesFileAndLineOrElseTheClass() {
        assertThat(LintLines.format(report(List.of(SLEEP, NO_FILE)), Path.of("/shop/lint.json")))
                .containsExactly(
                        new Line(Severity.WARNING, "src/test/java/shop/ClockIT.java:12  sleeps: Sleeps."),
                        new Line(Severity.INFO, "ClockIT  happy-path-only: None of its 4 tests expects a failure."),
                        new Line(Severity.INFO, "Looked at 1 test class and what they use (3 class files) in 38 ms"),
                        new Line(
                                Severity.INFO,
                                "1 sleep, 1 class expects no failure. mvn test-hygiene:help -Dtest-hygiene.explain=sleeps explains"),
                        new Line(Severity.INFO, "Report: file:///shop/lint.json"));
    }

    @Test
    void acceptedFindingsAreCountedAndManyAreCapped() {
        List<Finding> many = new ArrayList<>();
        for (int number = 1; number <= 60; number++) {
            many.add(SLEEP.at("A.java", number));
        }
        many.add(NO_FILE.asAccepted());

        List<Line> lines = LintLines.format(report(many), Path.of("/shop/lint.json"));

        assertThat(lines).hasSize(54);
        assertThat(lines.get(50).text()).isEqualTo("… and 10 more");
        assertThat(lines.get(52).text()).startsWith("60 sleeps; 1 accepted");
        assertThat(LintLines.format(report(List.of()), Path.of("/shop/lint.json"))
                        .get(1)
                        .text())
                .isEqualTo("Nothing found");
    }
}

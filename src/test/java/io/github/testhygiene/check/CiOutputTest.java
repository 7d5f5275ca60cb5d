package io.github.testhygiene.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.report.SampleReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CiOutputTest {

    private final HygieneReport report = SampleReports.full();
    private final List<String> lines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @TempDir
    Path temp;

    private void tell(CiSystem system, Map<String, String> environment) {
        new CiOutput(system, environment::get, "target/test-hygiene").tell(report, lines::add, warnings::add);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theFilesStandBesideTheReport() throws IOException {
        new CiOutput(CiSystem.NONE, name -> null, "x").writer().write(report, temp);

        assertThat(names(temp))
                .containsExactly("TEST-test-hygiene.xml", "findings.sarif", "index.html", "report.json", "summary.md");
    }

    @Test
    void gitLabGetsItsFileAsWell() throws IOException {
        new CiOutput(CiSystem.GITLAB, name -> null, "x").writer().write(report, temp);

        assertThat(names(temp)).contains("gl-code-quality-report.json").hasSize(6);
    }

    @Test
    void theLastBuildsFilesAreTakenAway() throws IOException {
        new CiOutput(CiSystem.GITLAB, name -> null, "x").writer().write(report, temp);

        StaleReport.delete(temp);

        assertThat(names(temp)).isEmpty();
    }

    @Test
    void gitHubGetsAnnotationsAndASummary() {
        Path file = temp.resolve("step");

        tell(CiSystem.GITHUB, Map.of("GITHUB_STEP_SUMMARY", file.toString()));

        assertThat(lines).hasSize(4).allMatch(line -> line.startsWith("::error ") || line.startsWith("::warning "));
        assertThat(file).content().startsWith("\n## Test Hygiene: `shop`\n").contains("`target/test-hygiene`");
        assertThat(warnings).isEmpty();
    }

    @Test
    void aSummaryIsWrittenWhereAFileForItIsNamed() {
        Path file = temp.resolve("step");

        tell(CiSystem.UNKNOWN, Map.of("GITHUB_STEP_SUMMARY", file.toString()));

        assertThat(lines).isEmpty();
        assertThat(file).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(names = {"GITLAB", "NONE"})
    void othersGetNeither(CiSystem system) {
        Path file = temp.resolve("step");

        tell(system, Map.of("GITHUB_STEP_SUMMARY", file.toString()));

        assertThat(lines).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void withoutAFileThereIsNoSummaryAndNoWarning() {
        tell(CiSystem.GITHUB, Map.of("GITHUB_STEP_SUMMARY", " "));
        tell(CiSystem.UNKNOWN, Map.of());

        assertThat(warnings).isEmpty();
    }

    @Test
    void aSummaryThatCannotBeWrittenIsAWarning() {
        tell(CiSystem.UNKNOWN, Map.of("GITHUB_STEP_SUMMARY", temp.toString()));

        assertThat(warnings).singleElement().asString().contains("could not be added");
    }

    @Test
    void aReaderFindsTheReportFromTheRootOfTheCheckout() {
        Path module = Path.of("/checkout/back/shop");
        HygieneReport.Project shop = new HygieneReport.Project("g", "shop", "1", "back/shop");

        assertThat(CiOutput.shown(shop, module, module.resolve("target/test-hygiene")))
                .isEqualTo("back/shop/target/test-hygiene");
        assertThat(CiOutput.shown(
                        new HygieneReport.Project("g", "shop", "1", ""), module, module.resolve("target/test-hygiene")))
                .isEqualTo("target/test-hygiene");
        Path elsewhere = Path.of("/reports").toAbsolutePath();
        assertThat(CiOutput.shown(shop, module, elsewhere)).isEqualTo(elsewhere.toString());
    }
}

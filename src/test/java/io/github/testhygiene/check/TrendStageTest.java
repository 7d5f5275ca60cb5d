package io.github.testhygiene.check;

import static io.github.testhygiene.report.trend.TrendReports.EVERYTHING;
import static io.github.testhygiene.report.trend.TrendReports.finding;
import static io.github.testhygiene.report.trend.TrendReports.report;
import static io.github.testhygiene.report.trend.TrendReports.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.Trend;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.report.HistoryFile;
import io.github.testhygiene.report.ReportWriter;
import io.github.testhygiene.report.trend.BuildScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendStageTest {

    private static final Finding VICTIM = finding(Rule.VICTIM, "OrderIT", "a");
    private static final TestEntry TEST = test("OrderIT", "a", VerdictKind.VICTIM);
    private static final TestEntry FIXED = test("OrderIT", "a", VerdictKind.ISOLATED);
    private static final TestEntry UNCHECKED = test("OrderIT", "a", VerdictKind.UNCHECKED);

    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path history;

    @BeforeEach
    void nameTheHistory() {
        history = folder.resolve("history.json");
    }

    private Trend build(TestEntry test, List<Finding> findings) {
        return build(test, findings, null, EVERYTHING);
    }

    private Trend build(TestEntry test, List<Finding> findings, Path previous, BuildScope looked) {
        TrendStage stage = new TrendStage(
                history, previous, looked, text -> said.add("info: " + text), text -> said.add("warning: " + text));
        HygieneReport compared = stage.compared(report(List.of(test), findings));
        stage.remember(compared);
        return compared.trend();
    }

    @Test
    void theFirstBuildIsComparedWithNoneAndTheNextWithIt() {
        assertThat(build(TEST, List.of(VICTIM))).isNull();
        assertThat(build(FIXED, List.of()).fixed()).containsExactly(VICTIM);
        assertThat(build(TEST, List.of(VICTIM)).newFindings()).containsExactly(VICTIM.fingerprint());
        assertThat(said).isEmpty();
    }

    @Test
    void whatWasNotCheckedIsRememberedUntilSomebodyLooks() {
        build(TEST, List.of(VICTIM));
        assertThat(build(UNCHECKED, List.of()).unknown()).containsExactly(VICTIM);
        assertThat(build(UNCHECKED, List.of()).unknown()).containsExactly(VICTIM);

        assertThat(build(TEST, List.of(VICTIM)).unchanged()).isEqualTo(1);
    }

    @Test
    void aRuleThatIsOffIsForgotten() {
        build(TEST, List.of(VICTIM));
        BuildScope off =
                new BuildScope(true, true, true, rule -> !rule.equals("victim"), name -> true, Set.of(), each -> true);

        assertThat(build(TEST, List.of(), null, off).unknown()).containsExactly(VICTIM);
        assertThat(build(TEST, List.of(), null, off).unknown()).isEmpty();
    }

    @Test
    void aPartOfTheSuiteIsComparedAndNotKept() throws IOException {
        build(TEST, List.of(VICTIM));
        String kept = Files.readString(history);
        BuildScope part = new BuildScope(true, false, true, rule -> true, name -> true, Set.of(), each -> true);

        assertThat(build(FIXED, List.of(), null, part).fixed()).containsExactly(VICTIM);
        assertThat(history).hasContent(kept);
        assertThat(said)
                .containsExactly(
                        "info: The history is left as it is, since only a part of the tests or checks was asked for.");
    }

    @Test
    void aNamedReportWinsAndTheHistoryGoesOn() throws IOException {
        build(TEST, List.of(VICTIM));
        new ReportWriter().write(report(List.of(FIXED), List.of()), folder.resolve("main"));

        Trend trend = build(TEST, List.of(VICTIM), folder.resolve("main").resolve("report.json"), EVERYTHING);

        assertThat(trend.newFindings()).containsExactly(VICTIM.fingerprint());
        assertThat(new HistoryFile(history)
                        .read()
                        .of(report(List.of(), List.of()).project())
                        .builds())
                .hasSize(2);
        assertThat(said).isEmpty();
    }

    @Test
    void aNamedReportThatIsMissingOrNoneIsToldAndNothingElseHappens() throws IOException {
        Path missing = folder.resolve("missing.json");
        Path broken = Files.writeString(folder.resolve("broken.json"), "<html>");
        Path empty = Files.writeString(folder.resolve("empty.json"), "{\"startedAt\": \"2026-11-20T09:00:00Z\"}");

        for (Path each : List.of(missing, broken, empty, folder)) {
            said.clear();
            assertThat(build(TEST, List.of(VICTIM), each, EVERYTHING)).isNull();
            assertThat(said)
                    .singleElement()
                    .asString()
                    .startsWith("warning: <previousReport> names " + each)
                    .contains("→");
        }
        assertThat(history).exists();
    }

    @Test
    void theReportOfAnotherProjectIsNotComparedWith() {
        HygieneReport other = report(List.of(FIXED), List.of());
        HygieneReport renamed = new HygieneReport(
                1,
                other.tool(),
                new HygieneReport.Project("com.example", "other", "1.0"),
                1,
                other.startedAt(),
                1,
                other.database(),
                other.suite(),
                other.runs(),
                other.tests(),
                other.findings(),
                other.gate());
        new ReportWriter().write(renamed, folder.resolve("other"));

        assertThat(build(TEST, List.of(VICTIM), folder.resolve("other/report.json"), EVERYTHING))
                .isNull();
        assertThat(said).singleElement().asString().contains("com.example:other", "com.example:shop");
    }

    @Test
    void aBrokenHistoryIsPutAsideAndToldOnce() throws IOException {
        Files.writeString(history, "<<<<<<< ours");

        assertThat(build(TEST, List.of(VICTIM))).isNull();
        assertThat(build(FIXED, List.of()).fixed()).containsExactly(VICTIM);
        assertThat(folder.resolve("history.json.broken")).hasContent("<<<<<<< ours");
        assertThat(said).singleElement().asString().contains("history.json.broken", "→");
    }

    @Test
    void aHistoryThatCannotBeReadIsLeftAlone() throws IOException {
        String newer = "{\"schemaVersion\": 99, \"modules\": {}}";
        Files.writeString(history, newer);

        assertThat(build(TEST, List.of(VICTIM))).isNull();
        assertThat(history).hasContent(newer);
        assertThat(said).singleElement().asString().contains("newer version", "left as it is");
    }

    @Test
    void aHistoryThatCannotBeWrittenEndsNoBuild() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        history = folder.resolve("file").resolve("history.json");

        assertThat(build(TEST, List.of(VICTIM))).isNull();
        assertThat(said).singleElement().asString().startsWith("warning: <history> names " + history);
    }
}

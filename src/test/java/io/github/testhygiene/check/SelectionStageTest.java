package io.github.testhygiene.check;

import static io.github.testhygiene.fixture.SampleTests.ordered;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Effort;
import io.github.testhygiene.model.FileMode;
import io.github.testhygiene.model.ForkMode;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.OrderedClasses;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.SelectMode;
import io.github.testhygiene.report.ReportJson;
import io.github.testhygiene.report.SampleReports;
import io.github.testhygiene.selection.ModuleLayout;
import io.github.testhygiene.selection.PreparedSelection;
import io.github.testhygiene.selection.SelectedTests;
import io.github.testhygiene.selection.SelectorChoice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of {@code <select>}, where there is not all that it needs. */
class SelectionStageTest {

    private static final List<RecordedTest> TESTS =
            List.of(test("shop.CatalogIT", "findsByName"), test("shop.AIT", "a"));
    private static final Recording RECORDING =
            new Recording(Instant.EPOCH, Duration.ofSeconds(1), TESTS, Map.of(), List.of());

    @TempDir
    private Path folder;

    @Test
    void whereEveryTestIsAskedForNothingIsPrepared() {
        SelectionStage stage = stage(SelectMode.ALL, "shop");

        assertThat(stage.prepare(folder.resolve("report.json"), null)).isNull();
        assertThat(stage.select(RECORDING, TESTS, null)).isEqualTo(SelectedTests.all(TESTS));
    }

    @Test
    void withoutALastReportEveryTestIsCheckedAndTheReasonSaid() {
        assertThat(selected("shop", folder.resolve("none.json")).selection()).satisfies(selection -> {
            assertThat(selection.selected()).isEqualTo(2);
            assertThat(selection.everyTestBecause())
                    .isEqualTo("the last report is not there (" + folder.resolve("none.json")
                            + "), so that nobody is known as a suspect");
        });
    }

    @Test
    void aFileThatIsNoReportAndOneOfAnotherModuleTellOfNoSuspects() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"tests\": 1}");

        assertThat(selected("shop", broken).selection().everyTestBecause()).contains("could not be read");
        assertThat(selected("mail", written()).selection().everyTestBecause())
                .isEqualTo("the last report is that of com.example:shop, and tells of no suspects here");
    }

    @Test
    void theSuspectsOfTheLastReportAreChecked() throws IOException {
        SelectedTests selected = selected("shop", written());

        // The other one is known, and nothing was found of it.
        assertThat(selected.checked()).containsExactly(TESTS.get(1).id());
        assertThat(selected.selection().from()).containsExactly("AIT.a");
    }

    @Test
    void aLastReportThatIsGoneByNowCannotBeAsked() {
        SelectedTests selected = stage(SelectMode.SUSPECTS, "shop").select(RECORDING, TESTS, null);

        assertThat(selected.selection().everyTestBecause()).contains("has deleted the last report");
    }

    @Test
    void whatWasPreparedForOneQuestionAnswersNoOther() {
        PreparedSelection prepared = new PreparedSelection(
                SelectMode.CHANGED,
                null,
                (recording, tests) -> SelectorChoice.every(SelectMode.CHANGED, "a", tests, "so"));

        assertThat(stage(SelectMode.SUSPECTS, "shop")
                        .select(RECORDING, TESTS, prepared)
                        .selection()
                        .mode())
                .isEqualTo(SelectMode.SUSPECTS);
    }

    @Test
    void aClassThatDeclaresItsOrderIsSelectedAsAWholeUnlessItIsSplit() {
        List<RecordedTest> steps = List.of(ordered("shop.StepsIT", "one"), ordered("shop.StepsIT", "two"));
        PreparedSelection first = new PreparedSelection(
                SelectMode.CHANGED,
                null,
                (recording, tests) -> new SelectorChoice(
                        SelectMode.CHANGED, "a", Set.of(steps.get(0).id()), null, List.of()));

        assertThat(stage(OrderedClasses.UNIT).select(RECORDING, steps, first).checked())
                .hasSize(2);
        assertThat(stage(OrderedClasses.SPLIT).select(RECORDING, steps, first).checked())
                .hasSize(1);
    }

    private SelectedTests selected(String module, Path report) {
        SelectionStage stage = stage(SelectMode.SUSPECTS, module);
        return stage.select(RECORDING, TESTS, stage.prepare(report, null));
    }

    private static SelectionStage stage(SelectMode mode, String module) {
        return new SelectionStage(
                "com.example:" + module, SelectionStageTest::noLayout, scope(mode, OrderedClasses.UNIT));
    }

    private static SelectionStage stage(OrderedClasses orderedClasses) {
        return new SelectionStage(
                "com.example:shop", SelectionStageTest::noLayout, scope(SelectMode.CHANGED, orderedClasses));
    }

    private static ModuleLayout noLayout() {
        throw new IllegalStateException("no changes are asked for");
    }

    private static CheckScope scope(SelectMode mode, OrderedClasses orderedClasses) {
        return new CheckScope(mode, null, Effort.NORMAL, orderedClasses, ForkMode.FAST, FileMode.KEEP);
    }

    private Path written() throws IOException {
        HygieneReport report = SampleReports.full();
        Path file = folder.resolve("report.json");
        try (OutputStream out = Files.newOutputStream(file)) {
            new ReportJson().write(report, out);
        }
        return file;
    }
}

package io.github.testhygiene.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Selection;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.report.SampleReports;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who is a suspect by an earlier report. */
class LastReportTest {

    private static final HygieneReport CLEAN = SampleReports.clean();

    @Test
    void whoeverWasFoundToDependIsOneAndWhoeverWasNot() {
        HygieneReport full = SampleReports.full();
        Set<String> suspects = names(full);

        assertThat(suspects).contains("OrderTotalsIT.countsOrders", "CheckoutIT.listsOpenOrders");
        assertThat(suspects).doesNotContain("CatalogIT.findsByName");
        assertThat(LastReport.of(full).known()).hasSize(full.tests().size());
    }

    @Test
    void aReportThatFoundNothingHasNone() {
        assertThat(LastReport.of(CLEAN).suspects()).isEmpty();
    }

    @Test
    void aFindingAboutAClassIsAboutAllItsTests() {
        HygieneReport report = SampleReports.with(
                CLEAN,
                CLEAN.tests(),
                List.of(SampleReports.finding("leaves-rows", Severity.WARNING, "CartIT", null, "Rows are left.")));

        assertThat(LastReport.of(report).suspects()).isEqualTo(ofClass(report, "CartIT"));
    }

    @Test
    void whatTheBytecodeShowsAndRemarksMakeNobodyASuspect() {
        HygieneReport report = SampleReports.with(
                CLEAN,
                CLEAN.tests(),
                List.of(
                        SampleReports.finding("sleeps", Severity.WARNING, "CatalogIT", "findsByName", "It sleeps."),
                        SampleReports.finding("leaves-rows", Severity.INFO, "CatalogIT", "sortsByPrice", "A row.")));

        assertThat(LastReport.of(report).suspects()).isEmpty();
    }

    @Test
    void whoHadNoAnswerIsOneUnlessNobodyAsked() {
        TestEntry over = SampleReports.test("AIT.over", VerdictKind.UNCHECKED, "the time budget ended", null, null, 5);
        TestEntry left = SampleReports.test("AIT.left", VerdictKind.UNCHECKED, Selection.NOT_SELECTED, null, null, 5);
        HygieneReport report = SampleReports.with(CLEAN, List.of(over, left), List.of());

        assertThat(LastReport.of(report).suspects()).containsExactly(over.id());
    }

    private static Set<String> names(HygieneReport report) {
        LastReport last = LastReport.of(report);
        return report.tests().stream()
                .filter(test -> last.suspects().contains(test.id()))
                .map(TestEntry::shortName)
                .collect(Collectors.toSet());
    }

    private static Set<?> ofClass(HygieneReport report, String simpleName) {
        return report.tests().stream()
                .filter(test -> test.shortName().startsWith(simpleName + "."))
                .map(TestEntry::id)
                .collect(Collectors.toSet());
    }
}

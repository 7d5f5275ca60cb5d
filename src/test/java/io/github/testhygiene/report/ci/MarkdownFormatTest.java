package io.github.testhygiene.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.report.HostileReports;
import io.github.testhygiene.report.SampleReports;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownFormatTest {

    private static final String FOLDER = "back/shop/target/test-hygiene";

    private static String written(HygieneReport report) {
        return CiReports.written(new MarkdownFormat(FOLDER), report);
    }

    @Test
    void theSummarySaysWhatCountsAndWhereTheRestIs() {
        assertThat(written(CiReports.placed()))
                .startsWith("## Test Hygiene: `shop`\n\n❌ Failed: 1 victim, 1 brittle test\n\n| Tests | ")
                .contains("| Time | 8.94 s, within its 5 min |")
                .contains(
                        "| Orders | Tried 4 orders of 17 tests: 100 % of the pairs both ways round, 12 of 14 suspected"
                                + " pairs, 38 % of the neighbours. Every isolated test passed in at least 4 orders.")
                .contains("| Checked | 5 re-runs, 1 min 27 s; seed 20261122; PostgreSQL 18.1 (container) |")
                .contains(
                        "| error | victim | `OrderTotalsIT.countsOrders`<br>`OrderTotalsIT.java:41` | Fails after other tests. |")
                .contains("| warning | slow-test | `ReportIT.yearEnd` | Takes 1.84 s, over 500 ms. |")
                .contains("… 1 accepted finding\n")
                .contains("```sh\nmvn verify -Dtest-hygiene.onlyRun=reverse -Dtest-hygiene.seed=20261122\n```\n")
                .endsWith("The whole report: `index.html` in `" + FOLDER + "`.\n");
    }

    @Test
    void besideAnEarlierReportItSaysWhatHasChanged() {
        assertThat(written(CiReports.compared()))
                .contains("| Since 2026-11-20 | 1 new, 2 fixed, 4 unchanged, 1 not checked again;"
                        + " suite 7.20 s → 8.94 s (16 → 17 tests) |");
    }

    @Test
    void aCleanSuiteHasNoFindings() {
        assertThat(written(SampleReports.clean()))
                .contains("✅ Passed")
                .doesNotContain("what was seen", "To see it again", "…");
    }

    @Test
    void whereMostIsUncheckedThatComesFirstAndNothingLooksPassed() {
        assertThat(written(SampleReports.unanswered()))
                .contains(
                        "\n\n➖ Not checked: 12 of 16 tests are unchecked\n\n- 11 tests: its alone run gave no answer: its"
                                + " JVM ended with exit code 1. Raise ")
                .contains("\n- 1 test: the time budget ended before its alone run. Raise ")
                .contains("| Machine | The machine was overloaded ")
                .doesNotContain("✅", "Passed");
    }

    @Test
    void manyFindingsAreCapped() {
        String summary = written(CiReports.many(500));

        assertThat(summary.lines().filter(line -> line.startsWith("| error |"))).hasSize(20);
        assertThat(summary).contains("… and 480 more findings in `index.html`\n");
    }

    static Stream<HygieneReport> reports() {
        return Stream.concat(
                Stream.of(
                        CiReports.placed(),
                        CiReports.compared(),
                        SampleReports.clean(),
                        CiReports.many(500),
                        HostileReports.all()),
                HostileReports.TEXTS.stream().map(HostileReports::named));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everySummaryIsShortAndHasNothingButItsOwnMarkup(HygieneReport report) {
        String summary = written(report);
        Document html = MarkdownTest.html(summary);

        assertThat(summary.lines().count()).isLessThanOrEqualTo(MarkdownFormat.MAX_LINES);
        assertThat(summary.length()).isLessThan(40_000);
        assertThat(html.select("h2")).hasSize(1);
        assertThat(html.select("table").size()).isBetween(1, 2);
        assertThat(html.select("body *").eachAttr("href")).isEmpty();
        assertThat(html.select("body *").stream().map(each -> each.tagName()).distinct())
                .isSubsetOf(List.of("h2", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "br", "pre"));
        assertThat(html.select("tbody tr"))
                .allSatisfy(row -> assertThat(row.children().size())
                        .isEqualTo(row.parent().parent().select("thead th").size()));
    }
}

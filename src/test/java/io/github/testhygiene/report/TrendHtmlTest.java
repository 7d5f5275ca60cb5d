package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.Trend;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What {@code index.html} says of the changes since an earlier report. */
class TrendHtmlTest {

    private static Document page(HygieneReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportHtml().write(report, out);
        return Jsoup.parse(out.toString(StandardCharsets.UTF_8));
    }

    private static HygieneReport compared() {
        HygieneReport full = SampleReports.full();
        return full.withTrend(new Trend(
                Instant.parse("2026-11-20T08:00:00Z"),
                7_200,
                16,
                List.of("victim:OrderTotalsIT.countsOrders", "leaves-rows:CheckoutIT.placesOrder"),
                3,
                List.of(SampleReports.finding("sleeps", Severity.WARNING, "ClockIT", "waits", "Sleeps.")),
                List.of(SampleReports.finding("flaky", Severity.WARNING, "MailIT", "sends", "By chance."))));
    }

    @Test
    void theHeaderTellsWhatHasChanged() {
        assertThat(page(compared()).select(".facts").text())
                .contains("Since 2026-11-20 2 new, 1 fixed, 3 unchanged, 1 not checked again")
                .contains("suite 7.20 s → 8.94 s (16 → 17 tests)");
    }

    @Test
    void newFindingsAreMarkedWhereverTheyStand() {
        Document page = page(compared());

        assertThat(page.select(".card:has(h4 .badge.new) h4").eachText())
                .singleElement()
                .asString()
                .contains("OrderTotalsIT.countsOrders");
        assertThat(page.select("#findings li:has(.badge.new)").eachText())
                .singleElement()
                .asString()
                .contains("CheckoutIT.placesOrder");
    }

    @Test
    void whatWasNotCheckedAgainIsNotCalledFixed() {
        Document page = page(compared());

        assertThat(page.select("#trend details").eachText())
                .containsExactly(
                        "Fixed: 1 sleeps ClockIT.waits Sleeps.",
                        "Not checked again, so nobody knows: 1 flaky MailIT.sends By chance.");
    }

    @Test
    void withoutAnEarlierReportNothingIsSaidOfIt() {
        Document page = page(SampleReports.full());

        assertThat(page.select("#trend, .badge.new")).isEmpty();
        assertThat(page.select(".facts").text()).doesNotContain("Since");
    }
}

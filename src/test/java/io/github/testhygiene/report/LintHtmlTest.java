package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Rule;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What {@code index.html} says of the look at the bytecode. */
class LintHtmlTest {

    private static Document page(HygieneReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportHtml().write(report, out);
        return Jsoup.parse(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFindingNamesItsFileAndLine() {
        HygieneReport full = SampleReports.full();
        Finding sleep = Findings.of(Rule.SLEEPS, "shop.ClockIT", "waits", "Sleeps.", "Wait.")
                .at("src/test/java/shop/ClockIT.java", 12);

        String text = page(SampleReports.with(full, full.tests(), List.of(sleep)))
                .select("#lint .rule-group li")
                .text();

        assertThat(text).contains("sleeps", "ClockIT.waits", "src/test/java/shop/ClockIT.java:12");
    }

    @Test
    void packagesTellHowManyOfTheirTestsExpectAFailure() {
        Document page = page(SampleReports.full());

        assertThat(page.select("#lint p").text())
                .isEqualTo("Looked at 4 test classes and what they use (9 class files) in 38 ms.");
        assertThat(page.select("#packages-table tbody tr").text())
                .isEqualTo("shop 4 " + SampleReports.full().tests().size() + " 1");
    }
}

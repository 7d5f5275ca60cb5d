package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.SelectMode;
import io.github.testhygiene.model.Selection;
import io.github.testhygiene.report.ci.MarkdownFormat;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** What {@code index.html} and {@code summary.md} say of tests that were selected. */
class SelectionHtmlTest {

    private static final Selection CHANGED =
            new Selection(SelectMode.CHANGED, "1a2b3c4d5e", 17, 3, 2, null, List.of("Orders", "<b>Cart</b>"));

    private static Elements facts(HygieneReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportHtml().write(report, out);
        return Jsoup.parse(out.toString(StandardCharsets.UTF_8)).select(".facts div:has(dt:containsOwn(Selection))");
    }

    @Test
    void theHeaderSaysWhichTestsWereSelected() {
        Element fact = facts(SampleReports.full().withSelection(CHANGED)).get(0);

        assertThat(fact.select("dd").text())
                .isEqualTo("Selected 3 of 17 tests (changed since 1a2b3c4: Orders, <b>Cart</b>);"
                        + " 2 others run as context in orders");
        assertThat(fact.select("code").eachText()).containsExactly("Orders", "<b>Cart</b>");
    }

    @Test
    void whereAllTestsWereCheckedNothingIsSaidOfIt() {
        assertThat(facts(SampleReports.full())).isEmpty();
    }

    @Test
    void theSummaryHasALineOfIt() {
        MarkdownFormat markdown = new MarkdownFormat("target/test-hygiene");

        assertThat(markdown.text(SampleReports.full().withSelection(CHANGED)).lines())
                .filteredOn(line -> line.startsWith("| Selection |"))
                .singleElement()
                .asString()
                .contains("Selected 3 of 17 tests");
        assertThat(markdown.text(SampleReports.full())).doesNotContain("Selection");
    }
}

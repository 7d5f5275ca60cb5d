package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ChartsHtmlTest {

    private static final Document SHOP = page(SampleReports.full());
    private static final Document DIAGNOSED = page(SampleDiagnoses.report());

    private static Document page(HygieneReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportHtml().write(report, out);
        return Jsoup.parse(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void everyPictureHasANameOrIsLeftOutOfTheReading() {
        for (Document page : List.of(SHOP, DIAGNOSED, page(HostileReports.all()))) {
            for (Element svg : page.select("svg:not([aria-hidden=true])")) {
                assertThat(svg.attr("role")).isIn("img", "group");
                for (String id : svg.attr("aria-labelledby").split(" ")) {
                    assertThat(page.getElementById(id)).as(id).isNotNull();
                    assertThat(page.getElementById(id).text()).isNotBlank();
                }
                // What can be reached by the keyboard must not be hidden behind an image's name.
                assertThat(svg.attr("role").equals("img") && !svg.select("a").isEmpty())
                        .isFalse();
            }
        }
    }

    @Test
    void theGraphNamesPollutersVictimsAndWhatLeadsFromOneToTheOther() {
        Element graph = DIAGNOSED.selectFirst("svg.pollutes");

        assertThat(graph.select(".culprit .caption").eachText())
                .contains("OrderImportIT", "class-level fixtures of", "2 tests together");
        assertThat(graph.select(".suspect .name").eachText()).contains("countsOrders", "startsEmpty", "isTheFirst");
        assertThat(graph.select(".through").eachText())
                .contains("orders", "JVM", "outside", "undetermined", "database", "ticket_seq");
        assertThat(graph.select(".edge > title").eachText())
                .contains("OrderImportIT.importsCsv makes OrderTotalsIT.countsOrders fail, which leaves 2 rows in"
                        + " public.orders, shown in 3 of 3 runs");
        assertThat(DIAGNOSED.select("svg.sets-up .culprit .name").eachText()).containsExactly("creates");
        assertThat(SHOP.select("#pollution")).isEmpty();
    }

    @Test
    void theTimesAreToldInWordsToo() {
        Element chart = SHOP.selectFirst("svg.times");

        assertThat(chart.selectFirst("desc").text())
                .startsWith("16 tests, the fastest left.")
                .contains("the slowest 1.84 s. 1 is over the budget of one test.")
                .endsWith("the suite's budget is 5 min.");
        assertThat(chart.select(".band-text").text()).isEqualTo("limits of one test: 50 ms to 500 ms");
        assertThat(SHOP.select("#time .legend").text()).contains("not over the budget 15", "the schema made again 1");
    }

    @Test
    void theMatrixShowsFailuresByTestAndRun() {
        Element table = SHOP.selectFirst("table.failures");

        assertThat(table.select("thead th").eachText())
                .containsExactly("Tests that failed", "1 reference", "alone", "4 reverse", "6 confirm");
        assertThat(table.select("tbody tr").eachText())
                .containsExactly(
                        "OrderTotalsIT.countsOrders passed passed failed failed",
                        "CheckoutIT.listsOpenOrders passed failed passed passed");
        assertThat(SHOP.select(".matrix-runs li").eachText())
                .containsExactly(
                        "1 reference",
                        "alone ✗ failed: 1",
                        "4 reverse ✗ failed: 1",
                        "5 shuffled-1",
                        "6 confirm ✗ failed: 1");
        assertThat(SHOP.select("svg.outcomes g[data-run]").eachAttr("data-run"))
                .containsExactly(
                        "run 1 (reference order)",
                        "its alone run",
                        "run 4 (reverse order)",
                        "run 5 (shuffled order)",
                        "run 6 (repeated to confirm)");
        assertThat(SHOP.select("g[data-run*=shuffled] .open").attr("d")).isEqualTo("M0 84h17");
        assertThat(SHOP.select("g[data-run*=shuffled] .ran").attr("d")).isEmpty();
    }

    @Test
    void withoutTheScriptNoControlIsSeen() {
        assertThat(SHOP.selectFirst(".matrix-tools").hasAttr("hidden")).isTrue();
        assertThat(SHOP.select(".matrix-tools output[aria-live=polite]")).hasSize(1);
        assertThat(SHOP.select("script").last().data()).contains("testHygieneName", "stretches");
    }

    @Test
    void hostileNamesAreNothingButText() {
        HygieneReport hostile = HostileReports.all();
        List<TestId> order = hostile.tests().stream().map(TestEntry::id).toList();
        String label = HostileReports.TEXTS.get(0);
        RunEntry run = new RunEntry(
                1, label, RunKind.SHUFFLED, order.size(), 1, "completed", null, order, order, List.of(order.get(0)));
        Document page = page(withRun(hostile, run));

        assertThat(page.select("table.failures tbody th").eachText())
                .hasSize(order.size())
                .anyMatch(text -> text.contains("<script>alert('xss')</script>"))
                .anyMatch(text -> text.contains("${report} @if(true) !{x}"))
                .allMatch(text -> text.length() <= 200);
        assertThat(page.select("table.failures th a").get(0).text()).isEqualTo("1 <script>alert('xss')</s…");
        assertThat(page.select("#pollution script, #time script, #outcomes script, svg img, svg [onerror]"))
                .isEmpty();
        assertThat(page.select("svg.graph .name").eachText()).allMatch(text -> text.length() <= 40);
    }

    private static HygieneReport withRun(HygieneReport report, RunEntry run) {
        return new HygieneReport(
                report.schemaVersion(),
                report.tool(),
                report.project(),
                report.seed(),
                report.startedAt(),
                report.durationMillis(),
                report.database(),
                report.suite(),
                List.of(run),
                report.tests(),
                report.findings(),
                report.gate());
    }

    @Test
    void aPictureOfNothingIsNotDrawn() {
        HygieneReport nothing = SampleReports.with(SampleReports.full(), List.of(), List.of());

        assertThat(page(nothing).select("#outcomes, svg.times, svg.graph")).isEmpty();
    }
}

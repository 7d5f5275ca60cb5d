package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TestEntry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class DiagnosisHtmlTest {

    private static final Document PAGE = page(SampleDiagnoses.report());

    private static Document page(HygieneReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportHtml().write(report, out);
        return Jsoup.parse(out.toString(StandardCharsets.UTF_8));
    }

    private static Element card(String name) {
        return PAGE.select(".card").stream()
                .filter(card -> card.select("h4").text().contains(" " + name + " "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCardIsHeadedByTheFinding() {
        Element heading = card("OrderTotalsIT.countsOrders").selectFirst("h4");

        assertThat(heading.text())
                .isEqualTo("victim OrderTotalsIT.countsOrders passes alone (3 of 3) and fails after"
                        + " OrderImportIT.importsCsv (3 of 3), which leaves 2 rows in public.orders."
                        + " CleanIT.empties between them hides it, as in your order.");
        assertThat(heading.select("code").eachText()).contains("OrderImportIT.importsCsv", "public.orders");
    }

    @Test
    void aPolluterIsLinkedAndComesWithItsProof() {
        Element card = card("InvoiceIT.numbersThem");

        assertThat(card.select(".diagnosis dt").text()).isEqualTo("Polluter");
        assertThat(card.select(".culprits > li").text())
                .startsWith("OrderImportIT.importsCsv: failed after it in 3 of 3 runs, through the database");
        assertThat(card.select(".culprits > li > a").attr("href")).isEqualTo("#test-1");
        assertThat(card.select(".proof tbody tr").eachText())
                .containsExactly(
                        "needed public.orders 1 row inserted id 17",
                        "harmless public.audit_log 40 rows inserted id 1, id 2, id 3, id 4, id 5, …",
                        "harmless public.stock 1 row updated sku 'K-1'");
        assertThat(card.text()).contains("Shown by taking rows back between the two, in 7 runs.");
    }

    @Test
    void aCleanUpThatHelpedCanBeCopied() {
        Element block = card("InvoiceIT.numbersThem").selectFirst(".clean-up");

        assertThat(block.selectFirst("pre").wholeText())
                .isEqualTo("DELETE FROM public.order_lines WHERE order_id = 17;\n"
                        + "DELETE FROM public.orders WHERE id = 17;");
        assertThat(block.select("button.copy")).hasSize(1);
        assertThat(card("CheckoutIT.listsOpenOrders").select(".clean-up")).isEmpty();
    }

    @Test
    void whatLeaksOutsideTheDatabaseIsListed() {
        assertThat(card("PriceIT.looksUp").select(".traces li").eachText())
                .containsExactly("shop.PriceCache.CACHE: empty → 3 entries", "the thread cache-refresh-1 running");
        assertThat(card("PriceIT.looksUp").select(".culprits > li").eachText().get(1))
                .contains("through the JVM", "Nothing was found that differs");
        assertThat(card("ExportIT.startsEmpty").select(".diagnosis").text())
                .contains("through files, ports or services", "a new file target/out/orders.csv (3 kB)");
    }

    @Test
    void severalThatActTogetherAndFixturesAreToldAsSuch() {
        assertThat(card("StatsIT.averages").select(".culprits").text())
                .startsWith("OrderImportIT.importsCsv and StockIT.takesOne together: failed after them")
                .contains("Which rows matter is not known: public.log has no key");
        assertThat(card("CatalogIT.listsAll").select(".culprits").text())
                .startsWith("the class-level fixtures of OrderImportIT: failed after them")
                .contains("Shown with OrderImportIT.importsCsv, whatever the tests of that class do.");
    }

    @Test
    void whatWasNotFoundIsSaid() {
        assertThat(card("AuditIT.isEmpty").select(".diagnosis").text())
                .isEqualTo(
                        "Polluter Undetermined: the time budget ended before the search did Likely"
                                + " OrderImportIT.importsCsv, StockIT.takesOne candidates only: none of them was shown to do it");
        assertThat(card("AuditIT.isEmpty").text()).contains("Ran before");
        assertThat(card("MailIT.sendsOne").select(".diagnosis").text())
                .contains("through what is not known", "the run in two JVMs crashed")
                .contains("Not finished There may be more: the time budget ended");
        assertThat(card("OrderTotalsIT.countsOrders").text()).doesNotContain("Ran before");
    }

    @Test
    void aBrittleTestHasStateSetters() {
        Element card = card("CheckoutIT.listsOpenOrders");

        assertThat(card.select(".diagnosis dt").text()).isEqualTo("State-setter");
        assertThat(card.select(".culprits").text()).contains("SetupIT.creates: passed after it in 3 of 3 runs");
    }

    @Test
    void whoPollutesWhomIsToldByCulprit() {
        List<String> culprits = PAGE.select("#pollution .pollution > li").eachText();

        assertThat(culprits)
                .startsWith("OrderImportIT.importsCsv → makes fail OrderTotalsIT.countsOrders through the database"
                        + " InvoiceIT.numbersThem through the database"
                        + " ExportIT.startsEmpty through files, ports or services")
                .contains("SetupIT.creates → makes pass CheckoutIT.listsOpenOrders through the database")
                .contains(
                        "the class-level fixtures of OrderImportIT → makes fail CatalogIT.listsAll through the database")
                .noneMatch(text -> text.contains("AuditIT") || text.contains("CustomerIT"));
        assertThat(page(SampleReports.full()).select("#pollution")).isEmpty();
    }

    @Test
    void everyLinkOfADiagnosisHasATarget() {
        for (Element link : PAGE.select("a[href^=#]")) {
            assertThat(PageData.hasTarget(PAGE, link.attr("href")))
                    .as(link.attr("href"))
                    .isTrue();
        }
        assertThat(PAGE.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void aDiagnosisWithoutItsFindingHeadsTheCardByItself() {
        HygieneReport report = SampleDiagnoses.report();
        List<TestEntry> diagnosed =
                report.tests().stream().filter(test -> test.diagnosis() != null).toList();
        List<String> headings = page(SampleReports.with(report, diagnosed, List.of()))
                .select("h4")
                .eachText();

        assertThat(headings)
                .contains("victim StatsIT.averages passes alone and fails after "
                        + "[engine:junit-jupiter]/[class:shop.OrderImportIT]/[method:importsCsv()] and "
                        + "[engine:junit-jupiter]/[class:shop.StockIT]/[method:takesOne()] together.")
                .contains("victim AuditIT.isEmpty passes alone and fails in run 4 (reverse order).");
    }
}

package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.SchemaChange;
import io.github.testhygiene.model.SequenceAdvance;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** What {@code index.html} says of the database's evidence. */
class DatabaseHtmlTest {

    private static String html(HygieneReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportHtml().write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Document page(HygieneReport report) {
        return Jsoup.parse(html(report));
    }

    private static final int STATEMENTS = 7;
    private static final int ROWS_LEFT = 8;

    private static Elements database(Document page, String method) {
        return PageData.detail(page, method).select(".database");
    }

    @Test
    void aCardTellsWhatItsTestLeftAndAsked() {
        Element card = page(SampleReports.full()).select(".card").get(0);

        assertThat(card.select(".database").text())
                .contains("14 statements, 4.2 ms on the server, 1 connection opened");
        assertThat(card.select(".rows-left tbody tr td").eachText())
                .startsWith(
                        "public.orders some rows id=1, status=OPEN, total=3.50\nid=2, …",
                        "0 → 3 rows (+3)",
                        "3",
                        "0",
                        "0")
                .contains("public.\"Order Items\"", "9 → 7 rows (−2)");
        assertThat(card.select(".rows-left details")).hasSize(1);
        assertThat(card.select(".plain li").eachText())
                .contains("created table public.import_scratch", "sequence public.orders_id_seq unused → 12");
    }

    @Test
    void aTestWithoutACardTellsItInItsOwnSection() {
        Document page = page(SampleReports.full());

        assertThat(database(page, "placesOrder").text())
                .contains("31 statements", "3 → 4 rows (+1)", "partly committed after its end", "password=***");
        assertThat(PageData.detail(page, "placesOrder").select(".findings").text())
                .contains("leaves-rows", "left behind by");
        assertThat(PageData.row(page, "placesOrder").get(STATEMENTS).asInt()).isEqualTo(31);
        assertThat(PageData.row(page, "placesOrder").get(ROWS_LEFT).asInt()).isEqualTo(4);
        assertThat(database(page, "appliesVoucher").text()).contains("as many", "taken back after the last test");
        assertThat(PageData.row(page, "appliesVoucher").get(STATEMENTS).asInt()).isEqualTo(8);
        assertThat(PageData.row(page, "appliesVoucher").get(ROWS_LEFT).asInt()).isZero();
        assertThat(database(page, "findsByName").text()).contains("Rows left none in the provided database");
        assertThat(database(page, "yearEnd").text())
                .contains("61 changes of the schema (813 ms)", "12,000 times: select * from orders where id = $1")
                .contains("Slow because The schema is made again before the test", "roll back instead.");
        assertThat(database(page, "countsOrders")).isEmpty();
    }

    @Test
    void whatCannotBeToldWhoseItIsHasAReason() {
        Document page = page(SampleReports.full());

        assertThat(database(page, "reservesStock").text())
                .isEqualTo("Database Nothing is known: it overlapped with InventoryIT.releasesStock");
        assertThat(PageData.row(page, "reservesStock").get(STATEMENTS).isNull()).isTrue();
        assertThat(PageData.row(page, "reservesStock").get(ROWS_LEFT).isNull()).isTrue();
    }

    @Test
    void tablesAreSortedByTheNumberOfTestsThatLeaveRowsThere() {
        Document page = page(SampleReports.full());

        assertThat(page.select("#database .tables tbody code").eachText())
                .startsWith("public.orders", "public.report")
                .doesNotContain("public.voucher", "public.product");
        assertThat(page.select("#database .tables tbody tr").get(0).text())
                .isEqualTo("public.orders 2 +4 CheckoutIT.placesOrder 3 → 4 rows (+1)"
                        + " OrderTotalsIT.countsOrders 0 → 3 rows (+3)");
        assertThat(page.select("#database .tables a[href=#fix-11]")).isNotEmpty();
        assertThat(page.select("#database").text())
                .contains(
                        "12,547 statements",
                        "what 1 test executed was not observed. 3 of 15 tests leave rows behind in the provided database; of 1"
                                + " more it was not observed.")
                .contains("class fixtures of CatalogIT public.product 0 → 250 rows (+250)")
                .contains("Schema changes created table public.import_scratch by OrderTotalsIT.countsOrders")
                .contains("Sequences advanced public.orders_id_seq unused → 12 by", "Sessions left open transaction:");
    }

    @Test
    void theTimeHasCauses() {
        Document page = page(SampleReports.full());

        assertThat(page.select("#time .suite-causes").text())
                .contains("The suite 8.94 s The schema is made again for 3 classes", "Create it once for the suite.");
        assertThat(page.select("#time .slowest tbody").get(0).text())
                .startsWith("ReportIT.yearEnd 1.84 s 1.21 s")
                .contains("It takes 3 ms more for every 100 rows");
        assertThat(page.select("#time .slowest tbody").get(1).text()).endsWith("– not over the budget");
    }

    @Test
    void whatWasNotRecordedIsOneLineAndNoEmptySection() {
        EvidenceEntry none = new EvidenceEntry("no right", "no extension", List.of(), List.of());
        HygieneReport plain = SampleReports.with(SampleReports.withoutEvidence(), none);
        Document page = page(plain);

        assertThat(page.select("#database > *").eachText())
                .containsExactly(
                        "Database", "Rows left were not recorded: no right; nor were statements: no extension.");
        assertThat(page.select("#time .causes, #time .slowest .swatch, .database"))
                .isEmpty();
        assertThat(page.select("#tests-table thead th")).hasSize(9);
        assertThat(page(SampleReports.withoutEvidence()).select("#database, #time .causes"))
                .isEmpty();
    }

    @Test
    void rowsAloneHaveTheColumnForThemselves() {
        EvidenceEntry rowsOnly = new EvidenceEntry(null, "no extension", List.of(), List.of());
        List<TestEntry> tests = List.of(leaving(0, SampleEvidence.change("public.t", 2, 1, 0, 0L, 2L))
                .withDatabase(SampleEvidence.span(
                        null, List.of(SampleEvidence.change("public.t", 2, 1, 0, 0L, 2L)), OtherTraces.NONE)));
        Document page = page(SampleReports.with(SampleReports.with(SampleReports.full(), tests, List.of()), rowsOnly));

        assertThat(page.select("#tests-table th").eachText())
                .contains("Rows left")
                .doesNotContain("Statements");
        assertThat(PageData.of(page).at("/tests/0").get(ROWS_LEFT).asInt()).isEqualTo(3);
        assertThat(page.select("#database > p").eachText())
                .containsExactly(
                        "1 of 1 test leaves rows behind in the provided database.",
                        "Statements were not recorded: no extension.");
    }

    @Test
    void aSuiteOfTenThousandKeepsThePageSmall() {
        List<TableChange> wide = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String row = "id=" + i + ", text=" + "x".repeat(75);
            wide.add(SampleEvidence.change("public.table_" + i, 1, 0, 0, 0L, 1L, row, row, row, row, row));
        }
        List<TestEntry> tests = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            tests.add(leaving(i, wide.toArray(TableChange[]::new)));
        }
        HygieneReport report = SampleReports.with(
                SampleReports.full(),
                tests,
                Collections.nCopies(
                        10_000, SampleReports.finding("leaves-rows", Severity.WARNING, "AIT", "m", "Message.")));
        String html = html(report);
        Document page = Jsoup.parse(html);

        assertThat(page.select("#database .tables tbody tr")).hasSize(25);
        assertThat(page.select("#database .tables tbody tr").get(0).text())
                .contains("10,000 +10,000", "and 9,995 more tests");
        assertThat(page.select("#database").text()).contains("and 5 more tables in report.json");
        assertThat(page.select("#database .traces").get(0).text())
                .contains("created table public.scratch", "and 9,995 more");
        assertThat(page.select("#database .traces").get(1).text()).contains("public.seq 0 → 10,000 by");
        assertThat(page.select(".rows-left")).hasSize(300);
        assertThat(PageData.of(page).at("/tests")).hasSize(10_000);
        assertThat(page.select("#findings .rule-group > ul > li")).hasSize(101);
        assertThat(page.select("#findings").text()).endsWith("and 9,900 more findings, only in report.json");
        assertThat(page.select("#time .slowest tbody")).hasSize(10);
        assertThat(page.select("#time > p").text()).isEqualTo("and 9,990 more tests in the table of all tests");
        assertThat(page.select("#time svg.times").outerHtml().length()).isLessThan(250_000);
        assertThat(html.length()).isLessThan(5_000_000);
    }

    private static TestEntry leaving(int number, TableChange... changes) {
        OtherTraces traces = new OtherTraces(
                List.of(new SchemaChange(SchemaChange.Kind.CREATED, "table", "public.scratch")),
                List.of(new SequenceAdvance("public.seq", (long) number, number + 1L)),
                List.of(),
                List.of());
        return SampleReports.test("AIT.m" + number, VerdictKind.ISOLATED, null, null, null, 900)
                .withDatabase(SampleEvidence.span(SampleEvidence.sql(3), List.of(changes), traces))
                .withCauses(SampleEvidence.SLOW);
    }

    @Test
    void hostileEvidenceIsNothingButText() {
        Document page = page(HostileReports.all());
        Element section = page.getElementById("database");

        assertThat(section).isNotNull();
        assertThat(section.text())
                .contains("<script>alert('xss')</script>", "\"><img src=x onerror=alert(1)>", "␛[31mred␛[0m");
        assertThat(page.select(".rows-left code").eachText()).contains("<script>alert('xss')</script>");
        assertThat(page.select("#database script, #time script, .database script, #database img, .database img"))
                .isEmpty();
        assertThat(page.select("#time").text()).contains("${report} @if(true) !{x} {{x}}");
        assertThat(page.select("#database li, #time li, .database code, .database pre, .database dd, .tables td"))
                .allSatisfy(element -> assertThat(element.ownText()).hasSizeLessThanOrEqualTo(2_000));
    }
}

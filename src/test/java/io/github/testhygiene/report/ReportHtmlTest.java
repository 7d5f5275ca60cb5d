package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ReportHtmlTest {

    private static String html(HygieneReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportHtml().write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Document page(HygieneReport report) {
        return Jsoup.parse(html(report));
    }

    @Test
    void theHeaderAnswersWhetherTheSuiteIsClean() {
        Document page = page(SampleReports.full());

        assertThat(page.select("h1").text()).isEqualTo("Failed: 1 victim, 1 brittle test");
        assertThat(page.select(".counts li").eachText())
                .containsExactly("13 isolated", "1 victim", "1 brittle", "1 skipped", "1 unchecked");
        assertThat(page.select(".facts").text())
                .contains("8.94 s of 5 min for 17 tests: within the budget")
                .contains("at least 4 orders", "with a probability of 80 %")
                .contains("PostgreSQL 18.1, container postgres:18-alpine")
                .contains("Seed 20261122", "5 re-runs, 1 min 27 s", "2026-11-22 09:30 UTC");
        assertThat(page.select("header .project").text()).isEqualTo("com.example : shop : 1.4.0");
        assertThat(page.select("footer").text()).contains("0.1.0");
    }

    @Test
    void whereMostIsUncheckedThatComesFirstAndNoTickIsShown() {
        Document page = page(SampleReports.unanswered());

        assertThat(page.select("h1").text()).isEqualTo("Not checked: 12 of 16 tests are unchecked");
        assertThat(page.select("h1").attr("class")).isEqualTo("open");
        assertThat(page.select("h1 + ul li").eachText())
                .containsExactly(
                        "11 tests: its alone run gave no answer: its JVM ended with exit code 1. Raise -Xmx.",
                        "1 test: the time budget ended before its alone run. Raise <timeBudget>.");
        assertThat(page.select("header .overload").text()).contains("load 14.2 at the median");
        assertThat(html(SampleReports.clean())).contains("No test was seen to depend on another one.");
    }

    @Test
    void aVictimHasACardWithAllThatIsKnown() {
        Element card = page(SampleReports.full()).select(".card").get(0);

        assertThat(card.select("h4").text())
                .contains("OrderTotalsIT.countsOrders passes alone and fails in run 4 (reverse order).");
        assertThat(card.text()).contains("passed 7, failed 2", "4 orders tried", "but was: 3L");
        assertThat(card.select("a[href=#run-4]")).hasSize(1);
        assertThat(card.select(".before li").eachText()).hasSize(6).endsWith("OrderTotalsIT.sumsLines");
        assertThat(card.select("details pre").text()).contains("OrderTotalsIT.java:41");
        assertThat(card.select(".replay pre").text()).startsWith("mvn verify -Dtest-hygiene.onlyRun=reverse");
        assertThat(card.select(".advice").text()).startsWith("Let the test make the rows");
    }

    @Test
    void aBrittleTestFailsWithNothingBeforeIt() {
        Element card = page(SampleReports.full()).select(".card").get(1);

        assertThat(card.select("h4").text())
                .contains("CheckoutIT.listsOpenOrders fails alone (run 3) and passes after other tests.");
        assertThat(card.text()).contains("Nothing: it was the first test");
    }

    @Test
    void anUncheckedTestNeverLooksLikeAPass() {
        HygieneReport full = SampleReports.full();
        List<TestEntry> unchecked = full.tests().stream()
                .filter(test -> test.verdict() == VerdictKind.UNCHECKED)
                .toList();
        Document page = page(SampleReports.with(full, unchecked, List.of()).withGate(new GateResult(true, List.of())));

        assertThat(page.select("h1").text()).isEqualTo("Passed, but 1 of 1 test is unchecked");
        assertThat(page.select("h1").hasClass("passed")).isFalse();
        assertThat(page.select("#unchecked li").text())
                .isEqualTo("1 test: the time budget of 10 min ended before its alone run");
        assertThat(PageData.of(page).at("/reasons/0").asString()).startsWith("the time budget of 10 min ended");
        assertThat(PageData.of(page).at("/verdicts/0").asString()).isEqualTo("unchecked");
        assertThat(page.select(".facts").text()).contains("No test was found isolated");
    }

    @Test
    void everyTestAndRunHasARowAndEveryLinkATarget() {
        HygieneReport report = SampleReports.full();
        Document page = page(report);

        assertThat(PageData.of(page).at("/tests")).hasSize(report.tests().size());
        assertThat(page.select("#runs tbody tr")).hasSize(report.runs().size());
        assertThat(page.select("#run-5").text()).contains("crashed", "exit code 137", "not known");
        assertThat(page.select("#run-4 a").attr("href")).isEqualTo("#fix-11");
        for (Element link : page.select("a[href^=#]")) {
            assertThat(PageData.hasTarget(page, link.attr("href")))
                    .as(link.attr("href"))
                    .isTrue();
        }
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void aCleanSuiteSaysSo() {
        Document page = page(SampleReports.clean());

        assertThat(page.select("h1").text()).isEqualTo("Passed");
        assertThat(page.select("#fix-first .card, #unchecked, #findings")).isEmpty();
        assertThat(page.select("#fix-first").text()).contains("No test was seen to depend on another one.");
    }

    @Test
    void theScriptIsWhole() {
        String script =
                page(SampleReports.full()).select("script:not([type])").get(0).html();

        assertThat(script)
                .contains("(function ()", "byId('theme')", "'beforeprint'")
                .endsWith("})();");
    }

    @Test
    void theFileNeedsNoNetwork() {
        Document page = page(SampleReports.full());

        assertThat(page.select("link, img, iframe, script[src], [style]")).isEmpty();
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
    }

    @Test
    void hostileTextsAreNothingButText() {
        Document hostile = page(HostileReports.all());
        String everything = hostile.text();

        assertThat(hostile.select("script:not([type=application/json])")).hasSize(2);
        assertThat(hostile.select(".fill").attr("width")).isEqualTo("100%");
        assertThat(hostile.select("img, [onerror], [onclick]")).isEmpty();
        assertThat(hostile.select("a[href^=javascript]")).isEmpty();
        assertThat(everything)
                .contains("<script>alert('xss')</script>", "\"><img src=x onerror=alert(1)>", "]]></script><!--")
                .contains("'single' \"double\" `back` &amp; &lt;", "${report} @if(true) !{x} {{x}}")
                .contains("␛[31mred␛[0m ␇␀", "👩‍🔧 and 漢字");
        assertThat(html(HostileReports.all()))
                .doesNotContainPattern("[\\x00-\\x08\\x0B-\\x1F\u0080-\u009F\u202A-\u202E\u2066-\u2069\u200F]");
    }

    @Test
    void aLineWithoutEndIsCut() {
        String longest =
                page(HostileReports.all()).select("h1, h3, h4, li, dd, summary, .reason, .message").eachText().stream()
                        .filter(text -> text.contains("xxxxxxxxxx"))
                        .max(Comparator.comparingInt(String::length))
                        .orElseThrow();

        assertThat(longest.length()).isLessThan(3_000);
    }
}

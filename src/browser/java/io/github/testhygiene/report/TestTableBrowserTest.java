package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.text.Phrases;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of all tests, with 10,000 of them. */
@ExtendWith(Browsing.class)
class TestTableBrowserTest {

    private static final String ROWS = "#tests-table tr[data-index]";
    private static final String NAMES = ROWS + " td.name a";

    private static HygieneReport report;

    @BeforeAll
    static void makeReport() {
        report = WrittenPages.LARGE.report();
    }

    private static Tab open(Chromium chromium) {
        Tab tab = chromium.open(WrittenPages.LARGE.file(), Screen.DESKTOP);
        tab.first("#filter-count").waitFor();
        return tab;
    }

    private static long named(String text) {
        return report.tests().stream()
                .filter(test -> test.shortName().toLowerCase(Locale.ROOT).contains(text)
                        || test.className().toLowerCase(Locale.ROOT).contains(text))
                .count();
    }

    private static String counted(long shown) {
        return Phrases.number(shown) + " of 10,000 tests";
    }

    @Test
    void onlyRowsNearTheVisiblePartAreThere(Chromium chromium) {
        Tab tab = open(chromium);
        Locator table = tab.first("#tests-table");

        assertThat(tab.all(ROWS).count()).isBetween(5, 200);
        table.evaluate("box => { box.scrollTop = box.scrollHeight; }");
        tab.first(ROWS + "[data-index='9999']").waitFor();

        assertThat(tab.all(ROWS).count()).isBetween(5, 200);
        assertThat(tab.all(NAMES).last().textContent())
                .isEqualTo(report.tests().get(9_999).shortName());
    }

    @Test
    void whatIsTypedFilters(Chromium chromium) {
        Tab tab = open(chromium);
        assertThat(tab.first("#filter-count").textContent()).isEqualTo(counted(10_000));

        tab.first("#filter-text").fill("Invoice001");

        assertThat(tab.first("#filter-count").textContent()).isEqualTo(counted(named("invoice001")));
        assertThat(tab.all(NAMES).allTextContents()).hasSize(20).allMatch(name -> name.startsWith("Invoice001IT."));
        tab.first("#filter-text").fill("nothing is called like this");
        assertThat(tab.first("#filter-count").textContent()).isEqualTo(counted(0));
        assertThat(tab.all(ROWS).count()).isZero();
    }

    @Test
    void verdictTimeAndRuleFilter(Chromium chromium) {
        Tab tab = open(chromium);

        tab.first("#filter-verdict").selectOption("victim");
        assertThat(tab.first("#filter-count").textContent()).isEqualTo(counted(report.count(VerdictKind.VICTIM)));
        tab.first("#filter-verdict").selectOption("");
        tab.first("#filter-budget").selectOption("over");
        long slow = report.tests().stream()
                .filter(test -> test.budget().label().equals("over"))
                .count();
        assertThat(tab.first("#filter-count").textContent()).isEqualTo(counted(slow));
        tab.first("#filter-rule").selectOption("slow-test");
        assertThat(tab.first("#filter-count").textContent()).isEqualTo(counted(slow));
    }

    @Test
    void aColumnSorts(Chromium chromium) {
        Tab tab = open(chromium);
        Locator median = tab.all("#tests-table th").filter(new Locator.FilterOptions().setHasText("Median"));
        List<String> slowest = report.tests().stream()
                .sorted(Comparator.comparing(
                        (TestEntry test) -> -test.durations().medianMillis()))
                .map(TestEntry::shortName)
                .limit(3)
                .toList();

        median.locator("button").click();

        assertThat(median.getAttribute("aria-sort")).isEqualTo("descending");
        assertThat(tab.all(NAMES).allTextContents().subList(0, 3)).isEqualTo(slowest);
        median.locator("button").press("Enter");
        assertThat(median.getAttribute("aria-sort")).isEqualTo("ascending");
        assertThat(tab.all("#tests-table th[aria-sort]").count()).isEqualTo(1);
        assertThat(tab.all(NAMES).first().textContent()).isNotEqualTo(slowest.get(0));
    }

    @Test
    void theAddressKeepsTheFilter(Chromium chromium) {
        Tab tab = open(chromium);
        tab.first("#filter-text").fill("it");
        tab.first("#filter-verdict").selectOption("brittle");
        tab.all("#tests-table th")
                .filter(new Locator.FilterOptions().setHasText("Median"))
                .locator("button")
                .click();
        String fragment = tab.fragment();
        List<String> names = tab.all(NAMES).allTextContents();

        assertThat(fragment).isEqualTo("tests?text=it&verdict=brittle&sort=median&desc=1");
        tab.visit(fragment);
        tab.first("#filter-count").waitFor();

        assertThat(tab.first("#filter-verdict").inputValue()).isEqualTo("brittle");
        assertThat(tab.first("#filter-text").inputValue()).isEqualTo("it");
        assertThat(tab.first("#filter-count").textContent()).isEqualTo(counted(report.count(VerdictKind.BRITTLE)));
        assertThat(tab.all(NAMES).allTextContents()).isEqualTo(names).isNotEmpty();
    }

    @Test
    void anAddressThatMakesNoSenseShowsEverything(Chromium chromium) {
        Tab tab = open(chromium);

        tab.visit("tests?verdict=none&sort=%3Cscript%3E&desc=7&rule=&text=");

        assertThat(tab.first("#filter-count").textContent()).isEqualTo(counted(10_000));
    }

    @Test
    void aLinkLeadsToATestsOwnSectionAndBack(Chromium chromium) {
        Tab tab = open(chromium);
        tab.first("#filter-verdict").selectOption("skipped");
        Locator link = tab.first(NAMES);
        String name = link.textContent();

        link.click();
        tab.first("#test-detail").waitFor();

        assertThat(tab.first("#test-detail :is(h2, h3)").textContent()).contains(name);
        assertThat(tab.fragment()).matches("test-[0-9]+");
        tab.page().goBack();
        tab.page().waitForFunction("() => document.getElementById('test-detail').hidden");
        assertThat(tab.first("#filter-verdict").inputValue()).isEqualTo("skipped");
    }

    @Test
    void everyTestHasAnAddressOfItsOwn(Chromium chromium) {
        Tab tab = open(chromium);

        for (int position : List.of(1, 4_711, 10_000)) {
            tab.visit("test-" + position);
            tab.first("#test-detail").waitFor();

            assertThat(tab.first("#test-detail :is(h2, h3)").textContent())
                    .contains(report.tests().get(position - 1).shortName());
        }
        tab.visit("test-10001");
        assertThat(tab.first("#filter-count").textContent()).isEqualTo(counted(10_000));
    }
}

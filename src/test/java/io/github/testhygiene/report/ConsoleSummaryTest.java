package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.SelectMode;
import io.github.testhygiene.model.Selection;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.Trend;
import io.github.testhygiene.model.VerdictKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConsoleSummaryTest {

    private static final Path INDEX =
            Path.of("target", "test hygiene", "index.html").toAbsolutePath();

    @Example
    void theGateComesFirstAndThePathLast() {
        List<String> lines = ConsoleSummary.lines(SampleReports.full(), INDEX);

        assertThat(lines)
                .startsWith(
                        "Failed: 1 victim, 1 brittle test",
                        "17 tests: 13 isolated, 1 victim, 1 brittle, 1 skipped, 1 unchecked",
                        "victim       OrderTotalsIT.countsOrders  passes alone and fails in run 4 (reverse order)",
                        "brittle      CheckoutIT.listsOpenOrders  fails alone (run 3) and passes after other tests",
                        "leaves rows  CheckoutIT.placesOrder      `public.orders` 3 → 4 rows (+1) left behind by"
                                + " `CheckoutIT.placesOrder`",
                        "slow         ReportIT.yearEnd            takes 1.84 s at the median; The schema is made again"
                                + " before the test: 1.21 s of 1.84 s",
                        "unchecked    1 test                      the time budget of 10 min ended before its alone run")
                .endsWith(
                        "Suite 8.94 s, within its 5 min; checked in 5 re-runs, 1 min 27 s",
                        "Tried 4 orders of 17 tests: 100 % of the pairs both ways round, 12 of 14 suspected pairs,"
                                + " 38 % of the neighbours; so many show a victim of one polluter and one cleaner with"
                                + " 80 %.",
                        "Seed 20261122; PostgreSQL 18.1 (container)",
                        "Report:",
                        INDEX.toUri().toString());
    }

    @Example
    void whereMostIsUncheckedThatComesFirst() {
        List<String> lines = trimmed(ConsoleSummary.lines(SampleReports.unanswered(), INDEX));

        assertThat(lines)
                .startsWith(
                        "Not checked: 12 of 16 tests are unchecked",
                        "11 tests: its alone run gave no answer: its JVM ended with exit code 1. Raise -Xmx.",
                        "1 test: the time budget ended before its alone run. Raise <timeBudget>.")
                .contains(
                        "The machine was overloaded while tests were re-run (load 14.2 at the median, up to 18.0, on 2"
                                + " processors), which may have affected results: 1 unchecked, 1 slow.");
        assertThat(lines).hasSizeLessThanOrEqualTo(ConsoleSummary.MAX_LINES).noneMatch(line -> line.contains("Passed"));
    }

    @Example
    void aDiagnosisTakesTwoLines() {
        List<String> lines = trimmed(ConsoleSummary.lines(SampleDiagnoses.report(), INDEX));

        assertThat(lines)
                .hasSizeLessThanOrEqualTo(ConsoleSummary.MAX_LINES)
                .containsSequence(
                        "victim  OrderTotalsIT.countsOrders  passes alone and fails after OrderImportIT.importsCsv",
                        "2 rows in `public.orders` (id 17, id 18)",
                        "victim  InvoiceIT.numbersThem  passes alone and fails after OrderImportIT.importsCsv",
                        "1 row in `public.orders` (id 17); harmless: 40 rows in `public.audit_log` (id 1, id 2, id 3, …)"
                                + " and 1 changed row of `public.stock` (sku 'K-1')");
    }

    @Example
    void everyKindOfDiagnosisFitsItsTwoLines() {
        assertThat(diagnosed("StatsIT.averages"))
                .containsExactly(
                        "victim  StatsIT.averages  passes alone and fails after OrderImportIT.importsCsv and"
                                + " StockIT.takesOne together",
                        "through the database");
        assertThat(diagnosed("PriceIT.looksUp"))
                .containsExactly(
                        "victim  PriceIT.looksUp  passes alone and fails after each of CacheIT.fills and StockIT.takesOne",
                        "`CacheIT.fills`: `shop.PriceCache.CACHE`: empty → 3 entries and the thread"
                                + " `cache-refresh-1` running");
        assertThat(diagnosed("CatalogIT.listsAll").get(0)).endsWith("after the class-level fixtures of OrderImportIT");
        assertThat(diagnosed("ExportIT.startsEmpty").get(1)).isEqualTo("a new file `target/out/orders.csv` (3 kB)");
        assertThat(diagnosed("MailIT.sendsOne").get(1)).isEqualTo("through what is not known");
        assertThat(diagnosed("AuditIT.isEmpty"))
                .containsExactly(
                        "victim  AuditIT.isEmpty  passes alone and fails in run 4 (reverse order)",
                        "polluter undetermined: the time budget ended before the search did; likely, not shown:"
                                + " `OrderImportIT.importsCsv` and `StockIT.takesOne`");
        assertThat(diagnosed("CheckoutIT.listsOpenOrders").get(0))
                .isEqualTo("brittle  CheckoutIT.listsOpenOrders  fails alone and passes after SetupIT.creates");
        assertThat(diagnosed("CustomerIT.addsOne").get(0))
                .isEqualTo(
                        "non-idempotent  CustomerIT.addsOne  passes, then fails when run a second time in the same JVM"
                                + " and database");
    }

    /** What is said of one test, with the tests that are no suspects there to be named. */
    private static List<String> diagnosed(String name) {
        HygieneReport report = SampleDiagnoses.report();
        List<TestEntry> tests = report.tests().stream()
                .filter(test -> test.verdict() == VerdictKind.ISOLATED
                        || test.shortName().equals(name))
                .toList();
        return trimmed(ConsoleSummary.lines(SampleReports.with(report, tests, List.of()), INDEX))
                .subList(2, 4);
    }

    /** Without the spaces that align columns. */
    private static List<String> trimmed(List<String> lines) {
        return lines.stream()
                .map(line -> line.strip().replaceAll(" {2,}", "  "))
                .toList();
    }

    @Example
    void aCleanSuiteNeedsFewLines() {
        assertThat(ConsoleSummary.lines(SampleReports.clean(), INDEX))
                .hasSizeLessThanOrEqualTo(8)
                .startsWith("Passed");
    }

    @Example
    void longListsAreCut() {
        List<TestEntry> tests = new ArrayList<>();
        TestFailure failure = new TestFailure("E", "m", "");
        for (int i = 0; i < 15; i++) {
            tests.add(SampleReports.test("AIT.v" + i, VerdictKind.VICTIM, null, failure, 4, 100));
            tests.add(SampleReports.test("AIT.s" + i, VerdictKind.ISOLATED, null, null, null, 600 + i));
            tests.add(SampleReports.test("AIT.u" + i, VerdictKind.UNCHECKED, "reason " + i, null, null, 100));
        }
        List<Finding> findings =
                List.of(SampleReports.finding("thread-sleep", Severity.WARNING, "AIT", "v1", "Sleeps."));
        List<String> lines = ConsoleSummary.lines(SampleReports.with(SampleReports.full(), tests, findings), INDEX);

        assertThat(lines)
                .hasSizeLessThanOrEqualTo(ConsoleSummary.MAX_LINES)
                .filteredOn(line -> line.endsWith("more in the report"))
                .hasSize(3);
        assertThat(trimmed(lines))
                .contains("slow  AIT.s14  takes 614 ms at the median", "also  1 thread-sleep finding");
    }

    @Example
    void hostileTextsStayOnTheirLines() {
        assertThat(ConsoleSummary.lines(HostileReports.all(), INDEX))
                .hasSizeLessThanOrEqualTo(ConsoleSummary.MAX_LINES)
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(200)
                        .doesNotContainPattern("[\\x00-\\x1F\u007F-\u009F\u202A-\u202E]"));
    }

    @Example
    void whatHasChangedTakesOneLine() {
        Trend trend =
                new Trend(Instant.parse("2026-11-20T10:00:00Z"), 9_500, 17, List.of("a", "b"), 5, List.of(), List.of());

        assertThat(ConsoleSummary.lines(SampleReports.full().withTrend(trend), INDEX))
                .containsOnlyOnce("Since 2026-11-20: 2 new, 0 fixed, 5 unchanged; suite 9.50 s → 8.94 s");
        assertThat(ConsoleSummary.lines(SampleReports.full(), INDEX)).noneMatch(line -> line.startsWith("Since"));
    }

    @Example
    void whatWasSelectedTakesOneLineAndWhatWasNotIsNoDoubt() {
        Selection selection = new Selection(SelectMode.CHANGED, "1a2b3c4d", 17, 1, 2, null, List.of("Orders"));
        TestEntry left = SampleReports.test("AIT.left", VerdictKind.UNCHECKED, Selection.NOT_SELECTED, null, null, 5);
        TestEntry over = SampleReports.test("AIT.over", VerdictKind.UNCHECKED, "no time", null, null, 5);
        HygieneReport clean = SampleReports.clean().withSelection(selection);

        assertThat(ConsoleSummary.lines(SampleReports.with(clean, List.of(left), List.of()), INDEX))
                .startsWith("Passed, but 1 of 1 test is not selected");
        assertThat(ConsoleSummary.lines(SampleReports.with(clean, List.of(left, over), List.of()), INDEX))
                .startsWith("Passed, but 1 of 2 tests is unchecked, and 1 is not selected");
        assertThat(ConsoleSummary.lines(clean, INDEX))
                .contains(
                        "Selected 1 of 17 tests (changed since 1a2b3c4: `Orders`); 2 others run as context in orders");
    }

    @Example
    void coloursSayNothingThatWordsDoNot() {
        ConsoleColor paint = (tone, text) -> "<" + tone + ">" + text + "</>";
        List<String> lines = ConsoleSummary.lines(SampleReports.full(), INDEX, paint);

        assertThat(lines)
                .startsWith("<BAD>Failed: 1 victim, 1 brittle test</>")
                .anyMatch(line -> line.startsWith("<BAD>victim</>       OrderTotalsIT.countsOrders  passes"))
                .anyMatch(line -> line.startsWith("<CAUTION>slow</>         ReportIT.yearEnd "));
        assertThat(lines.stream().map(line -> line.replaceAll("</?[A-Z]*>", "")))
                .isEqualTo(ConsoleSummary.lines(SampleReports.full(), INDEX));
        assertThat(ConsoleSummary.lines(SampleReports.clean(), INDEX, paint)).startsWith("<GOOD>Passed</>");
        assertThat(ConsoleSummary.lines(SampleReports.full().withGate(new GateResult(true, List.of())), INDEX, paint)
                        .get(0))
                .startsWith("<CAUTION>Passed, but 1 of 17 tests is unchecked");
    }

    @Example
    void rowsLeftAreSaidInTheWordsOfTheirFinding() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            findings.add(SampleReports.finding("leaves-rows", Severity.WARNING, "AIT", "m" + i, "`t" + i + "` grows"));
        }
        findings.add(SampleReports.finding("leaves-rows", Severity.INFO, "AIT", "remark", "`remark` grows"));
        findings.add(new Finding(
                "leaves-rows", Severity.ERROR, "AIT", "a", "`accepted` grows", "advice", "docs", "fingerprint", true));

        List<String> lines =
                trimmed(ConsoleSummary.lines(SampleReports.with(SampleReports.clean(), List.of(), findings), INDEX));

        assertThat(lines)
                .containsSequence("leaves rows  AIT.m4  `t4` grows", "… and 4 more in the report")
                .noneMatch(line -> line.contains("`t5`") || line.contains("remark"))
                .noneMatch(line -> line.contains("accepted") || line.startsWith("also  "));
    }

    @Example
    void whatWasNotRecordedTakesOneLine() {
        EvidenceEntry neither = new EvidenceEntry("no right to\nread the log", "no extension", List.of(), List.of());
        EvidenceEntry same = new EvidenceEntry("no server", "no server", List.of(), List.of());
        EvidenceEntry rows = new EvidenceEntry("wal_level is replica", null, List.of(), List.of());
        EvidenceEntry statements = new EvidenceEntry(null, " ", List.of(), List.of());

        assertThat(lines(neither))
                .contains("Rows left were not recorded: no right to read the log; nor were statements: no extension");
        assertThat(lines(same)).contains("Rows left and statements were not recorded: no server");
        assertThat(lines(rows)).contains("Rows left were not recorded: wal_level is replica");
        assertThat(lines(statements)).contains("Statements were not recorded: no reason is known");
        assertThat(lines(null)).noneMatch(line -> line.contains("not recorded"));
    }

    private static List<String> lines(EvidenceEntry evidence) {
        return ConsoleSummary.lines(SampleReports.with(SampleReports.clean(), evidence), INDEX);
    }

    @Property(tries = 200)
    void noReportNeedsMoreLines(@ForAll("reports") HygieneReport report) {
        List<String> lines = ConsoleSummary.lines(report, INDEX);

        assertThat(lines)
                .hasSizeBetween(5, ConsoleSummary.MAX_LINES)
                .endsWith(INDEX.toUri().toString());
        assertThat(lines.get(0)).startsWith(report.gate().passed() ? "Passed" : "Failed");
        long unchecked = report.count(VerdictKind.UNCHECKED);
        assertThat(lines.stream().anyMatch(line -> line.startsWith("unchecked ")))
                .isEqualTo(unchecked > 0);
        assertThat(lines.get(0)).isNotEqualTo(unchecked > 0 ? "Passed" : "");
    }

    @Provide
    Arbitrary<HygieneReport> reports() {
        Arbitrary<List<TestEntry>> tests = test().list().ofMaxSize(60);
        Arbitrary<List<Finding>> findings = Combinators.combine(
                        Arbitraries.of(
                                "victim", "slow-test", "leaves-rows", "thread-sleep", "shared-static", "slow-suite"),
                        Arbitraries.of(Severity.values()))
                .as((rule, severity) -> SampleReports.finding(rule, severity, "AIT", "m", "Message."))
                .list()
                .ofMaxSize(30);
        return Combinators.combine(tests, findings, Arbitraries.of(true, false)).as((some, found, passed) -> {
            EvidenceEntry evidence = new EvidenceEntry(found.isEmpty() ? null : "x", "y", List.of(), List.of());
            HygieneReport report = SampleReports.with(SampleReports.with(SampleReports.full(), some, found), evidence);
            Trend trend = new Trend(Instant.EPOCH, 1, 1, List.of(), 0, found, List.of());
            Selection chosen = new Selection(SelectMode.SUSPECTS, null, 90, 60, 0, null, List.of("a", "b", "c", "d"));
            return passed
                    ? report.withGate(new GateResult(true, List.of())).withSelection(chosen)
                    : report.withTrend(trend).withSelection(chosen);
        });
    }

    private static Arbitrary<TestEntry> test() {
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12),
                        Arbitraries.of(VerdictKind.values()),
                        Arbitraries.strings().ofMaxLength(30).injectNull(0.3),
                        Arbitraries.integers().between(1, 8).injectNull(0.3),
                        Arbitraries.longs().between(0, 100_000))
                .as((name, verdict, reason, run, median) ->
                        SampleReports.test("AIT." + name, verdict, reason, null, run, median));
    }
}

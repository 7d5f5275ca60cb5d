package io.github.testhygiene.report;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.CheckingCost;
import io.github.testhygiene.model.Database;
import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.ForkUse;
import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.GateResult.Breach;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.HygieneReport.Project;
import io.github.testhygiene.model.HygieneReport.Suite;
import io.github.testhygiene.model.HygieneReport.Tool;
import io.github.testhygiene.model.LintEntry;
import io.github.testhygiene.model.MachineLoad;
import io.github.testhygiene.model.OrderCoverage;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestEntry.Durations;
import io.github.testhygiene.model.TestEntry.Evidence;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.UncheckedMajority;
import io.github.testhygiene.model.VerdictKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reports to test with: a small shop with one test of nearly every kind. */
public final class SampleReports {

    static final String TRACE = """
            org.opentest4j.AssertionFailedError:
            expected: 2L
             but was: 3L
            \tat shop.OrderTotalsIT.countsOrders(OrderTotalsIT.java:41)
            \tat java.base/java.lang.reflect.Method.invoke(Method.java:580)
            \tat java.base/java.util.ArrayList.forEach(ArrayList.java:1596)
            """;

    private static final List<String> PLAIN = List.of(
            "CatalogIT.findsByName",
            "CatalogIT.sortsByPrice",
            "CatalogIT.rejectsDuplicateSku",
            "CheckoutIT.placesOrder",
            "CheckoutIT.refusesEmptyCart",
            "CheckoutIT.appliesVoucher",
            "InventoryIT.reservesStock",
            "InventoryIT.releasesStock",
            "InventoryIT.rejectsNegativeStock",
            "OrderTotalsIT.sumsLines",
            "OrderTotalsIT.roundsHalfUp",
            "OrderTotalsIT.keepsCurrency");

    static final OrderCoverage COVERAGE = new OrderCoverage(17, 4, 136, 136, 50, 19, 14, 12, 0.8025);

    private SampleReports() {}

    static TestId id(String shortName) {
        String[] parts = shortName.split("\\.");
        return new TestId("[engine:junit-jupiter]/[class:shop." + parts[0] + "]/[method:" + parts[1] + "()]");
    }

    public static HygieneReport full() {
        List<TestEntry> tests = tests().stream().map(SampleEvidence::on).toList();
        List<TestId> order = tests.stream().map(TestEntry::id).toList();
        List<Finding> findings = findings();
        return new HygieneReport(
                        HygieneReport.SCHEMA_VERSION,
                        new Tool("0.1.0"),
                        new Project("com.example", "shop", "1.4.0", "back/shop"),
                        20261122,
                        Instant.parse("2026-11-22T09:30:15.123Z"),
                        96_400,
                        new Database(Provider.CONTAINER, "18.1", "postgres:18-alpine"),
                        new Suite(tests.size(), 8_940, 300_000, true),
                        runs(order),
                        tests,
                        findings,
                        new GateResult(
                                false,
                                List.of(
                                        new Breach("victim", 1, 0, "1 victim: OrderTotalsIT.countsOrders"),
                                        new Breach("brittle", 1, 0, "1 brittle test: CheckoutIT.listsOpenOrders"))),
                        SampleEvidence.ENTRY,
                        new LintEntry(4, 9, 38, List.of(new LintEntry.PackageTests("shop", 4, tests.size(), 1)), null),
                        null)
                .withCoverage(COVERAGE)
                .withForks(new ForkUse(9, 4, 1, List.of("shop.CatalogIT")))
                .withChecking(new CheckingCost(5, 87_000, MachineLoad.of(4, 3.1, 5.2), null));
    }

    /** Of 17 tests, 12 have no answer, for two reasons; the machine was overloaded, and the gate lets it pass. */
    public static HygieneReport unanswered() {
        UncheckedMajority unanswered = new UncheckedMajority(
                16,
                12,
                List.of(
                        new UncheckedMajority.Reason(
                                "its alone run gave no answer: its JVM ended with exit code 1", 11, "Raise -Xmx."),
                        new UncheckedMajority.Reason(
                                "the time budget ended before its alone run", 1, "Raise <timeBudget>.")));
        return full().withGate(new GateResult(true, List.of()))
                .withChecking(new CheckingCost(5, 87_000, MachineLoad.of(2, 14.2, 18), unanswered));
    }

    public static HygieneReport clean() {
        HygieneReport full = full();
        return with(
                        full,
                        full.tests().stream()
                                .filter(test -> test.verdict() == VerdictKind.ISOLATED)
                                .toList(),
                        List.of())
                .withGate(new GateResult(true, List.of()));
    }

    public static HygieneReport with(HygieneReport report, List<TestEntry> tests, List<Finding> findings) {
        return new HygieneReport(
                report.schemaVersion(),
                report.tool(),
                report.project(),
                report.seed(),
                report.startedAt(),
                report.durationMillis(),
                report.database(),
                report.suite(),
                report.runs(),
                tests,
                findings,
                report.gate(),
                report.evidence(),
                report.lint(),
                report.trend(),
                report.selection(),
                report.coverage(),
                report.forks(),
                report.checking());
    }

    /** With nothing but these of what runs and findings tell. */
    static HygieneReport of(List<RunEntry> runs, List<TestEntry> tests, List<Finding> findings) {
        HygieneReport full = full();
        return new HygieneReport(
                HygieneReport.SCHEMA_VERSION,
                full.tool(),
                full.project(),
                full.seed(),
                full.startedAt(),
                full.durationMillis(),
                full.database(),
                full.suite(),
                runs,
                tests,
                findings,
                full.gate());
    }

    public static HygieneReport with(HygieneReport report, EvidenceEntry evidence) {
        return new HygieneReport(
                report.schemaVersion(),
                report.tool(),
                report.project(),
                report.seed(),
                report.startedAt(),
                report.durationMillis(),
                report.database(),
                report.suite(),
                report.runs(),
                report.tests(),
                report.findings(),
                report.gate(),
                evidence,
                report.lint(),
                report.trend(),
                report.selection(),
                report.coverage(),
                report.forks(),
                report.checking());
    }

    /** As the plugin reported before it asked the database. */
    static HygieneReport withoutEvidence() {
        return with(with(full(), tests(), findings()), null);
    }

    public static TestEntry test(
            String shortName, VerdictKind verdict, String reason, TestFailure failure, Integer failedIn, long median) {
        boolean ran = verdict != VerdictKind.SKIPPED;
        Durations durations = ran
                ? new Durations(median + 9, median, median * 2, median * 3, median + 400)
                : new Durations(null, 0, 0, 0, null);
        Budget budget = median > 500 ? Budget.OVER : median < 50 ? Budget.UNDER : Budget.WITHIN;
        int failed = failure == null ? 0 : 2;
        Evidence evidence = ran ? new Evidence(7, failed, 4, 1 - Math.pow(2 / 3.0, 4)) : new Evidence(0, 0, 0, 0);
        String[] parts = shortName.split("\\.");
        return new TestEntry(
                id(shortName),
                "shop." + parts[0],
                parts[1],
                parts[1] + "()",
                verdict,
                reason,
                evidence,
                failure,
                failedIn,
                durations,
                budget,
                "mvn verify -Dtest-hygiene.onlyRun=reverse -Dtest-hygiene.seed=20261122");
    }

    private static List<TestEntry> tests() {
        List<TestEntry> tests = new ArrayList<>();
        int median = 31;
        for (String name : PLAIN) {
            tests.add(test(name, VerdictKind.ISOLATED, null, null, null, median));
            median = median * 5 % 430 + 20;
        }
        TestFailure miscounted =
                new TestFailure("org.opentest4j.AssertionFailedError", "\nexpected: 2L\n but was: 3L", TRACE);
        TestFailure missing = new TestFailure("java.util.NoSuchElementException", "no order with status OPEN", TRACE);
        tests.add(9, test("OrderTotalsIT.countsOrders", VerdictKind.VICTIM, null, miscounted, 4, 64));
        tests.add(4, test("CheckoutIT.listsOpenOrders", VerdictKind.BRITTLE, null, missing, 3, 71));
        tests.add(test("ReportIT.yearEnd", VerdictKind.ISOLATED, null, null, null, 1_840));
        tests.add(test(
                "ReportIT.exportsCsv",
                VerdictKind.UNCHECKED,
                "the time budget of 10 min ended before its alone run",
                null,
                null,
                95));
        tests.add(test("ReportIT.printsPdf", VerdictKind.SKIPPED, "disabled: needs a printer", null, null, 0));
        return tests;
    }

    private static List<RunEntry> runs(List<TestId> order) {
        List<TestId> reverse = new ArrayList<>(order);
        Collections.reverse(reverse);
        TestId victim = id("OrderTotalsIT.countsOrders");
        TestId brittle = id("CheckoutIT.listsOpenOrders");
        int all = order.size();
        return List.of(
                new RunEntry(1, "reference", RunKind.REFERENCE, all, 8_940, "completed", null, order, List.of()),
                new RunEntry(2, "alone-1", RunKind.ALONE, 1, 2_210, "completed", null, null, List.of()),
                new RunEntry(3, "alone-2", RunKind.ALONE, 1, 2_304, "completed", null, null, List.of(brittle)),
                new RunEntry(4, "reverse", RunKind.REVERSE, all, 9_120, "completed", null, reverse, List.of(victim)),
                new RunEntry(
                        5,
                        "shuffled-1",
                        RunKind.SHUFFLED,
                        all,
                        30_000,
                        "crashed",
                        "the JVM ended with exit code 137 while ReportIT.exportsCsv ran",
                        null,
                        List.of()),
                new RunEntry(6, "confirm-1", RunKind.CONFIRM, all, 9_007, "completed", null, reverse, List.of(victim)));
    }

    private static List<Finding> findings() {
        return List.of(
                finding("victim", Severity.ERROR, "OrderTotalsIT", "countsOrders", "Fails after other tests."),
                finding("brittle", Severity.ERROR, "CheckoutIT", "listsOpenOrders", "Fails alone."),
                finding(
                        "leaves-rows",
                        Severity.WARNING,
                        "CheckoutIT",
                        "placesOrder",
                        "`public.orders` 3 → 4 rows (+1) left behind by `CheckoutIT.placesOrder`"),
                finding("slow-test", Severity.WARNING, "ReportIT", "yearEnd", "Takes 1.84 s, over 500 ms."),
                new Finding(
                        "unchecked",
                        Severity.INFO,
                        "shop.ReportIT",
                        "exportsCsv",
                        "Has no answer.",
                        "Raise <timeBudget>.",
                        "https://example.com/docs#unchecked",
                        "f-unchecked",
                        true));
    }

    public static Finding finding(String rule, Severity severity, String className, String methodName, String message) {
        return new Finding(
                rule,
                severity,
                "shop." + className,
                methodName,
                message,
                "Let the test make the rows that it counts, and look only at those.",
                "https://example.com/docs#" + rule,
                rule + ":" + className + "." + methodName,
                false);
    }
}

package io.github.testhygiene.report;

import static io.github.testhygiene.fixture.SampleCulprits.diagnosis;
import static io.github.testhygiene.fixture.SampleCulprits.fixtures;
import static io.github.testhygiene.fixture.SampleCulprits.ids;
import static io.github.testhygiene.fixture.SampleCulprits.inserted;
import static io.github.testhygiene.fixture.SampleCulprits.leaving;
import static io.github.testhygiene.fixture.SampleCulprits.notFound;
import static io.github.testhygiene.fixture.SampleCulprits.part;
import static io.github.testhygiene.fixture.SampleCulprits.proof;
import static io.github.testhygiene.fixture.SampleCulprits.throughRows;
import static io.github.testhygiene.fixture.SampleCulprits.with;
import static io.github.testhygiene.fixture.SampleCulprits.withoutProof;

import io.github.testhygiene.diagnosis.AloneCounts;
import io.github.testhygiene.diagnosis.VerdictFindings;
import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sample shop with a diagnosis of every kind. */
final class SampleDiagnoses {

    private static final TestFailure FAILURE =
            new TestFailure("org.opentest4j.AssertionFailedError", "expected: 2L\n but was: 4L", SampleReports.TRACE);
    private static final List<String> OTHERS = List.of(
            "OrderImportIT.importsCsv", "StockIT.takesOne", "CleanIT.empties", "SetupIT.creates", "CacheIT.fills");

    private SampleDiagnoses() {}

    static HygieneReport report() {
        HygieneReport full = SampleReports.full();
        List<TestEntry> tests = new ArrayList<>();
        OTHERS.forEach(name -> tests.add(SampleReports.test(name, VerdictKind.ISOLATED, null, null, null, 60)));
        Map<String, Diagnosis> victims = victims();
        Map<String, Diagnosis> brittle = brittle();
        for (TestEntry test : full.tests()) {
            if (!victims.containsKey(test.shortName()) && !brittle.containsKey(test.shortName())) {
                tests.add(test);
            }
        }
        victims.forEach(
                (name, found) -> tests.add(test(name, VerdictKind.VICTIM, 4).withDiagnosis(found)));
        brittle.forEach(
                (name, found) -> tests.add(test(name, VerdictKind.BRITTLE, 3).withDiagnosis(found)));
        tests.add(test("OwnOrderIT.fails", VerdictKind.VICTIM, 1)
                .withDiagnosis(diagnosis(leaving(
                        Leak.JVM,
                        "CacheIT.fills",
                        new LeakTrace(LeakTrace.Kind.TIME_ZONE, "default", "UTC", "Asia/Tokyo")))));
        tests.add(test("CustomerIT.addsOne", VerdictKind.NON_IDEMPOTENT, 4)
                .withDiagnosis(diagnosis(throughRows(
                        proof(
                                List.of(inserted("public.customers", 1, "id 5")),
                                List.of(),
                                "DELETE FROM public.customers WHERE id = 5"),
                        "CustomerIT.addsOne"))));
        tests.add(test("ClockIT.ticks", VerdictKind.FLAKY, 4));
        return SampleReports.with(full, tests, findings(full, tests));
    }

    private static TestEntry test(String name, VerdictKind kind, int failedIn) {
        String reason = kind == VerdictKind.FLAKY ? "alone it passed 2 and failed 1 times" : null;
        return SampleReports.test(name, kind, reason, FAILURE, failedIn, 64);
    }

    private static Map<String, Diagnosis> victims() {
        Map<String, Diagnosis> victims = new LinkedHashMap<>();
        victims.put(
                "OrderTotalsIT.countsOrders",
                with(
                        diagnosis(throughRows(
                                proof(
                                        List.of(inserted("public.orders", 2, "id 17", "id 18")),
                                        List.of(),
                                        "DELETE FROM public.orders WHERE id IN (17, 18)"),
                                "OrderImportIT.importsCsv")),
                        ids("CleanIT.empties"),
                        null));
        victims.put(
                "InvoiceIT.numbersThem",
                diagnosis(throughRows(
                        proof(
                                List.of(inserted("public.orders", 1, "id 17")),
                                List.of(
                                        inserted("public.audit_log", 40, "id 1", "id 2", "id 3", "id 4", "id 5"),
                                        part(LeftItem.Kind.UPDATED, "public.stock", 1, "sku 'K-1'")),
                                "DELETE FROM public.order_lines WHERE order_id = 17",
                                "DELETE FROM public.orders WHERE id = 17"),
                        "OrderImportIT.importsCsv")));
        victims.put(
                "StatsIT.averages",
                diagnosis(withoutProof(
                        Leak.DATABASE, null, "public.log has no key", "OrderImportIT.importsCsv", "StockIT.takesOne")));
        victims.put(
                "PriceIT.looksUp",
                diagnosis(
                        leaving(
                                Leak.JVM,
                                "CacheIT.fills",
                                new LeakTrace(
                                        LeakTrace.Kind.STATIC_FIELD, "shop.PriceCache.CACHE", "empty", "3 entries"),
                                new LeakTrace(LeakTrace.Kind.THREAD, "cache-refresh-1", null, null)),
                        leaving(Leak.JVM, "StockIT.takesOne")));
        victims.put(
                "CatalogIT.listsAll",
                diagnosis(fixtures(
                        "shop.OrderImportIT",
                        proof(List.of(inserted("public.product", 250, "id 1", "id 2")), List.of()),
                        "OrderImportIT.importsCsv")));
        victims.put(
                "ExportIT.startsEmpty",
                diagnosis(leaving(
                        Leak.OUTSIDE,
                        "OrderImportIT.importsCsv",
                        new LeakTrace(LeakTrace.Kind.FILE, "target/out/orders.csv", null, "3 kB"))));
        victims.put(
                "MailIT.sendsOne",
                with(
                        diagnosis(withoutProof(
                                Leak.UNDETERMINED, "the run in two JVMs crashed", null, "StockIT.takesOne")),
                        List.of(),
                        "the time budget ended"));
        victims.put(
                "TicketIT.isTheFirst",
                diagnosis(throughRows(
                        proof(
                                List.of(part(LeftItem.Kind.SEQUENCE, "public.ticket_seq", 1, "1 → 4")),
                                List.of(),
                                "SELECT setval('public.ticket_seq', 1, false)"),
                        "StockIT.takesOne")));
        victims.put(
                "AuditIT.isEmpty",
                notFound(
                        "the time budget ended before the search did", "OrderImportIT.importsCsv", "StockIT.takesOne"));
        return victims;
    }

    private static Map<String, Diagnosis> brittle() {
        Map<String, Diagnosis> brittle = new LinkedHashMap<>();
        brittle.put(
                "CheckoutIT.listsOpenOrders",
                diagnosis(throughRows(
                        proof(
                                List.of(inserted("public.customers", 1, "id 1")),
                                List.of(),
                                "DELETE FROM public.customers WHERE id = 1"),
                        "SetupIT.creates")));
        brittle.put("CheckoutIT.readsSettings", notFound("no run showed one"));
        return brittle;
    }

    private static List<Finding> findings(HygieneReport full, List<TestEntry> tests) {
        Map<TestId, RecordedTest> recorded = tests.stream()
                .map(test -> SampleTests.test(test.className(), test.methodName()))
                .collect(Collectors.toMap(RecordedTest::id, Function.identity()));
        Map<TestId, Diagnosis> diagnoses = new HashMap<>();
        Map<TestId, AloneCounts> alone = new HashMap<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (TestEntry test : tests) {
            if (test.diagnosis() != null) {
                diagnoses.put(test.id(), test.diagnosis());
            }
            alone.put(test.id(), test.verdict() == VerdictKind.BRITTLE ? new AloneCounts(0, 3) : new AloneCounts(3, 0));
            String label = test.failedIn() == null
                    ? null
                    : full.runs().get(test.failedIn() - 1).label();
            verdicts.add(new Verdict(
                    test.id(), test.verdict(), test.reason(), test.evidence(), test.failure(), test.failedIn(), label));
        }
        List<Finding> findings =
                new ArrayList<>(VerdictFindings.create(verdicts, recorded, diagnoses, alone, Map.of()));
        full.findings().stream()
                .filter(finding ->
                        finding.rule().startsWith("leaves") || finding.rule().startsWith("slow"))
                .forEach(findings::add);
        return findings;
    }
}

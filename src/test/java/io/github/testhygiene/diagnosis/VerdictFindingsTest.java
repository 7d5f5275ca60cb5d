package io.github.testhygiene.diagnosis;

import static io.github.testhygiene.fixture.SampleCulprits.diagnosis;
import static io.github.testhygiene.fixture.SampleCulprits.fixtures;
import static io.github.testhygiene.fixture.SampleCulprits.id;
import static io.github.testhygiene.fixture.SampleCulprits.ids;
import static io.github.testhygiene.fixture.SampleCulprits.inserted;
import static io.github.testhygiene.fixture.SampleCulprits.leaving;
import static io.github.testhygiene.fixture.SampleCulprits.notFound;
import static io.github.testhygiene.fixture.SampleCulprits.part;
import static io.github.testhygiene.fixture.SampleCulprits.proof;
import static io.github.testhygiene.fixture.SampleCulprits.throughRows;
import static io.github.testhygiene.fixture.SampleCulprits.with;
import static io.github.testhygiene.fixture.SampleCulprits.withoutProof;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RowProof;
import io.github.testhygiene.model.TestEntry.Evidence;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerdictFindingsTest {

    private static final String SUSPECT = "OrderTotalsIT.countsOrders";
    private static final RowProof TWO_ROWS = proof(List.of(inserted("public.orders", 2, "id 17", "id 18")), List.of());

    private static final Map<TestId, RecordedTest> TESTS = Stream.of(
                    test("shop.OrderImportIT", "importsCsv"),
                    test("shop.StockIT", "takesOne"),
                    test("shop.CleanIT", "empties"),
                    test("shop.SetupIT", "creates"),
                    test("shop.OrderTotalsIT", "countsOrders"),
                    test("shop.OrderTotalsIT", "places"))
            .collect(Collectors.toMap(RecordedTest::id, Function.identity()));

    private static Verdict verdict(String name, VerdictKind kind, String reason, Integer failedIn, String label) {
        return new Verdict(id(name), kind, reason, new Evidence(9, 9, 3, 0.7), null, failedIn, label);
    }

    private static Verdict isolated(String name) {
        return verdict(name, VerdictKind.ISOLATED, null, null, null);
    }

    private static Finding only(Verdict verdict, Diagnosis diagnosis, AloneCounts alone) {
        List<Verdict> verdicts = List.of(isolated("OrderImportIT.importsCsv"), isolated("CleanIT.empties"), verdict);
        List<Finding> findings = VerdictFindings.create(
                verdicts,
                TESTS,
                diagnosis == null ? Map.of() : Map.of(verdict.id(), diagnosis),
                alone == null ? Map.of() : Map.of(verdict.id(), alone),
                Map.of());
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static Finding victim(Diagnosis diagnosis) {
        return only(verdict(SUSPECT, VerdictKind.VICTIM, null, 4, "reverse"), diagnosis, new AloneCounts(3, 0));
    }

    private static Finding victim(Culprit... culprits) {
        return victim(diagnosis(culprits));
    }

    private static Finding brittle(Diagnosis diagnosis) {
        return only(verdict(SUSPECT, VerdictKind.BRITTLE, null, 3, "alone-2"), diagnosis, new AloneCounts(0, 3));
    }

    @Test
    void aVictimNamesItsPolluterAndWhatThatLeaves() {
        Finding finding = victim(throughRows(TWO_ROWS, "OrderImportIT.importsCsv"));

        assertThat(finding.message())
                .isEqualTo("`OrderTotalsIT.countsOrders` passes alone (3 of 3) and fails after"
                        + " `OrderImportIT.importsCsv` (3 of 3), which leaves 2 rows in `public.orders`.");
        assertThat(finding.advice()).isEqualTo("Fix the clean-up in `OrderImportIT`, not this test.");
    }

    @Test
    void rowsThatDoNoHarmAreToldFromThoseThatDo() {
        RowProof proof = proof(
                List.of(inserted("public.orders", 1, "id 17")),
                List.of(inserted("public.audit_log", 40, "id 1", "id 2")),
                "DELETE FROM public.orders WHERE id = 17");
        Finding finding = victim(throughRows(proof, "OrderImportIT.importsCsv"));

        assertThat(finding.message())
                .endsWith(
                        "after `OrderImportIT.importsCsv` (3 of 3), through the database. It fails because of 1 row in"
                                + " `public.orders` (id 17); the 40 rows in `public.audit_log` are harmless.");
        assertThat(finding.advice())
                .isEqualTo("Fix the clean-up in `OrderImportIT`, not this test."
                        + " Tried, and it helped: `DELETE FROM public.orders WHERE id = 17`.");
    }

    @Test
    void longCleanUpStaysInTheReport() {
        RowProof two = proof(List.of(inserted("t", 2)), List.of(), "DELETE FROM a", "DELETE FROM b");
        RowProof endless = proof(List.of(inserted("t", 2)), List.of(), "DELETE FROM " + "x".repeat(200));

        assertThat(victim(throughRows(two, "OrderImportIT.importsCsv")).advice())
                .endsWith(" Tried, and it helped: the 2 clean-up statements in the report.");
        assertThat(victim(throughRows(endless, "OrderImportIT.importsCsv")).advice())
                .endsWith(" Tried, and it helped: the clean-up statement in the report.");
    }

    @Test
    void whatWasDoneToRowsIsSaidAsSuch() {
        RowProof proof = proof(
                List.of(
                        part(LeftItem.Kind.UPDATED, "public.stock", 2),
                        part(LeftItem.Kind.DELETED, "public.voucher", 1),
                        inserted("public.orders", 1)),
                List.of());
        RowProof harmless = proof(
                List.of(part(LeftItem.Kind.UPDATED, "public.stock", 2, "id 1", "id 2")),
                List.of(part(LeftItem.Kind.DELETED, "public.voucher", 1)));

        assertThat(victim(throughRows(proof, "StockIT.takesOne")).message())
                .endsWith(", which changes 2 rows of `public.stock`, deletes 1 row of `public.voucher`"
                        + " and leaves 1 row in `public.orders`.");
        assertThat(victim(throughRows(harmless, "StockIT.takesOne")).message())
                .endsWith("because of 2 changed rows of `public.stock` (id 1, id 2);"
                        + " the deleted row of `public.voucher` is harmless.");
    }

    @Test
    void pollutersThatOnlyActTogetherAreToldTogether() {
        Finding finding = victim(throughRows(TWO_ROWS, "OrderImportIT.importsCsv", "StockIT.takesOne"));

        assertThat(finding.message())
                .isEqualTo("`OrderTotalsIT.countsOrders` passes alone (3 of 3) and fails after"
                        + " `OrderImportIT.importsCsv` and `StockIT.takesOne` together (3 of 3), which leave 2 rows in"
                        + " `public.orders`; either alone does no harm.");
        assertThat(finding.advice()).isEqualTo("Fix the clean-up in `OrderImportIT` or in `StockIT`, not this test.");
    }

    @Test
    void eachPolluterStandsForItself() {
        Finding finding = victim(
                throughRows(TWO_ROWS, "OrderImportIT.importsCsv"),
                leaving(Leak.JVM, "StockIT.takesOne"),
                withoutProof(Leak.DATABASE, null, null, "OrderTotalsIT.places"),
                leaving(Leak.JVM, "SetupIT.creates"));

        assertThat(finding.message())
                .endsWith("fails after `OrderImportIT.importsCsv` (3 of 3), which leaves 2 rows in `public.orders`;"
                        + " also after `StockIT.takesOne` (3 of 3), through the JVM, where nothing was found that differs;"
                        + " also after `OrderTotalsIT.places` (3 of 3), through the database; and after 1 more.");
        assertThat(finding.advice())
                .isEqualTo("Fix the clean-up in `OrderImportIT`, in `StockIT`, after `OrderTotalsIT.places` and 1 more,"
                        + " not this test.");
    }

    @Test
    void theFixturesOfAClassCanBeThePolluter() {
        Finding finding = victim(fixtures("shop.OrderImportIT", TWO_ROWS, "OrderImportIT.importsCsv"));

        assertThat(finding.message())
                .endsWith("fails after the class-level fixtures of `OrderImportIT` (3 of 3),"
                        + " which leave 2 rows in `public.orders`.");
        assertThat(finding.advice()).isEqualTo("Fix the clean-up after all tests of `OrderImportIT`, not this test.");
    }

    @Test
    void whatStaysInTheJvmIsNamed() {
        assertThat(leak(Leak.JVM, trace(LeakTrace.Kind.STATIC_FIELD, "shop.PriceCache.CACHE", "empty", "3 entries")))
                .endsWith(", which leaves `shop.PriceCache.CACHE`: empty → 3 entries.");
        assertThat(leak(Leak.JVM, trace(LeakTrace.Kind.SYSTEM_PROPERTY, "shop.mode", null, "test")))
                .endsWith(", which leaves the system property `shop.mode`: now test.");
        assertThat(leak(Leak.JVM, trace(LeakTrace.Kind.SYSTEM_PROPERTY, "shop.mode", "live", null)))
                .endsWith(", which leaves the system property `shop.mode`: gone, was live.");
        assertThat(leak(Leak.JVM, trace(LeakTrace.Kind.TIME_ZONE, "default", "UTC", "Asia/Tokyo")))
                .endsWith(", which leaves the default time zone: UTC → Asia/Tokyo.");
        assertThat(leak(
                        Leak.JVM,
                        trace(LeakTrace.Kind.THREAD, "pool-1", null, "RUNNABLE"),
                        trace(LeakTrace.Kind.CHARSET, "default", null, null),
                        trace(LeakTrace.Kind.LOCALE, "display", "en", "de")))
                .endsWith(
                        ", which leaves the thread `pool-1` running (RUNNABLE), the default character set and 1 more.");
        assertThat(leak(Leak.JVM)).endsWith(", through the JVM, where nothing was found that differs.");
    }

    @Test
    void whatStaysOutsideIsNamed() {
        assertThat(leak(Leak.OUTSIDE, trace(LeakTrace.Kind.FILE, "target/out/orders.csv", null, "3 kB")))
                .endsWith(", which leaves a new file `target/out/orders.csv` (3 kB).");
        assertThat(leak(Leak.OUTSIDE, trace(LeakTrace.Kind.FILE, "shop.ini", "1 kB", "2 kB")))
                .endsWith(", which leaves the file `shop.ini` changed (1 kB → 2 kB).");
        assertThat(leak(Leak.OUTSIDE, trace(LeakTrace.Kind.FILE, "shop.ini", "1 kB", null)))
                .endsWith(", which leaves the file `shop.ini` deleted.");
        assertThat(leak(Leak.OUTSIDE, trace(LeakTrace.Kind.PORT, "8080", null, null)))
                .endsWith(", which leaves the port `8080` open.");
        assertThat(leak(Leak.OUTSIDE))
                .endsWith(", through files, ports or services, where nothing was found that differs.");
    }

    private static String leak(Leak leak, LeakTrace... traces) {
        return victim(leaving(leak, "StockIT.takesOne", traces)).message();
    }

    private static LeakTrace trace(LeakTrace.Kind kind, String name, String before, String after) {
        return new LeakTrace(kind, name, before, after);
    }

    @Test
    void whatIsNotKnownIsSaidNotToBe() {
        String none = victim(withoutProof(Leak.UNDETERMINED, null, null, "StockIT.takesOne"))
                .message();
        String crash = victim(withoutProof(Leak.UNDETERMINED, "a JVM crashed", null, "StockIT.takesOne"))
                .message();
        String rows = victim(withoutProof(Leak.DATABASE, null, "its tables have no keys.", "StockIT.takesOne"))
                .message();

        assertThat(none).endsWith("after `StockIT.takesOne` (3 of 3). Through what is not known.");
        assertThat(crash).endsWith("after `StockIT.takesOne` (3 of 3). Through what is not known: a JVM crashed.");
        assertThat(rows)
                .endsWith("(3 of 3), through the database. Which rows matter is not known: its tables have no keys.");
    }

    @Test
    void aVictimOfASequenceIsToldToAskForItsNumber() {
        RowProof proof =
                proof(List.of(part(LeftItem.Kind.SEQUENCE, "public.orders_id_seq", 1, "1 → 3")), List.of(), "SELECT 1");
        Finding finding = victim(throughRows(proof, "OrderImportIT.importsCsv"));

        assertThat(finding.message()).endsWith(", which advances the sequence `public.orders_id_seq`.");
        assertThat(finding.advice()).contains("ask for the number").doesNotContain("Fix the clean-up");
    }

    @Test
    void candidatesAreNoCulprits() {
        Diagnosis over = notFound("the time budget ended", "OrderImportIT.importsCsv", "StockIT.takesOne");
        Finding finding = victim(over);

        assertThat(finding.message())
                .isEqualTo("`OrderTotalsIT.countsOrders` passes alone (3 of 3) and fails in run 4 (reverse)."
                        + " Its polluter is undetermined: the time budget ended."
                        + " Likely, but not shown: `OrderImportIT.importsCsv` and `StockIT.takesOne`.");
        assertThat(finding.advice()).contains("raise <timeBudget>").doesNotContain("OrderImportIT");
        assertThat(victim(notFound(null)).message()).endsWith("Its polluter is undetermined: no run showed one.");
    }

    @Test
    void aSearchThatEndedEarlyMayHaveMissedOthers() {
        Diagnosis found =
                with(diagnosis(throughRows(TWO_ROWS, "OrderImportIT.importsCsv")), List.of(), "the time budget ended");

        assertThat(victim(found).message())
                .endsWith("`public.orders`. There may be more polluters: the time budget ended.");
    }

    @Test
    void aCleanerExplainsWhyNobodySawIt() {
        Diagnosis diagnosis = diagnosis(throughRows(TWO_ROWS, "OrderImportIT.importsCsv"));

        assertThat(victim(with(diagnosis, ids("CleanIT.empties"), null)).message())
                .endsWith("`public.orders`. `CleanIT.empties` between them hides it, as in your order.");
        assertThat(victim(with(diagnosis, ids("CleanIT.empties", "SetupIT.creates"), null))
                        .message())
                .endsWith(" `CleanIT.empties` and `SetupIT.creates` between them hide it.");
    }

    @Test
    void aVictimOfTheReferenceOrderFailsInYourOwn() {
        Verdict verdict = verdict(SUSPECT, VerdictKind.VICTIM, null, 1, "reference");
        Diagnosis found = diagnosis(throughRows(TWO_ROWS, "OrderImportIT.importsCsv"));

        assertThat(only(verdict, found, new AloneCounts(2, 0)).message())
                .isEqualTo("`OrderTotalsIT.countsOrders` fails in your own order, passes alone (2 of 2) and fails after"
                        + " `OrderImportIT.importsCsv` (3 of 3), which leaves 2 rows in `public.orders`.");
        assertThat(only(verdict, null, null).message())
                .isEqualTo("`OrderTotalsIT.countsOrders` fails in your own order and passes alone.");
    }

    @Test
    void withoutASearchNobodyIsAccused() {
        Verdict verdict = verdict(SUSPECT, VerdictKind.VICTIM, null, 4, "reverse");

        assertThat(only(verdict, null, null).message())
                .isEqualTo("`OrderTotalsIT.countsOrders` passes alone and fails in run 4 (reverse).");
        assertThat(brittle(null).message())
                .isEqualTo("`OrderTotalsIT.countsOrders` fails alone (3 of 3) and passes after other tests.");
    }

    @Test
    void aBrittleTestNamesWhoSetsItUp() {
        RowProof proof = proof(
                List.of(inserted("public.customers", 1, "id 1")),
                List.of(inserted("public.log", 2)),
                "DELETE FROM public.customers WHERE id = 1");
        Finding plain = brittle(diagnosis(throughRows(TWO_ROWS, "SetupIT.creates")));
        Finding proved = brittle(diagnosis(throughRows(proof, "SetupIT.creates", "StockIT.takesOne")));

        assertThat(plain.message())
                .isEqualTo("`OrderTotalsIT.countsOrders` fails alone (3 of 3) and passes after `SetupIT.creates`"
                        + " (3 of 3), which leaves 2 rows in `public.orders`.");
        assertThat(plain.advice()).isEqualTo("Let its own fixture create what it reads.");
        assertThat(proved.message())
                .endsWith("together (3 of 3), through the database; neither is enough alone. Taking back 1 row in"
                        + " `public.customers` (id 1) is enough to change that.");
        assertThat(proved.advice()).doesNotContain("DELETE");
        assertThat(brittle(notFound("the time budget ended", "SetupIT.creates")).message())
                .endsWith("Its state-setter is undetermined: the time budget ended."
                        + " Likely, but not shown: `SetupIT.creates`.");
    }

    @Test
    void aTestThatFailsTheSecondTimeIsAFindingOfItsOwn() {
        Verdict verdict = verdict(SUSPECT, VerdictKind.NON_IDEMPOTENT, null, 5, "twice");
        Finding finding = only(verdict, null, null);

        assertThat(finding.rule()).isEqualTo("non-idempotent");
        assertThat(finding.message())
                .isEqualTo("`OrderTotalsIT.countsOrders` passes, and fails when it runs again in the same JVM and"
                        + " database.");
        assertThat(only(verdict, diagnosis(throughRows(TWO_ROWS, SUSPECT)), null)
                        .message())
                .endsWith("database (3 of 3); it leaves 2 rows in `public.orders`.");
        assertThat(only(verdict, diagnosis(leaving(Leak.JVM, SUSPECT)), null).message())
                .endsWith("database (3 of 3), through the JVM, where nothing was found that differs.");
    }

    @Test
    void flakyAndFailingTestsAreNoMatterOfOrder() {
        String reason = "alone it passed 2 and failed 1 times";

        assertThat(only(verdict(SUSPECT, VerdictKind.FLAKY, reason, 2, "alone-1"), null, null)
                        .message())
                .isEqualTo("`OrderTotalsIT.countsOrders` is flaky: " + reason + ".");
        assertThat(only(verdict(SUSPECT, VerdictKind.FAILING, null, 1, "reference"), null, null)
                        .message())
                .isEqualTo("`OrderTotalsIT.countsOrders` fails in every run.");
    }

    @Test
    void namesAndValuesOfAnyShapeStayInTheirSentence() {
        String message = leak(
                Leak.JVM,
                trace(LeakTrace.Kind.STATIC_FIELD, "a`b" + "x".repeat(500), "one\ntwo", "`" + "y".repeat(500)));

        assertThat(message)
                .contains("`a'bxxx", ": one two → 'yyy")
                .hasSizeLessThan(400)
                .hasLineCount(1);
        assertThat(message.chars().filter(c -> c == '`').count()).isEven();
    }

    @Test
    void theWorstComesFirst() {
        List<Verdict> verdicts = List.of(
                verdict("OrderImportIT.importsCsv", VerdictKind.FLAKY, "once", 2, "x"),
                verdict("StockIT.takesOne", VerdictKind.NON_IDEMPOTENT, null, 2, "x"),
                verdict("CleanIT.empties", VerdictKind.UNCHECKED, "no time", null, null),
                verdict("SetupIT.creates", VerdictKind.BRITTLE, null, 2, "x"),
                verdict(SUSPECT, VerdictKind.VICTIM, null, 2, "x"));

        assertThat(VerdictFindings.create(verdicts, TESTS, Map.of(), Map.of(), Map.of()))
                .extracting(Finding::rule)
                .containsExactly("victim", "brittle", "non-idempotent", "flaky", "unchecked");
    }

    @Test
    void countsAreNotNegative() {
        assertThatThrownBy(() -> new AloneCounts(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void howToGetAnswersIsThatOfTheProblemThatKeptRunsFromStarting() {
        String reason = "failsafe ran the tests in Maven's own JVM, which cannot be launched again.";
        List<Verdict> verdicts = List.of(verdict(SUSPECT, VerdictKind.UNCHECKED, reason, null, null));

        assertThat(VerdictFindings.create(verdicts, TESTS, Map.of(), Map.of(), Map.of(reason, "Set <forkCount> to 1.")))
                .extracting(Finding::advice)
                .containsExactly("Read each test's reason in the report. Set <forkCount> to 1.");
    }
}

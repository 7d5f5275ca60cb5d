package io.github.testhygiene.evidence;

import static io.github.testhygiene.evidence.Suite.span;
import static io.github.testhygiene.evidence.Suite.use;
import static io.github.testhygiene.fixture.SampleTests.failed;
import static io.github.testhygiene.fixture.SampleTests.skipped;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.testhygiene.model.BodyStatements;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TestId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of the statements that tests execute, or don't. */
class StatementRulesTest {

    private static final RecordedTest TOTALS = test("shop.OrderIT", "totals");
    private static final RecordedTest LISTS = test("shop.OrderIT$Many", "lists");
    private static final SpanEvidence SILENT = span(SqlUse.NONE);

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static SqlUse repeating(String query, long calls) {
        return use(calls, 1L, new SqlUse.Repeated(query, calls));
    }

    @Test
    void aTestWithoutStatementsIsToldWithWhatItMayBe() {
        Finding finding = only(Suite.warm().test(TOTALS, SILENT).findings());

        assertThat(finding.rule()).isEqualTo("never-reaches-database");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message())
                .isEqualTo("`OrderIT.totals` executed no statement on the provided database: it is pure logic (a unit"
                        + " test), all that it needs is mocked, its persistence context was never flushed, or it has"
                        + " a database of its own, which is not observed");
        assertThat(finding.advice()).contains("unit test", "entityManager.flush()");
    }

    @Test
    void aFailedTestHasRunAndASkippedOneHasNot() {
        assertThat(Suite.warm().test(TOTALS, failed(TOTALS), SILENT).findings()).hasSize(1);
        assertThat(Suite.warm().test(TOTALS, skipped(TOTALS), SILENT).findings())
                .isEmpty();
    }

    @Test
    void aTestOfAClassWhoseFixtureReadsIsServedByTheDatabase() {
        assertThat(Suite.warm()
                        .test(LISTS, SILENT)
                        .fixture("shop.OrderIT", span())
                        .findings())
                .isEmpty();
        assertThat(Suite.warm()
                        .test(LISTS, SILENT)
                        .fixture("shop.OrderIT", SpanEvidence.unattributed("it overlapped"))
                        .findings())
                .isEmpty();
        assertThat(Suite.warm()
                        .test(LISTS, SILENT)
                        .fixture("shop.OrderIT", SILENT)
                        .fixture("shop.CartIT", span())
                        .findings())
                .hasSize(1);
    }

    @Test
    void whereStatementsAreNotCountedOrNotAttributedNothingIsSaid() {
        SpanEvidence shared =
                new SpanEvidence(SqlUse.NONE, null, null, Set.of(), Set.of(), "it overlapped with others");

        assertThat(Suite.warm().test(TOTALS, SILENT).withoutStatementLog().findings())
                .isEmpty();
        assertThat(Suite.warm().test(TOTALS, shared).findings()).isEmpty();
        assertThat(Suite.warm().test(TOTALS, null).findings()).isEmpty();
    }

    @Test
    void aSuiteThatHasItsOwnDatabaseIsToldSoOnce() {
        DatabaseSigns signs = new DatabaseSigns(List.of("they started a container of `postgres:18`"));
        Finding finding =
                only(Suite.cold().test(TOTALS, null).test(LISTS, null).unused().findings(signs));

        assertThat(finding.rule()).isEqualTo("uses-another-database");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.className()).isEmpty();
        assertThat(finding.message())
                .isEqualTo("the 2 tests that ran did not use the provided database, and seem to have one of their own:"
                        + " they started a container of `postgres:18`");
        assertThat(finding.advice())
                .contains(
                        "test-hygiene.jdbc.url",
                        "spring.datasource.url",
                        "quarkus.datasource.jdbc.url",
                        "datasources.default.url",
                        "<exports>",
                        "@Testcontainers");
        assertThat(only(Suite.cold().test(TOTALS, null).unused().findings(signs))
                        .message())
                .startsWith("the one test that ran did not use the provided database");
    }

    @Test
    void aSuiteThatMayNeedNoDatabaseIsNotToldToRemoveOne() {
        Finding finding =
                only(Suite.cold().test(TOTALS, null).test(LISTS, null).unused().findings());

        assertThat(finding.rule()).isEqualTo("never-reaches-database");
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.message())
                .isEqualTo(
                        "no test used the provided database: the 2 tests that ran and their fixtures opened no session"
                                + " on it");
        assertThat(finding.advice()).startsWith("Nothing has to be done").doesNotContain("remove");
        assertThat(Suite.cold().test(TOTALS, skipped(TOTALS), null).unused().findings())
                .isEmpty();
    }

    @Test
    void aSuiteOfWhichNotEverythingIsKnownIsNotAccused() {
        assertThat(Suite.cold()
                        .test(TOTALS, SILENT)
                        .test(LISTS, SpanEvidence.unattributed("it overlapped"))
                        .findings())
                .isEmpty();
        assertThat(Suite.cold().test(TOTALS, SILENT).test(LISTS, null).findings())
                .isEmpty();
        assertThat(Suite.cold().test(TOTALS, SILENT).withoutStatementLog().findings())
                .isEmpty();
    }

    @Test
    void aQueryThatIsExecutedTooOftenIsShown() {
        Finding finding = only(Suite.warm()
                .test(TOTALS, span(repeating("select *\n  from line where order_id = $1", 57)))
                .findings());

        assertThat(finding.rule()).isEqualTo("duplicate-statement");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message())
                .isEqualTo("`OrderIT.totals` executes the same query 57 times, more than 20: select * from line where"
                        + " order_id = $1");
    }

    @Test
    void aLongQueryIsCut() {
        String message = only(Suite.warm()
                        .test(TOTALS, span(repeating("select " + "x".repeat(500), 21)))
                        .findings())
                .message();

        assertThat(message.substring(message.indexOf("select"))).hasSize(200).endsWith("x…");
    }

    @Test
    void limitsAreLimits() {
        SqlUse atLimits = use(20, 10L, new SqlUse.Repeated("select 1", 20));
        EvidenceRules stricter = new EvidenceRules(19, 9, List.of());

        assertThat(Suite.warm().test(TOTALS, span(atLimits)).findings()).isEmpty();
        assertThat(Suite.warm().test(TOTALS, span(atLimits)).findings(Set.of(), stricter))
                .extracting(Finding::message)
                .containsExactly(
                        "`OrderIT.totals` executes the same query 20 times, more than 19: select 1",
                        "`OrderIT.totals` opens 10 connections, more than 9");
    }

    @Test
    void aTestThatOpensManyConnectionsIsTold() {
        Finding finding =
                only(Suite.warm().test(TOTALS, span(use(1, 14L, null))).findings());

        assertThat(finding.rule()).isEqualTo("opens-connections");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message()).isEqualTo("`OrderIT.totals` opens 14 connections, more than 10");
        assertThat(Suite.warm().test(TOTALS, span(use(1, null, null))).findings())
                .isEmpty();
    }

    @Test
    void theFirstTestPaysForTheApplicationsStart() {
        SqlUse start = use(60, 11L, new SqlUse.Repeated("select 1", 50));

        assertThat(Suite.cold().test(TOTALS, span(start)).findings())
                .extracting(Finding::severity, Finding::message)
                .containsExactly(
                        tuple(
                                Severity.INFO,
                                "`OrderIT.totals` executes the same query 50 times, more than 20, while it was the"
                                        + " first to start the application: select 1"),
                        tuple(
                                Severity.INFO,
                                "`OrderIT.totals` opens 11 connections, more than 10, while it was the first to start"
                                        + " the application"));
    }

    @Test
    void theMostExpensiveTestComesFirst() {
        assertThat(Suite.warm()
                        .test(TOTALS, span(repeating("select 1", 30)))
                        .test(LISTS, span(repeating("select 1", 300)))
                        .findings())
                .extracting(Finding::subject)
                .containsExactly("OrderIT.Many.lists", "OrderIT.totals");
    }

    @Test
    void whoWritesAndReadsNothingOfItBackIsTold() {
        Map<TestId, BodyStatements> bodies = Map.of(
                TOTALS.id(), new BodyStatements(1, Set.of("public.orders"), Set.of("public.product")),
                LISTS.id(), new BodyStatements(2, Set.of("public.orders", "public.line"), Set.of()));

        assertThat(Suite.warm()
                        .test(TOTALS, writing("public.orders"))
                        .test(LISTS, writing("public.orders", "public.line"))
                        .findings(bodies))
                .extracting(Finding::rule, Finding::severity, Finding::message)
                .containsExactly(
                        tuple(
                                "write-not-read-back",
                                Severity.INFO,
                                "`OrderIT.Many.lists` writes `public.line`, `public.orders` and reads none of them"
                                        + " back"),
                        tuple(
                                "write-not-read-back",
                                Severity.INFO,
                                "`OrderIT.totals` writes `public.orders` and does not read it back"));
    }

    private static SpanEvidence changingTheSchema(long ddl) {
        return span(new SqlUse(ddl + 1, 5, 1, ddl, 4, 2, 1L, 0, null));
    }

    /** A fixture that makes the schema through the project's own helper is seen in the log only. */
    @Test
    void ddlAroundEveryTestOfAClassIsASchemaPerTest() {
        RecordedTest other = test("shop.OrderIT", "lists");
        Suite suite = Suite.warm().test(TOTALS, changingTheSchema(4)).test(other, changingTheSchema(5));

        Finding finding = only(suite.findings(Map.of(
                TOTALS.id(), new BodyStatements(1, Set.of(), Set.of()),
                other.id(), new BodyStatements(2, Set.of(), Set.of(), 1))));
        assertThat(finding.rule()).isEqualTo("schema-per-test");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.className()).isEqualTo("shop.OrderIT");
        assertThat(finding.message())
                .isEqualTo("The fixtures of `OrderIT` execute 4 statements that change the schema around each of 2"
                        + " tests.");
        // Whose they are is not known.
        assertThat(suite.findings()).isEmpty();
        Suite alike = Suite.warm().test(TOTALS, changingTheSchema(4)).test(other, changingTheSchema(4));
        assertThat(alike.findings()).isEmpty();
        // Where it is known of one test, as many of another one are the fixture's, too.
        assertThat(alike.findings(Map.of(TOTALS.id(), new BodyStatements(1, Set.of(), Set.of()))))
                .extracting(Finding::rule)
                .containsExactly("schema-per-test");
    }

    @Test
    void ddlOfATestsOwnOfOneTestOrOfTheApplicationsStartIsNone() {
        RecordedTest other = test("shop.OrderIT", "lists");
        Map<TestId, BodyStatements> own = Map.of(
                TOTALS.id(), new BodyStatements(4, Set.of(), Set.of(), 4),
                other.id(), new BodyStatements(4, Set.of(), Set.of(), 4));

        assertThat(Suite.warm()
                        .test(TOTALS, changingTheSchema(4))
                        .test(other, changingTheSchema(4))
                        .findings(own))
                .isEmpty();
        assertThat(Suite.warm()
                        .test(TOTALS, changingTheSchema(4))
                        .test(other, changingTheSchema(0))
                        .findings())
                .isEmpty();
        assertThat(Suite.cold()
                        .test(TOTALS, changingTheSchema(4))
                        .test(other, changingTheSchema(4))
                        .findings())
                .isEmpty();
    }

    @Test
    void oneTableReadBackIsEnoughAndReadingAloneIsFine() {
        Map<TestId, BodyStatements> bodies = Map.of(
                TOTALS.id(), new BodyStatements(3, Set.of("public.orders", "public.line"), Set.of("public.line")),
                LISTS.id(), new BodyStatements(1, Set.of(), Set.of("public.orders")));

        assertThat(Suite.warm()
                        .test(TOTALS, writing("public.orders", "public.line"))
                        .test(LISTS, writing())
                        .findings(bodies))
                .isEmpty();
    }

    private static SpanEvidence writing(String... tables) {
        return span(List.of(), OtherTraces.NONE, tables);
    }

    private static List<String> writers(Suite suite, Map<TestId, BodyStatements> bodies) {
        return suite.findings(bodies).stream()
                .filter(finding -> finding.rule().equals("write-not-read-back"))
                .map(Finding::message)
                .toList();
    }

    /** Alone, each test makes the first connection, at which the application writes its base rows. */
    @Test
    void whatATestWritesAloneOnlyIsTheApplicationsStart() {
        BodyStatements reads = new BodyStatements(3, Set.of("public.product"), Set.of("public.basket"));
        BodyStatements writes = new BodyStatements(3, Set.of("public.product", "public.orders"), Set.of());
        Map<TestId, BodyStatements> bodies = Map.of(TOTALS.id(), reads, LISTS.id(), writes);

        assertThat(writers(Suite.warm().test(TOTALS, writing()).test(LISTS, writing("public.orders")), bodies))
                .containsExactly("`OrderIT.Many.lists` writes `public.orders` and does not read it back");
    }

    @Test
    void whatOthersShowToBeTheStartIsTheStartsInTheFirstTestAndInOneThatRanAtTheSameTimeAsOthers() {
        BodyStatements start = new BodyStatements(3, Set.of("public.product"), Set.of("public.basket"));
        Map<TestId, BodyStatements> bodies = Map.of(TOTALS.id(), start, LISTS.id(), start);

        assertThat(writers(Suite.cold().test(TOTALS, writing("public.product")).test(LISTS, writing()), bodies))
                .isEmpty();
        assertThat(writers(
                        Suite.cold()
                                .test(TOTALS, SpanEvidence.unattributed("it overlapped"))
                                .test(LISTS, SpanEvidence.unattributed("it overlapped")),
                        bodies))
                .isEmpty();
    }

    @Test
    void aTableThatTheFirstTestCreatesAndFillsIsTheStarts() {
        SpanEvidence creating =
                span(List.of(), Suite.schema(Suite.created("table", "public.product")), "public.product", "public.tax");
        Map<TestId, BodyStatements> bodies =
                Map.of(TOTALS.id(), new BodyStatements(3, Set.of("public.product"), Set.of()));

        assertThat(writers(Suite.cold().test(TOTALS, creating), bodies)).isEmpty();
        assertThat(writers(
                        Suite.cold().test(TOTALS, creating),
                        Map.of(TOTALS.id(), new BodyStatements(3, Set.of("public.tax"), Set.of()))))
                .containsExactly("`OrderIT.totals` writes `public.tax` and does not read it back");
    }

    @Test
    void anErrorComesBeforeAWarningAndAWarningBeforeARemark() {
        OtherTraces sequence = Suite.sequence("s.q", 1L, 2L);

        assertThat(Suite.warm()
                        .test(TOTALS, Suite.span(List.of(Suite.added("public.t", 1)), sequence))
                        .test(LISTS, SILENT)
                        .findings(Set.of(TOTALS.id()), EvidenceRules.DEFAULTS))
                .extracting(Finding::severity, Finding::rule)
                .containsExactly(
                        tuple(Severity.ERROR, "leaves-rows"),
                        tuple(Severity.WARNING, "never-reaches-database"),
                        tuple(Severity.INFO, "advances-sequence"));
    }
}

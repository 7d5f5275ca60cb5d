package io.github.testhygiene.timing;

import static io.github.testhygiene.timing.SlowSamples.causes;
import static io.github.testhygiene.timing.SlowSamples.database;
import static io.github.testhygiene.timing.SlowSamples.first;
import static io.github.testhygiene.timing.SlowSamples.fixture;
import static io.github.testhygiene.timing.SlowSamples.leaves;
import static io.github.testhygiene.timing.SlowSamples.reads;
import static io.github.testhygiene.timing.SlowSamples.reference;
import static io.github.testhygiene.timing.SlowSamples.shuffled;
import static io.github.testhygiene.timing.SlowSamples.span;
import static io.github.testhygiene.timing.SlowSamples.sql;
import static io.github.testhygiene.timing.SlowSamples.suite;
import static io.github.testhygiene.timing.SlowSamples.withBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.SlowCause.Kind;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowSuiteTest {

    private static final DatabaseEvidence NOTHING = DatabaseEvidence.none("it was not recorded");

    private static List<RecordedTest> tests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> SampleTests.test("shop.OrderIT", "test" + i))
                .toList();
    }

    private static List<Execution> references(List<RecordedTest> tests, double millis) {
        return tests.stream().map(test -> reference(test, millis)).toList();
    }

    private static DatabaseEvidence each(List<RecordedTest> tests, SqlUse sql, FixtureEvidence... fixtures) {
        Map<TestId, SpanEvidence> spans = new LinkedHashMap<>();
        tests.forEach(test -> spans.put(test.id(), span(sql)));
        return database(spans, fixtures);
    }

    @Test
    void aSchemaThatEveryTestMakesIsTheSuitesCause() {
        List<RecordedTest> tests = tests(14);
        List<SlowCause> causes = causes(references(tests, 700), each(tests, sql(30, 450, 25, 435.7, 1)))
                .ofSuite(suite(14, 9_800, true));

        assertThat(causes)
                .extracting(SlowCause::kind, SlowCause::message, SlowCause::advice)
                .containsExactly(
                        tuple(
                                Kind.SCHEMA,
                                "schema re-created before each of 14 tests: 6.1 s of 9.8 s in the reference run",
                                "Create it once and roll back instead."),
                        tuple(
                                Kind.CLIENT,
                                "3.5 s of 9.8 s in the reference run pass in tests and fixtures outside the provided database:"
                                        + " sleeping, polling, computing, or calls to other services",
                                "Wait for a condition instead of a fixed time, and replace slow services by stubs;"
                                        + " a profiler shows what is left."));
        assertThat(causes.get(0).millis()).isEqualTo(6_100);
    }

    @Test
    void fixturesOfClassesMakeSchemasToo() {
        List<RecordedTest> tests = tests(2);
        FixtureEvidence one = fixture("shop.OrderIT", 1_000, sql(10, 900, 10, 900, 1));
        FixtureEvidence other = fixture("shop.CartIT", 1_000, sql(10, 900, 10, 900, 1));

        assertThat(schema(references(tests, 1_000), each(tests, sql(9, 10, 0, 0, 1), one, other)))
                .isEqualTo("schema re-created before each of 2 classes: 1.8 s of 4 s in the reference run");
        assertThat(schema(references(tests, 1_000), each(tests, sql(9, 90, 9, 90, 1), one)))
                .isEqualTo("schema re-created before 2 tests and 1 class: 1.1 s of 4 s in the reference run");
        assertThat(schema(references(tests, 1_000), each(tests, sql(9, 10, 0, 0, 1), one)))
                .isEqualTo("DDL statements of one test or class take 0.9 s of 4 s in the reference run");
    }

    private static String schema(List<Execution> executions, DatabaseEvidence database) {
        return message(causes(executions, database).ofSuite(suite(2, 4_000, true)), Kind.SCHEMA);
    }

    private static String message(List<SlowCause> causes, Kind kind) {
        return causes.stream()
                .filter(cause -> cause.kind() == kind)
                .map(SlowCause::message)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such cause: " + causes));
    }

    @Test
    void aSuiteOverItsBudgetIsToldOfSmallerShares() {
        List<RecordedTest> tests = tests(10);
        SlowCauses causes = causes(references(tests, 1_000), each(tests, sql(120, 50, 0, 0, 1)));

        assertThat(causes.ofSuite(suite(10, 10_000, true)))
                .extracting(SlowCause::kind)
                .containsExactly(Kind.CLIENT);
        assertThat(message(causes.ofSuite(suite(10, 10_000, false)), Kind.SERVER))
                .isEqualTo("the server works 0.5 s of 10 s in the reference run, on 1,200 statements");
        assertThat(causes.ofSuite(suite(10, 60_000, false)))
                .extracting(SlowCause::kind)
                .containsExactly(Kind.CLIENT);
    }

    @Test
    void jvmsThatRunSideBySideShareMoreTimeThanPasses() {
        List<RecordedTest> tests = tests(10);

        assertThat(message(
                        causes(references(tests, 1_000), each(tests, sql(120, 500, 0, 0, 1)))
                                .ofSuite(suite(10, 4_000, true)),
                        Kind.SERVER))
                .isEqualTo(
                        "the server works 5 s of 10 s that all JVMs took together in the reference run, on 1,200 statements");
    }

    @Test
    void connectionsAreToldWhereManyTestsOpenMany() {
        List<RecordedTest> tests = tests(10);

        assertThat(message(
                        causes(references(tests, 100), each(tests.subList(0, 2), sql(9, 1, 0, 0, 10)))
                                .ofSuite(suite(10, 1_000, true)),
                        Kind.CONNECTIONS))
                .isEqualTo("20 connections were opened by 2 of 10 tests");
        assertThat(causes(references(tests, 100), each(tests.subList(0, 1), sql(9, 1, 0, 0, 10)))
                        .ofSuite(suite(10, 1_000, true)))
                .extracting(SlowCause::kind)
                .doesNotContain(Kind.CONNECTIONS);
    }

    @Test
    void fixturesOfTestsAreSummedUp() {
        List<Execution> executions = new ArrayList<>();
        for (RecordedTest test : tests(4)) {
            executions.add(reference(test, 1_000));
            executions.add(withBody(test, 1_000, 400));
        }

        assertThat(causes(executions, NOTHING).ofSuite(suite(4, 4_000, true)))
                .extracting(SlowCause::message)
                .containsExactly(
                        "fixtures such as @BeforeEach take about 2.4 s of 4 s in the reference run, going by the re-runs");
    }

    @Test
    void fixturesOfClassesAreSummedUp() {
        assertThat(message(
                        causes(
                                        references(tests(1), 1_000),
                                        database(
                                                Map.of(),
                                                fixture("shop.OrderIT", 2_000, null),
                                                fixture("shop.CartIT$WhenFull", 3_000, null)))
                                .ofSuite(suite(1, 8_000, true)),
                        Kind.CLASS_FIXTURE))
                .isEqualTo(
                        "the fixtures of 2 classes take 5 s of 8 s in the reference run, those of CartIT.WhenFull the most (3 s)");
        assertThat(message(
                        causes(references(tests(1), 1_000), database(Map.of(), fixture("shop.OrderIT", 2_000, null)))
                                .ofSuite(suite(1, 8_000, true)),
                        Kind.CLASS_FIXTURE))
                .isEqualTo("the fixtures of OrderIT take 2 s of 8 s in the reference run");
    }

    @Test
    void startsAreSummedUp() {
        List<Execution> executions = new ArrayList<>();
        for (RecordedTest test : tests(2)) {
            executions.add(first(reference(test, 1_100), false));
            executions.add(first(shuffled(test, 1_100), false));
            executions.add(shuffled(test, 100));
            executions.add(shuffled(test, 100));
        }

        assertThat(causes(executions, NOTHING).ofSuite(suite(2, 4_000, true)))
                .extracting(SlowCause::message)
                .containsExactly(
                        "starts take about 2 s of 4 s in the reference run, paid by 2 tests as the first of their class or JVM");
    }

    @Test
    void rowsThatPileUpAreSummedUp() {
        RecordedTest one = SampleTests.test("shop.EventIT", "one");
        RecordedTest other = SampleTests.test("shop.EventIT", "other");
        List<Execution> executions = new ArrayList<>(List.of(reference(one, 10), reference(other, 10)));
        Map<TestId, SpanEvidence> spans = new LinkedHashMap<>();
        spans.put(one.id(), leaves("public.event", 100, false));
        spans.put(other.id(), leaves("public.event", 100, false));
        for (RecordedTest test : tests(2)) {
            spans.put(test.id(), reads("public.event"));
            executions.add(reference(test, 500, one.id(), other.id()));
            executions.add(shuffled(test, 100));
            executions.add(shuffled(test, 100));
            executions.add(shuffled(test, 300, one.id()));
            executions.add(shuffled(test, 300, other.id()));
        }

        assertThat(causes(executions, database(spans)).ofSuite(suite(4, 1_020, true)))
                .extracting(SlowCause::message)
                .containsExactly(
                        "rows that others left in public.event make 2 tests slower: about 0.8 s of 1 s in the reference run");
    }

    @Test
    void aFindingGivesTheAdviceOfTheGreatestCause() {
        RecordedTest slow = tests(1).get(0);
        SlowCauses causes = causes(references(List.of(slow), 1_200), each(List.of(slow), sql(9, 1_000, 0, 0, 1)));
        HygieneReport.Suite suite = suite(1, 1_200, false);
        List<TestEntry> entries = causes.explained(List.of(SlowSamples.entry(slow, 1_200L, 1_200, Budget.OVER)));

        assertThat(TimeFindings.find(entries, suite, TimeLimits.DEFAULTS, causes.ofSuite(suite)))
                .extracting(Finding::message, Finding::advice)
                .containsExactly(
                        tuple(
                                "the suite took 1200 ms, more than its budget of 1 ms",
                                causes.ofSuite(suite).get(0).advice()),
                        tuple(
                                "OrderIT.test0 takes 1200 ms at the median, more than 500 ms",
                                "Look at the plans of its statements with EXPLAIN: add the index that is missing,"
                                        + " or let the test work on fewer rows."));
    }

    @Test
    void aFindingWithoutACauseSaysWhereToLook() {
        RecordedTest slow = tests(1).get(0);

        assertThat(TimeFindings.find(
                        List.of(SlowSamples.entry(slow, 1_200L, 1_200, Budget.OVER)),
                        suite(1, 1_200, false),
                        TimeLimits.DEFAULTS,
                        List.of()))
                .extracting(Finding::advice)
                .containsExactly(
                        "Mend the slowest tests first; or raise <suiteBudget> (-Dtest-hygiene.suiteBudget).",
                        "See where its time goes; or raise <testBudget> (-Dtest-hygiene.testBudget).");
    }
}

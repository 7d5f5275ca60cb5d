package io.github.testhygiene.timing;

import static io.github.testhygiene.timing.SlowSamples.SLOW;
import static io.github.testhygiene.timing.SlowSamples.causes;
import static io.github.testhygiene.timing.SlowSamples.causesOf;
import static io.github.testhygiene.timing.SlowSamples.database;
import static io.github.testhygiene.timing.SlowSamples.entry;
import static io.github.testhygiene.timing.SlowSamples.first;
import static io.github.testhygiene.timing.SlowSamples.fixture;
import static io.github.testhygiene.timing.SlowSamples.leaves;
import static io.github.testhygiene.timing.SlowSamples.over;
import static io.github.testhygiene.timing.SlowSamples.reads;
import static io.github.testhygiene.timing.SlowSamples.reference;
import static io.github.testhygiene.timing.SlowSamples.shuffled;
import static io.github.testhygiene.timing.SlowSamples.span;
import static io.github.testhygiene.timing.SlowSamples.sql;
import static io.github.testhygiene.timing.SlowSamples.withBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.SlowCause.Kind;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TestId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlowCausesTest {

    private static final DatabaseEvidence NOTHING = DatabaseEvidence.none("it was not recorded");
    private static final RecordedTest EVENT = SampleTests.test("shop.EventIT", "adds");
    private static final RecordedTest OTHER_EVENT = SampleTests.test("shop.EventIT", "addsMore");

    private static SlowCause only(List<SlowCause> causes, Kind kind) {
        return causes.stream()
                .filter(cause -> cause.kind() == kind)
                .reduce((one, other) -> {
                    throw new AssertionError("two causes of one kind: " + causes);
                })
                .orElseThrow(() -> new AssertionError("no such cause: " + causes));
    }

    @Test
    void theDatabaseAndTheRestShareTheReferenceTime() {
        assertThat(causesOf(1_200, sql(345, 800, 5, 150, 1)))
                .extracting(SlowCause::kind, SlowCause::millis, SlowCause::message)
                .containsExactly(
                        tuple(
                                Kind.SERVER,
                                650L,
                                "the server works 0.65 s of 1.2 s in the reference run, on 340 statements"),
                        tuple(
                                Kind.CLIENT,
                                400L,
                                "0.4 s of 1.2 s in the reference run pass outside the provided database: sleeping,"
                                        + " polling, computing, or calls to other services"),
                        tuple(
                                Kind.SCHEMA,
                                150L,
                                "schema re-created with 5 DDL statements: 0.15 s of 1.2 s in the reference run"));
    }

    @Test
    void everyCauseSaysWhatToDo() {
        assertThat(causesOf(1_200, sql(345, 800, 5, 150, 12)))
                .extracting(SlowCause::advice)
                .containsExactly(
                        "Look at the plans of its statements with EXPLAIN: add the index that is missing,"
                                + " or let the test work on fewer rows.",
                        "Wait for a condition instead of a fixed time, and replace slow services by stubs;"
                                + " a profiler shows what is left.",
                        "Create it once and roll back instead.",
                        "Let all tests use one connection pool that stays open.");
    }

    @Test
    void aQueryThatIsRepeatedIsNamed() {
        SqlUse repeated = new SqlUse(
                400, 900, 400, 0, 0, 3, 1L, 0L, new SqlUse.Repeated("select *\n  from item where id = $1", 390));

        assertThat(only(causesOf(1_200, repeated), Kind.SERVER).advice())
                .isEqualTo("Ask once instead of 390 times: select * from item where id = $1");
    }

    @Test
    void aSingleStatementIsNoSchemaMadeAgain() {
        SlowCause cause = only(causesOf(1_000, sql(1, 700, 1, 700, 1)), Kind.SCHEMA);

        assertThat(cause.message()).isEqualTo("1 DDL statement takes 0.7 s of 1 s in the reference run");
        assertThat(cause.advice()).isEqualTo("Make this change once, before the tests.");
    }

    @Test
    void testsOfAClassThatAllMakeTheSchemaAreToldTogether() {
        RecordedTest other = SampleTests.test("shop.OrderIT", "other");
        List<SlowCause> causes = causes(
                        List.of(reference(SLOW, 900), reference(other, 1_100)),
                        database(Map.of(
                                SLOW.id(), span(sql(20, 600, 20, 600, 1)), other.id(), span(sql(20, 600, 20, 600, 1)))))
                .ofTest(over(SLOW));

        assertThat(only(causes, Kind.SCHEMA).message())
                .isEqualTo("schema re-created with 20 DDL statements: 0.6 s of 0.9 s in the reference run;"
                        + " in 2 tests of OrderIT together 1.2 s of 2 s");
    }

    @Test
    void connectionsAreCountedAndNotEstimated() {
        SlowCause cause = only(causesOf(1_200, sql(10, 10, 0, 0, 12)), Kind.CONNECTIONS);

        assertThat(cause.message()).isEqualTo("12 connections were opened while it ran");
        assertThat(cause.millis()).isNull();
        assertThat(causesOf(1_200, sql(10, 10, 0, 0, 4)))
                .extracting(SlowCause::kind)
                .doesNotContain(Kind.CONNECTIONS);
    }

    @Test
    void statementsThatWereNotCountedSayNothing() {
        assertThat(causes(List.of(reference(SLOW, 1_200)), database(Map.of(SLOW.id(), span(null))))
                        .ofTest(over(SLOW)))
                .isEmpty();
        assertThat(causes(List.of(reference(SLOW, 1_200)), NOTHING).ofTest(over(SLOW)))
                .isEmpty();
    }

    /** Its time may be the work of a database of its own, of which nothing was observed. */
    @Test
    void timeOfAClassThatExecutedNothingHasNoCause() {
        assertThat(causesOf(1_200, sql(0, 0, 0, 0, 0))).isEmpty();
        assertThat(causes(
                                List.of(reference(SLOW, 1_200), reference(EVENT, 10)),
                                database(Map.of(
                                        SLOW.id(), span(sql(0, 0, 0, 0, 0)), EVENT.id(), span(sql(3, 1, 0, 0, 1)))))
                        .ofTest(over(SLOW)))
                .isEmpty();
    }

    @Test
    void timeOfATestWhoseClassUsesTheDatabaseIsSpentOutsideIt() {
        RecordedTest nested = SampleTests.test("shop.OrderIT$WhenPaid", "reads");

        assertThat(only(
                                causes(
                                                List.of(reference(SLOW, 1_200), reference(nested, 10)),
                                                database(Map.of(
                                                        SLOW.id(), span(sql(0, 0, 0, 0, 0)),
                                                        nested.id(), span(sql(3, 1, 0, 0, 1)))))
                                        .ofTest(over(SLOW)),
                                Kind.CLIENT)
                        .message())
                .startsWith("1.2 s of 1.2 s in the reference run pass outside the provided database");
    }

    @Test
    void aSessionWithoutACountedStatementUsesTheDatabase() {
        assertThat(causesOf(1_200, sql(0, 0, 0, 0, 1)))
                .extracting(SlowCause::kind)
                .containsExactly(Kind.CLIENT);
    }

    @Test
    void ofTwoReRunsTheFasterOneGivesPartAndWhole() {
        SlowCause cause = only(
                causes(List.of(reference(SLOW, 900), withBody(SLOW, 600, 400), withBody(SLOW, 700, 690)), NOTHING)
                        .ofTest(over(SLOW)),
                Kind.TEST_FIXTURE);

        assertThat(cause.message())
                .isEqualTo("fixtures such as @BeforeEach take 0.2 s of 0.6 s (the faster of 2 re-runs)");
        assertThat(cause.ofMillis()).isEqualTo(600);
    }

    @Test
    void aPartThatExceedsItsWholeIsRefused() {
        assertThatThrownBy(() -> new SlowCause(Kind.CLIENT, 42L, 10L, "42 ms of 10 ms", "none"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTestWithinItsBudgetNeedsNoCause() {
        SlowCauses causes =
                causes(List.of(reference(SLOW, 1_200)), database(Map.of(SLOW.id(), span(sql(1, 900, 0, 0, 1)))));

        assertThat(causes.ofTest(entry(SLOW, 500L, 400, Budget.WITHIN))).isEmpty();
        assertThat(causes.ofTest(entry(SLOW, 501L, 400, Budget.WITHIN))).isNotEmpty();
        assertThat(causes.ofTest(entry(SLOW, null, 600, Budget.OVER))).isNotEmpty();
        assertThat(causes.explained(List.of(over(SLOW), entry(EVENT, 10L, 10, Budget.UNDER))))
                .extracting(test -> test.slowBecause() == null)
                .containsExactly(false, true);
    }

    @Test
    void fixturesAreToldFromTheBodyWhereReRunsMeasuredIt() {
        SlowCauses causes = causes(
                List.of(
                        reference(SLOW, 1_200),
                        withBody(SLOW, 600, 200),
                        withBody(SLOW, 700, 200),
                        withBody(SLOW, 500, 400),
                        first(withBody(SLOW, 9_000, 10), true)),
                NOTHING);

        SlowCause cause = only(causes.ofTest(over(SLOW)), Kind.TEST_FIXTURE);
        assertThat(cause.message())
                .isEqualTo("fixtures such as @BeforeEach take 0.4 s of 0.6 s (the median of 3 re-runs)");
        assertThat(cause.millis()).isEqualTo(400);
        assertThat(causes.unknown()).isEmpty();
    }

    @Test
    void fixturesOfShortReRunsDoNotExplainALongReferenceRun() {
        assertThat(causes(List.of(reference(SLOW, 1_200), withBody(SLOW, 100, 0)), NOTHING)
                        .ofTest(over(SLOW)))
                .isEmpty();
        assertThat(causes(List.of(reference(SLOW, 1_200), withBody(SLOW, 130, 0)), NOTHING)
                        .ofTest(over(SLOW)))
                .extracting(SlowCause::message)
                .containsExactly("fixtures such as @BeforeEach take 0.13 s of 0.13 s (in one re-run)");
    }

    @Test
    void fixturesThatNobodyMeasuredAreSaidToBeUnknownOnce() {
        SlowCauses causes = causes(List.of(reference(SLOW, 1_200), shuffled(SLOW, 1_200)), NOTHING);

        assertThat(causes.ofTest(over(SLOW))).isEmpty();
        assertThat(causes.unknown())
                .contains(
                        "How long the fixtures of tests take is unknown: no re-run could tell a test's method from its"
                                + " fixtures, which needs JUnit Jupiter 5.12 or newer.");
        assertThat(causes(List.of(), NOTHING).unknown()).isEmpty();
    }

    @Test
    void aClassFixtureIsToldWhereItMattersAndIsNoPartOfTheTest() {
        List<Execution> executions =
                List.of(reference(SLOW, 1_200), reference(SampleTests.test("shop.OrderIT", "other"), 10));

        SlowCause cause = only(
                causes(executions, database(Map.of(), fixture("shop.OrderIT", 2_100, null)))
                        .ofTest(over(SLOW)),
                Kind.CLASS_FIXTURE);
        assertThat(cause.message())
                .isEqualTo(
                        "the fixtures of OrderIT took another 2.1 s in the reference run for its 2 tests, which is not counted here");
        assertThat(cause.millis()).isNull();
        assertThat(causes(executions, database(Map.of(), fixture("shop.OrderIT", 239, null)))
                        .ofTest(over(SLOW)))
                .isEmpty();
    }

    @Test
    void aFrameworkStartShowsInTheFirstTestOfAJvm() {
        SlowCause cause = only(
                causes(
                                List.of(
                                        first(reference(SLOW, 2_600), true),
                                        first(shuffled(SLOW, 2_700), true),
                                        shuffled(SLOW, 300),
                                        shuffled(SLOW, 310),
                                        first(shuffled(SLOW, 320), false)),
                                NOTHING)
                        .ofTest(over(SLOW)),
                Kind.FRAMEWORK_START);

        assertThat(cause.message())
                .isEqualTo("takes 2.6 s as the first test of its JVM (the faster of 2 runs) and 0.31 s otherwise (the"
                        + " median of 3 runs); in the reference run it took 2.6 s");
        assertThat(cause.millis()).isEqualTo(2_290);
    }

    @Test
    void aFrameworkStartShowsInTheFirstTestOfAClass() {
        List<Execution> executions = List.of(
                first(reference(SLOW, 1_500), false),
                first(shuffled(SLOW, 1_400), false),
                first(shuffled(SLOW, 9_000), true),
                shuffled(SLOW, 300),
                shuffled(SLOW, 200));

        assertThat(only(causes(executions, NOTHING).ofTest(over(SLOW)), Kind.FRAMEWORK_START)
                        .message())
                .isEqualTo("takes 1.4 s as the first test of its class (the faster of 2 runs) and 0.2 s otherwise (the"
                        + " faster of 2 runs); in the reference run it took 1.5 s");
    }

    @Test
    void aStartThatTheReferenceRunDidNotPayForExplainsNothing() {
        List<Execution> executions = List.of(
                reference(SLOW, 1_500),
                first(shuffled(SLOW, 9_000), true),
                first(shuffled(SLOW, 9_000), true),
                shuffled(SLOW, 1_500));

        assertThat(causes(executions, NOTHING).ofTest(over(SLOW))).isEmpty();
    }

    @Test
    void oneSlowFirstRunMayBeChance() {
        List<Execution> executions =
                List.of(first(reference(SLOW, 1_500), false), shuffled(SLOW, 300), shuffled(SLOW, 200));

        assertThat(causes(executions, NOTHING).ofTest(over(SLOW))).isEmpty();
    }

    @Test
    void aFirstTestThatOpensAPoolIsLikelyToStartAFramework() {
        List<SlowCause> causes = causes(
                        List.of(first(reference(SLOW, 1_200), false)),
                        database(Map.of(SLOW.id(), span(sql(10, 10, 0, 0, 10)))))
                .ofTest(over(SLOW));

        SlowCause cause = only(causes, Kind.FRAMEWORK_START);
        assertThat(cause.message())
                .isEqualTo("is the first test of its class and opens 10 connections, as a framework does that starts");
        assertThat(cause.millis()).isNull();
    }

    @Test
    void aStartIsNotToldTwice() {
        List<Execution> executions = List.of(
                first(reference(SLOW, 2_600), true),
                first(shuffled(SLOW, 2_600), true),
                shuffled(SLOW, 600),
                shuffled(SLOW, 600));

        List<SlowCause> causes = causes(executions, database(Map.of(SLOW.id(), span(sql(10, 10, 0, 0, 1)))))
                .ofTest(over(SLOW));

        assertThat(causes).extracting(SlowCause::kind).containsExactly(Kind.FRAMEWORK_START, Kind.CLIENT);
        assertThat(causes.get(1).message())
                .startsWith("a further 0.59 s of 2.6 s in the reference run pass outside the");
    }

    /** A millisecond for every 30 rows; each test of EventIT leaves 3,000. */
    private static List<Execution> growing() {
        TestId one = EVENT.id();
        TestId other = OTHER_EVENT.id();
        return new ArrayList<>(List.of(
                reference(SLOW, 700, one, other),
                shuffled(SLOW, 500),
                shuffled(SLOW, 600, one),
                shuffled(SLOW, 502),
                shuffled(SLOW, 603, other),
                shuffled(SLOW, 698, other, one)));
    }

    private static DatabaseEvidence leaving(boolean takenBack) {
        Map<TestId, SpanEvidence> spans = new LinkedHashMap<>();
        spans.put(SLOW.id(), reads("public.event", "public.unused"));
        spans.put(EVENT.id(), leaves("public.event", 3_000, takenBack));
        spans.put(OTHER_EVENT.id(), leaves("public.event", 3_000, takenBack));
        return database(spans);
    }

    private static List<Execution> withNeighbours(List<Execution> executions) {
        List<Execution> all = new ArrayList<>(executions);
        all.add(reference(EVENT, 10));
        all.add(reference(OTHER_EVENT, 10));
        return all;
    }

    @Test
    void rowsThatOthersLeftShowAsALine() {
        SlowCause cause =
                only(causes(withNeighbours(growing()), leaving(false)).ofTest(over(SLOW)), Kind.ROWS_ACCUMULATED);

        assertThat(cause.message())
                .isEqualTo(
                        "grows by 3.3 ms per 100 rows that others left in public.event: 0.2 s of 0.7 s in the reference run with 6,000 rows"
                                + " (6 runs, correlation 1)");
        assertThat(cause.millis()).isEqualTo(198);
        assertThat(cause.advice())
                .isEqualTo("Roll back what tests write, or delete it after each test;"
                        + " or let this test read only rows of its own.");
    }

    @Test
    void rowsThatTheClassTookBackReachNobodyElse() {
        assertThat(causes(withNeighbours(growing()), leaving(true)).ofTest(over(SLOW)))
                .isEmpty();
    }

    @Test
    void rowsOfClassFixturesCountOnceAClass() {
        List<Execution> executions = withNeighbours(List.of(
                reference(SLOW, 700, EVENT.id(), OTHER_EVENT.id()),
                shuffled(SLOW, 100),
                shuffled(SLOW, 100),
                shuffled(SLOW, 400, SampleTests.test("shop.CartIT", "fills").id()),
                shuffled(SLOW, 700, OTHER_EVENT.id())));
        List<Execution> all = new ArrayList<>(executions);
        all.add(reference(SampleTests.test("shop.CartIT", "fills"), 10));
        DatabaseEvidence database = database(
                Map.of(SLOW.id(), reads("public.event")),
                new FixtureEvidence("shop.EventIT", SlowSamples.duration(1), leaves("public.event", 200, false)),
                new FixtureEvidence("shop.CartIT", SlowSamples.duration(1), leaves("public.event", 100, false)));

        assertThat(only(causes(all, database).ofTest(over(SLOW)), Kind.ROWS_ACCUMULATED)
                        .message())
                .isEqualTo(
                        "grows by 3 ms per row that others left in public.event: 0.6 s of 0.7 s in the reference run with 200 rows"
                                + " (5 runs, correlation 1)");
    }

    @Test
    void fourRunsOrTwoNumbersOfRowsAreNoLine() {
        assertThat(causes(withNeighbours(growing().subList(0, 4)), leaving(false))
                        .ofTest(over(SLOW)))
                .isEmpty();
        List<Execution> two = List.of(
                reference(SLOW, 700, EVENT.id()),
                shuffled(SLOW, 500),
                shuffled(SLOW, 500),
                shuffled(SLOW, 500),
                shuffled(SLOW, 700, OTHER_EVENT.id()));
        assertThat(causes(withNeighbours(two), leaving(false)).ofTest(over(SLOW)))
                .isEmpty();
    }

    /** The test with none, one, one, two and two others before it. */
    private static List<SlowCause> afterNoneToTwo(double... millis) {
        TestId one = EVENT.id();
        TestId other = OTHER_EVENT.id();
        List<Execution> executions = List.of(
                shuffled(SLOW, millis[0]),
                shuffled(SLOW, millis[1], one),
                shuffled(SLOW, millis[2], other),
                shuffled(SLOW, millis[3], one, other),
                reference(SLOW, millis[4], one, other));
        return causes(withNeighbours(executions), leaving(false)).ofTest(over(SLOW));
    }

    @Test
    void aWeakCorrelationOrEffectIsNoCause() {
        assertThat(afterNoneToTwo(600, 700, 700, 800, 800)).hasSize(1);
        assertThat(afterNoneToTwo(600, 900, 500, 800, 800)).isEmpty();
        assertThat(afterNoneToTwo(800, 700, 700, 600, 600)).isEmpty();
        assertThat(afterNoneToTwo(600, 650, 650, 700, 700)).isEmpty();
        assertThat(afterNoneToTwo(10, 18, 18, 26, 26)).isEmpty();
    }

    @Test
    void coldRunsAreNoPartOfTheLine() {
        List<Execution> executions = growing();
        executions.add(first(shuffled(SLOW, 5_000), true));

        assertThat(causes(withNeighbours(executions), leaving(false)).ofTest(over(SLOW)))
                .extracting(SlowCause::kind)
                .containsExactly(Kind.ROWS_ACCUMULATED);
    }

    @Test
    void aTestThatStandsFirstIsToldWhatOtherOrdersShow() {
        TestId one = EVENT.id();
        TestId other = OTHER_EVENT.id();
        List<Execution> executions = List.of(
                reference(SLOW, 500),
                shuffled(SLOW, 600, one),
                shuffled(SLOW, 600, other),
                shuffled(SLOW, 700, other, one),
                shuffled(SLOW, 700, one, other));

        assertThat(only(causes(withNeighbours(executions), leaving(false)).ofTest(over(SLOW)), Kind.ROWS_ACCUMULATED)
                        .message())
                .contains(": 0.1 s of 0.6 s (the median of 5 runs) with 3,000 rows (5 runs");
    }

    @Test
    void containersAreNamed() {
        StartedContainers started =
                new StartedContainers(Map.of(SLOW.id(), List.of("redis:7", "postgres:16")), List.of("postgres:16"));
        SlowCauses causes = new SlowCauses(List.of(reference(SLOW, 1_200)), NOTHING, started, TimeLimits.DEFAULTS);

        assertThat(causes.ofTest(over(SLOW))).singleElement().satisfies(cause -> {
            assertThat(cause.kind()).isEqualTo(Kind.CONTAINERS);
            assertThat(cause.message()).isEqualTo("2 containers were started while it ran (postgres:16, redis:7)");
            assertThat(cause.advice())
                    .isEqualTo("Start containers once for all tests, and use those that are running already.");
        });
        assertThat(causes.ofSuite(SlowSamples.suite(1, 1_200, true)))
                .extracting(SlowCause::message)
                .containsExactly("3 containers were started while the tests ran (postgres:16 2 times, redis:7)");
    }
}

package io.github.testhygiene.plan;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fixture.SampleTables;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.Effort;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.Seed;
import io.github.testhygiene.model.TestId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The orders that are built from what the database saw, and those that each effort adds. */
class DirectedOrderTest {

    private static final RecordedTest FILLS = test("shop.AFillsIT", "fills");
    private static final RecordedTest CLEARS = test("shop.BClearsIT", "clears");
    private static final RecordedTest COUNTS = test("shop.CCountsIT", "counts");
    private static final RecordedTest OTHER = test("shop.DOtherIT", "other");
    private static final List<RecordedTest> HIDDEN_BY_A_CLEANER = List.of(FILLS, CLEARS, COUNTS, OTHER);
    private static final DatabaseEvidence COUPONS = new SampleTables()
            .leaves(FILLS, "coupon")
            .leaves(CLEARS, "coupon")
            .names(COUNTS, "coupon")
            .evidence();

    @Provide
    Arbitrary<List<TestUnit>> units() {
        return SuiteShapes.units();
    }

    @Example
    void aReaderRunsAfterTheWriterThatACleanerHidesInTheOtherOrders() {
        List<RunRequest> directed = directed(plan(HIDDEN_BY_A_CLEANER, Effort.NORMAL, COUPONS, Set.of()));

        assertThat(directed).extracting(RunRequest::label).containsExactly("directed-1");
        assertThat(directed.get(0).kind()).isEqualTo(RunKind.SHUFFLED);
        assertThat(directed.get(0).tests()).containsSubsequence(FILLS, COUNTS).satisfies(tests -> assertThat(
                        tests.indexOf(CLEARS))
                .matches(place -> place < tests.indexOf(FILLS) || place > tests.indexOf(COUNTS)));
    }

    @Example
    void aReaderThatHasFailedNeedsNoOrder() {
        assertThat(directed(plan(HIDDEN_BY_A_CLEANER, Effort.NORMAL, COUPONS, Set.of(COUNTS.id()))))
                .isEmpty();
    }

    @Example
    void whatTheReverseOrderTurnsAnywayNeedsNoOther() {
        DatabaseEvidence evidence =
                new SampleTables().leaves(COUNTS, "stock").names(FILLS, "stock").evidence();

        assertThat(directed(plan(HIDDEN_BY_A_CLEANER, Effort.THOROUGH, evidence, Set.of())))
                .isEmpty();
    }

    @Property(tries = 60)
    void withoutEvidenceThereIsNone(@ForAll("units") List<TestUnit> units) {
        RunPlanner planner =
                new RunPlanner(new Seed(3), 2, Effort.THOROUGH, DatabaseEvidence.none("not recorded"), Set.of());

        assertThat(directed(planner.plan(new Suite(units, false)))).isEmpty();
    }

    @Property(tries = 100)
    void everyOneKeepsTheShapeAndTurnsWhatNoneBeforeItTurned(@ForAll("units") List<TestUnit> units, @ForAll long seed) {
        Suite suite = new Suite(units, false);
        RunPlanner planner = new RunPlanner(new Seed(seed), 0, Effort.THOROUGH, evidence(units, seed), Set.of());
        List<TestUnit> reference = suite.referenceOrder();
        if (reference.isEmpty()) {
            assertThat(directed(planner.plan(suite))).isEmpty();
            return;
        }
        SuspectedPairs pairs = new SuspectedPairs(TableUse.of(reference, planner.database()));
        List<TestId> ids = reference.stream().map(unit -> unit.first().id()).toList();
        PairSet turned = new PairSet();
        turn(pairs, ids, RunPlanner.referenceOrder(suite), turned);
        planner.only(suite, RunPlanner.REVERSE).forEach(run -> turn(pairs, ids, run, turned));

        List<RunRequest> directed = directed(planner.plan(suite));

        assertThat(directed).hasSizeLessThanOrEqualTo(10);
        for (RunRequest run : directed) {
            int before = turned.size();
            turn(pairs, ids, run, turned);
            assertThat(turned.size()).as(run.label()).isGreaterThan(before);
            assertThat(Suite.misplaced(run)).isEmpty();
            assertThat(run.ids())
                    .containsExactlyInAnyOrderElementsOf(
                            RunPlanner.referenceOrder(suite).ids());
            assertThat(planner.only(suite, run.label())).containsExactly(run);
        }
    }

    @Example
    void manyTestsOnFewTablesAreOrderedToo() {
        List<RecordedTest> many = IntStream.range(0, 1_000)
                .mapToObj(i -> test("shop.C%04dIT".formatted(i / 3), "m" + i))
                .toList();
        SampleTables tables = new SampleTables();
        many.forEach(each -> tables.leaves(each, "orders"));

        List<RunRequest> directed = directed(plan(many, Effort.NORMAL, tables.evidence(), Set.of()));

        assertThat(directed).extracting(RunRequest::label).containsExactly("directed-1", "directed-2");
        assertThat(directed).allSatisfy(run -> assertThat(run.tests()).containsExactlyInAnyOrderElementsOf(many));
    }

    @Example
    void quickMakesOneDirectedOrderAndNoRandomOne() {
        assertThat(plan(HIDDEN_BY_A_CLEANER, Effort.QUICK, COUPONS, Set.of()).stream()
                        .filter(run -> run.kind() != RunKind.ALONE)
                        .map(RunRequest::label))
                .containsExactly("twice", "directed-1", "reverse");
    }

    @Property(tries = 60)
    void thoroughLetsEveryTestOfAClassFollowEveryOtherOneDirectly(@ForAll("units") List<TestUnit> units) {
        Suite suite = new Suite(units, false);
        RunPlanner planner =
                new RunPlanner(new Seed(3), 0, Effort.THOROUGH, DatabaseEvidence.none("not recorded"), Set.of());
        Set<List<TestId>> neighbours = new HashSet<>();
        List<RunRequest> orders = new ArrayList<>(planner.plan(suite));
        if (!suite.referenceOrder().isEmpty()) {
            orders.add(RunPlanner.referenceOrder(suite));
        }
        for (RunRequest run : orders) {
            List<TestId> ids = run.ids();
            for (int i = 1; i < ids.size(); i++) {
                neighbours.add(ids.subList(i - 1, i + 1));
            }
        }

        for (TestUnit one : suite.referenceOrder()) {
            for (TestUnit other : suite.referenceOrder()) {
                if (one != other
                        && one.launch() == other.launch()
                        && one.first().className().equals(other.first().className())) {
                    assertThat(neighbours)
                            .contains(List.of(one.first().id(), other.first().id()));
                }
            }
        }
    }

    private static DatabaseEvidence evidence(List<TestUnit> units, long seed) {
        Random random = new Random(seed);
        SampleTables tables = new SampleTables();
        for (TestUnit unit : units) {
            String table = "t" + random.nextInt(3);
            switch (random.nextInt(3)) {
                case 0 -> tables.leaves(unit.first(), table);
                case 1 -> tables.names(unit.first(), table);
                default -> tables.writes(unit.first(), table);
            }
        }
        return tables.evidence();
    }

    private static void turn(SuspectedPairs pairs, List<TestId> ids, RunRequest run, PairSet turned) {
        int[] order = run.ids().stream()
                .mapToInt(ids::indexOf)
                .filter(number -> number >= 0)
                .toArray();
        pairs.turn(order, turned::add);
    }

    private static List<RunRequest> plan(
            List<RecordedTest> tests, Effort effort, DatabaseEvidence evidence, Set<TestId> failing) {
        return new RunPlanner(new Seed(20261122), 4, effort, evidence, failing)
                .plan(new Suite(SuspectedPairsTest.units(tests), false));
    }

    private static List<RunRequest> directed(List<RunRequest> plan) {
        return plan.stream().filter(run -> run.label().startsWith("directed-")).toList();
    }
}

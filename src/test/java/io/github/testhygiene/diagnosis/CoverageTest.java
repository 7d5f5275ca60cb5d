package io.github.testhygiene.diagnosis;

import static io.github.testhygiene.fixture.SampleTests.ordered;
import static io.github.testhygiene.fixture.SampleTests.passed;
import static io.github.testhygiene.fixture.SampleTests.skipped;
import static io.github.testhygiene.fixture.SampleTests.test;
import static io.github.testhygiene.fixture.SampleTests.vintage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.testhygiene.fixture.SampleTables;
import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.OrderCoverage;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.TestUnit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CoverageTest {

    private static final RecordedTest A = test("shop.OrderIT", "a");
    private static final RecordedTest B = test("shop.OrderIT", "b");
    private static final RecordedTest C = test("shop.CartIT", "c");

    private final SampleTables tables = new SampleTables();
    private final List<CompletedRun> runs = new ArrayList<>();

    @Example
    void anOrderAndItsReverseShowEveryPairBothWays() {
        tables.leaves(A, "orders").names(C, "orders").names(B, "orders");
        run(RunKind.REFERENCE, A, B, C);
        run(RunKind.REVERSE, C, B, A);

        OrderCoverage coverage = coverage(A, B, C);

        assertThat(coverage).isEqualTo(new OrderCoverage(3, 2, 3, 3, 2, 2, 2, 2, coverage.detectionPower()));
        assertThat(coverage.detectionPower()).isCloseTo(5.0 / 9, within(1e-9));
    }

    @Example
    void theSameOrderTwiceIsOne() {
        run(RunKind.REFERENCE, A, B, C);
        run(RunKind.TWICE, A, B, C);

        assertThat(coverage(A, B, C))
                .extracting(OrderCoverage::orders, OrderCoverage::bothWays)
                .containsExactly(1, 0L);
    }

    @Example
    void onlyOrdersThatCameToTheirEndCount() {
        run(RunKind.REFERENCE, A, B, C);
        run(RunKind.CONFIRM, C, B, A);
        run(RunKind.SEARCH, C, A);
        run(RunKind.ALONE, C);
        RunRequest crashed = request(RunKind.REVERSE, C, B, A);
        runs.add(new CompletedRun(
                runs.size() + 1,
                crashed,
                RunResult.of(new RunExit.Crashed(1, A.id(), ""), List.of(passed(C), passed(B)), Duration.ZERO)));

        assertThat(coverage(A, B, C))
                .extracting(OrderCoverage::orders, OrderCoverage::bothWays)
                .containsExactly(1, 0L);
    }

    @Example
    void aTestThatWasSkippedInAnOrderWasNotInIt() {
        run(RunKind.REFERENCE, A, B, C);
        runs.add(new CompletedRun(
                2,
                request(RunKind.REVERSE, C, B, A),
                RunResult.of(new RunExit.Completed(), List.of(passed(C), skipped(B), passed(A)), Duration.ZERO)));

        assertThat(coverage(A, B, C).bothWays()).isEqualTo(1);
    }

    @Example
    void anOrderedClassCountsAsOneAndAnotherEnginesTestsDoNot() {
        RecordedTest one = ordered("shop.StepsIT", "one");
        RecordedTest two = ordered("shop.StepsIT", "two");
        RecordedTest old = vintage("shop.OldIT", "old");
        run(RunKind.REFERENCE, A, one, two, old);
        run(RunKind.REVERSE, one, two, A);
        Suite suite = new Suite(
                List.of(new TestUnit(0, List.of(A)), new TestUnit(0, List.of(one, two)), new TestUnit(0, List.of(old))),
                false);

        OrderCoverage coverage = Coverage.measure(suite, runs, tables.evidence());

        assertThat(coverage)
                .extracting(OrderCoverage::tests, OrderCoverage::pairs, OrderCoverage::bothWays)
                .containsExactly(2, 1L, 1L);
    }

    @Example
    void aReferenceRunOfJvmsSideBySideShowsNoOrder() {
        RunRequest two = new RunRequest(
                "reference", RunKind.REFERENCE, List.of(new Segment(0, List.of(A)), new Segment(0, List.of(B))));
        runs.add(new CompletedRun(
                1, two, RunResult.of(new RunExit.Completed(), List.of(passed(A), passed(B)), Duration.ZERO)));
        run(RunKind.REVERSE, B, A);

        assertThat(coverage(A, B))
                .extracting(OrderCoverage::orders, OrderCoverage::bothWays)
                .containsExactly(1, 0L);
    }

    @Example
    void nothingAtAllIsNothing() {
        assertThat(coverage()).isEqualTo(new OrderCoverage(0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Property(tries = 60)
    void pairsAreThoseThatALookAtEachPairFinds(
            @ForAll @IntRange(min = 1, max = 200) int tests,
            @ForAll @IntRange(min = 2, max = 5) int count,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<int[]> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, tests).boxed().toList());
            Collections.shuffle(order, random);
            int length = random.nextInt(4) == 0 ? random.nextInt(tests) : tests;
            orders.add(order.stream().limit(length).mapToInt(Integer::intValue).toArray());
        }

        assertThat(PairCoverage.count(tests, orders)).isEqualTo(lookedAtEach(tests, orders));
        List<int[]> withReverse = new ArrayList<>(orders);
        withReverse.add(reversed(orders.get(0)));
        assertThat(PairCoverage.count(tests, withReverse)).isEqualTo(lookedAtEach(tests, withReverse));
    }

    private static int[] reversed(int[] order) {
        return IntStream.range(0, order.length)
                .map(i -> order[order.length - 1 - i])
                .toArray();
    }

    private static long lookedAtEach(int tests, List<int[]> orders) {
        boolean[][] before = new boolean[tests][tests];
        for (int[] order : orders) {
            for (int i = 0; i < order.length; i++) {
                for (int k = i + 1; k < order.length; k++) {
                    before[order[i]][order[k]] = true;
                }
            }
        }
        long both = 0;
        for (int i = 0; i < tests; i++) {
            for (int k = 0; k < i; k++) {
                both += before[i][k] && before[k][i] ? 1 : 0;
            }
        }
        return both;
    }

    private OrderCoverage coverage(RecordedTest... tests) {
        List<TestUnit> units =
                Arrays.stream(tests).map(each -> new TestUnit(0, List.of(each))).toList();
        return Coverage.measure(new Suite(units, false), runs, tables.evidence());
    }

    private void run(RunKind kind, RecordedTest... tests) {
        List<TestOutcome> outcomes = Stream.of(tests).map(SampleTests::passed).toList();
        runs.add(new CompletedRun(
                runs.size() + 1,
                request(kind, tests),
                RunResult.of(new RunExit.Completed(), outcomes, Duration.ofSeconds(1))));
    }

    private RunRequest request(RunKind kind, RecordedTest... tests) {
        return new RunRequest("run-" + runs.size(), kind, List.of(new Segment(0, List.of(tests))));
    }
}

package io.github.testhygiene.plan;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fixture.SampleTables;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.RecordedTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SuspectedPairsTest {

    private static final RecordedTest A = test("shop.OrderIT", "a");
    private static final RecordedTest B = test("shop.OrderIT", "b");
    private static final RecordedTest C = test("shop.CartIT", "c");
    private static final RecordedTest D = test("shop.ReportIT", "d");

    private final SampleTables tables = new SampleTables();

    @Example
    void aWriterAndAReaderOfOneTableAreAPairInThatOrder() {
        tables.leaves(A, "orders").names(C, "orders", "customers").names(D, "customers");

        assertThat(pairs().count()).isEqualTo(1);
        assertThat(turned(0, 1, 2, 3)).containsExactly("a c");
        assertThat(turned(3, 2, 1, 0)).isEmpty();
    }

    @Example
    void aPairThatSharesTwoTablesIsOne() {
        tables.leaves(A, "orders", "lines").names(C, "orders", "lines");

        assertThat(pairs().count()).isEqualTo(1);
        assertThat(turned(0, 1, 2, 3)).containsExactly("a c");
    }

    @Example
    void nobodyIsPairedWithItself() {
        tables.leaves(A, "orders").leaves(B, "orders");

        assertThat(pairs().count()).isEqualTo(2);
        assertThat(turned(0, 1)).containsExactly("a b");
    }

    @Example
    void aLaterWriterStandsBetweenEvenIfItTakesEverythingBack() {
        tables.leaves(A, "orders").writes(B, "orders").names(C, "orders");

        assertThat(turned(0, 1, 2)).containsExactly("a b");
        assertThat(turned(1, 0, 2)).containsExactly("a c");
        assertThat(pairs().count()).isEqualTo(2);
    }

    @Example
    void fixturesCountForEveryTestOfTheirClass() {
        tables.fixturesLeave("shop.OrderIT", "rates").names(C, "rates");

        assertThat(turned(1, 2)).containsExactly("b c");
        assertThat(turned(0, 2)).containsExactly("a c");
    }

    @Example
    void rowsThatTheFixturesTakeBackAreMetByTheirClassAlone() {
        tables.leavesWithinItsClass(A, "orders").names(B, "orders").names(C, "orders");

        assertThat(pairs().count()).isEqualTo(1);
        assertThat(turned(0, 1, 2)).containsExactly("a b");
    }

    @Example
    void withoutEvidenceNothingIsSuspected() {
        SuspectedPairs pairs =
                new SuspectedPairs(TableUse.of(units(List.of(A, B)), DatabaseEvidence.none("not recorded")));

        assertThat(pairs.count()).isZero();
    }

    @Property(tries = 200)
    void thePairsAreThoseThatALookAtEachPairFinds(
            @ForAll @IntRange(max = 14) int size,
            @ForAll @IntRange(min = 1, max = 5) int tableCount,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<RecordedTest> all = IntStream.range(0, size)
                .mapToObj(i -> test("shop.C" + i + "IT", "m" + i))
                .toList();
        all.forEach(each -> {
            String table = "t" + random.nextInt(tableCount);
            switch (random.nextInt(4)) {
                case 0 -> tables.leaves(each, table);
                case 1 -> tables.names(each, table, "t" + tableCount);
                case 2 -> tables.writes(each, table);
                default -> {}
            }
        });
        TableUse use = TableUse.of(units(all), tables.evidence());
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, random);
        int[] numbers = order.stream().mapToInt(Integer::intValue).toArray();

        Set<List<Integer>> every = new HashSet<>();
        Set<List<Integer>> expected = new HashSet<>();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                addIfPair(use, numbers, i, k, every, expected);
            }
        }
        Set<List<Integer>> turned = new HashSet<>();
        new SuspectedPairs(use).turn(numbers, (writer, reader) -> turned.add(List.of(writer, reader)));

        assertThat(new SuspectedPairs(use).count()).isEqualTo(every.size());
        assertThat(turned).isEqualTo(expected);
    }

    private static void addIfPair(
            TableUse use, int[] order, int i, int k, Set<List<Integer>> every, Set<List<Integer>> turned) {
        for (int table : use.leaves(order[i])) {
            if (i != k && contains(use.names(order[k]), table)) {
                every.add(List.of(order[i], order[k]));
                boolean nobodyBetween = i < k
                        && IntStream.range(i + 1, k).noneMatch(between -> contains(use.writes(order[between]), table));
                if (nobodyBetween) {
                    turned.add(List.of(order[i], order[k]));
                }
            }
        }
    }

    private static boolean contains(int[] numbers, int number) {
        return IntStream.of(numbers).anyMatch(each -> each == number);
    }

    private SuspectedPairs pairs() {
        return new SuspectedPairs(TableUse.of(units(List.of(A, B, C, D)), tables.evidence()));
    }

    private List<String> turned(int... order) {
        List<RecordedTest> all = List.of(A, B, C, D);
        List<String> turned = new ArrayList<>();
        pairs().turn(order, (writer, reader) -> {
            String pair = all.get(writer).methodName() + " " + all.get(reader).methodName();
            if (!turned.contains(pair)) {
                turned.add(pair);
            }
        });
        return turned;
    }

    static List<TestUnit> units(List<RecordedTest> tests) {
        return tests.stream().map(each -> new TestUnit(0, List.of(each))).toList();
    }
}

package io.github.testhygiene.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every order of every suite. */
class OrderPropertiesTest {

    @Provide
    Arbitrary<List<TestUnit>> units() {
        return SuiteShapes.units();
    }

    @Property(tries = 100)
    void everyOrderIsAPermutationOfTheUnitsThatCanBeMoved(@ForAll("units") List<TestUnit> units, @ForAll long seed) {
        List<TestUnit> orderable = units.stream().filter(Suite::orderable).toList();

        assertThat(orders(units, seed))
                .allSatisfy(order -> assertThat(order).containsExactlyInAnyOrderElementsOf(orderable));
    }

    @Property(tries = 100)
    void everyOrderKeepsAJvmTogether(@ForAll("units") List<TestUnit> units, @ForAll long seed) {
        assertThat(orders(units, seed)).allSatisfy(order -> assertContiguous(order, TestUnit::launch));
    }

    @Property(tries = 100)
    void everyOrderKeepsAClassTogether(@ForAll("units") List<TestUnit> units, @ForAll long seed) {
        assertThat(orders(units, seed)).allSatisfy(order -> {
            assertContiguous(order, unit -> unit.first().topLevelClass());
            assertContiguous(order, unit -> unit.first().className());
        });
    }

    @Property(tries = 100)
    void aClassesOwnMethodsComeBeforeItsNestedClasses(@ForAll("units") List<TestUnit> units, @ForAll long seed) {
        assertThat(orders(units, seed)).allSatisfy(order -> {
            Set<String> left = new HashSet<>();
            for (TestUnit unit : order) {
                assertThat(left).doesNotContain(unit.first().className());
                List<String> classes = unit.first().classNames();
                left.addAll(classes.subList(0, classes.size() - 1));
            }
        });
    }

    @Property(tries = 100)
    void aClassThatDeclaresItsOrderMovesAsAWholeInThatOrder(@ForAll("units") List<TestUnit> units, @ForAll long seed) {
        Suite suite = new Suite(units, false);
        List<RecordedTest> ordered = tests(units, true);

        assertThat(orders(units, seed)).filteredOn(order -> !order.isEmpty()).allSatisfy(order -> {
            List<RecordedTest> run =
                    suite.inOrder("any", RunKind.SHUFFLED, order).tests();
            assertThat(new HashSet<>(run)).containsAll(ordered);
            for (TestUnit unit : units) {
                if (unit.tests().size() > 1) {
                    int start = run.indexOf(unit.first());
                    assertThat(run.subList(start, start + unit.tests().size())).isEqualTo(unit.tests());
                }
            }
        });
    }

    @Property(tries = 100)
    void theSameSeedOrdersTheSameTestsAlikeWhateverTheReferenceOrder(
            @ForAll("units") List<TestUnit> units, @ForAll long seed, @ForAll long otherReference) {
        List<TestUnit> permuted = new ArrayList<>(units);
        Collections.shuffle(permuted, new Random(otherReference));

        assertThat(new Suite(permuted, false).shuffledOrder(new Random(seed)))
                .isEqualTo(new Suite(units, false).shuffledOrder(new Random(seed)));
    }

    @Property(tries = 100)
    void theReverseOfTheReverseIsTheOrderItself(@ForAll("units") List<TestUnit> units, @ForAll long seed) {
        assertThat(orders(units, seed)).allSatisfy(order -> assertThat(Suite.reverseOf(Suite.reverseOf(order)))
                .isEqualTo(order));
    }

    @Property(tries = 100)
    void anOrderAndItsReverseShowEveryPairOfOneLevelBothWays(@ForAll("units") List<TestUnit> units, @ForAll long seed) {
        List<TestUnit> order = new Suite(units, false).shuffledOrder(new Random(seed));
        List<TestUnit> reverse = Suite.reverseOf(order);

        assertThat(reverse).hasSameSizeAs(order);
        for (TestUnit one : order) {
            for (TestUnit other : order) {
                if (!one.equals(other) && !nestsTheOther(one, other)) {
                    assertThat(order.indexOf(one) < order.indexOf(other))
                            .isNotEqualTo(reverse.indexOf(one) < reverse.indexOf(other));
                }
            }
        }
    }

    private static boolean nestsTheOther(TestUnit one, TestUnit other) {
        return !one.first().className().equals(other.first().className())
                && (one.first().classNames().contains(other.first().className())
                        || other.first().classNames().contains(one.first().className()));
    }

    private static List<List<TestUnit>> orders(List<TestUnit> units, long seed) {
        Suite suite = new Suite(units, false);
        List<TestUnit> shuffled = suite.shuffledOrder(new Random(seed));
        return List.of(suite.referenceOrder(), suite.reverseOrder(), shuffled, Suite.reverseOf(shuffled));
    }

    private static List<RecordedTest> tests(List<TestUnit> units, boolean ordered) {
        return units.stream()
                .flatMap(unit -> unit.tests().stream())
                .filter(test -> test.orderedBy().isEmpty() != ordered)
                .toList();
    }

    private static void assertContiguous(List<TestUnit> order, Function<TestUnit, Object> group) {
        Set<Object> left = new HashSet<>();
        Object current = null;
        for (TestUnit unit : order) {
            Object next = group.apply(unit);
            if (!next.equals(current)) {
                assertThat(left.add(next))
                        .as(next + " is torn apart in " + order)
                        .isTrue();
                current = next;
            }
        }
    }
}

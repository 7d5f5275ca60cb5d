package io.github.testhygiene.plan;

import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.RecordedTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Suites of every shape: several JVMs, nested classes, ordered classes, another engine. */
final class SuiteShapes {

    private SuiteShapes() {}

    private enum Kind {
        PLAIN,
        ORDERED,
        VINTAGE
    }

    private record ClassShape(Kind kind, int methods, List<Integer> nested) {

        List<TestUnit> units(int launch, String name) {
            List<TestUnit> units = new ArrayList<>();
            if (kind == Kind.ORDERED) {
                units.add(new TestUnit(launch, methods(name, SampleTests::ordered, methods)));
            } else if (kind == Kind.VINTAGE) {
                methods(name, SampleTests::vintage, methods)
                        .forEach(test -> units.add(new TestUnit(launch, List.of(test))));
                return units;
            } else {
                methods(name, SampleTests::test, methods)
                        .forEach(test -> units.add(new TestUnit(launch, List.of(test))));
            }
            for (int i = 0; i < nested.size(); i++) {
                methods(name + "$N" + i, SampleTests::test, nested.get(i))
                        .forEach(test -> units.add(new TestUnit(launch, List.of(test))));
            }
            return units;
        }

        private static List<RecordedTest> methods(
                String name, BiFunction<String, String, RecordedTest> make, int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> make.apply(name, "m" + i))
                    .toList();
        }
    }

    /** The units of one to three JVMs. */
    static Arbitrary<List<TestUnit>> units() {
        Arbitrary<Kind> kind = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(Kind.PLAIN)),
                Tuple.of(2, Arbitraries.just(Kind.ORDERED)),
                Tuple.of(1, Arbitraries.just(Kind.VINTAGE)));
        Arbitrary<ClassShape> shape = Combinators.combine(
                        kind,
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 3).list().ofMaxSize(2))
                .as(ClassShape::new);
        return shape.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(SuiteShapes::units)
                .withoutEdgeCases();
    }

    private static List<TestUnit> units(List<List<ClassShape>> launches) {
        List<TestUnit> units = new ArrayList<>();
        for (int launch = 0; launch < launches.size(); launch++) {
            for (int i = 0; i < launches.get(launch).size(); i++) {
                units.addAll(launches.get(launch).get(i).units(launch, "shop.L" + launch + "C" + i + "IT"));
            }
        }
        return units;
    }
}

package io.github.testhygiene.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a class reaches, against a walk from that class that follows names one by one. */
class ClassDependenciesPropertiesTest {

    private static final int CLASSES = 9;

    /**
     * An arrow between classes.
     *
     * @param from who names
     * @param to who is named
     * @param inherits whether it is as a parent
     */
    private record Arrow(int from, int to, boolean inherits) {}

    @Property(tries = 500)
    void aClassReachesExactlyWhatAWalkFromItMeets(
            @ForAll("arrows") List<Arrow> arrows, @ForAll("classes") Set<Integer> tested) {
        ModuleClasses classes = classes(arrows, tested);
        ClassDependencies dependencies = new ClassDependencies(classes, Map.of());

        for (int changed = 0; changed < CLASSES; changed++) {
            String goal = name(changed);
            Set<String> expected = IntStream.range(0, CLASSES)
                    .mapToObj(ClassDependenciesPropertiesTest::name)
                    .filter(start -> walk(start, classes).contains(goal))
                    .collect(Collectors.toSet());
            assertThat(dependencies.reaching(Set.of(goal))).isEqualTo(expected);
        }
    }

    @Property(tries = 200)
    void whatReachesTwoClassesIsWhatReachesTheOneOrTheOther(
            @ForAll("arrows") List<Arrow> arrows, @ForAll("classes") Set<Integer> some) {
        ClassDependencies dependencies = new ClassDependencies(classes(arrows, some), Map.of());
        Set<String> changed =
                some.stream().map(ClassDependenciesPropertiesTest::name).collect(Collectors.toSet());
        Set<String> union = new HashSet<>();
        changed.forEach(each -> union.addAll(dependencies.reaching(Set.of(each))));

        assertThat(dependencies.reaching(changed)).isEqualTo(union).containsAll(changed);
    }

    @Property(tries = 200)
    void aCopiedConstantCountsLikeAUse(@ForAll("arrows") List<Arrow> arrows) {
        List<Arrow> uses = arrows.stream().filter(arrow -> !arrow.inherits()).toList();
        Map<String, Set<String>> copied = uses.stream()
                .collect(Collectors.groupingBy(
                        arrow -> name(arrow.from()),
                        Collectors.mapping(arrow -> name(arrow.to()), Collectors.toSet())));

        ClassDependencies byUse = new ClassDependencies(classes(uses, Set.of()), Map.of());
        ClassDependencies byCopy = new ClassDependencies(classes(List.of(), Set.of()), copied);

        IntStream.range(0, CLASSES)
                .mapToObj(ClassDependenciesPropertiesTest::name)
                .forEach(each -> assertThat(byCopy.reaching(Set.of(each))).isEqualTo(byUse.reaching(Set.of(each))));
    }

    @Provide
    Arbitrary<List<Arrow>> arrows() {
        Arbitrary<Integer> index = Arbitraries.integers().between(0, CLASSES - 1);
        return net.jqwik.api.Combinators.combine(index, index, Arbitraries.of(true, false, false))
                .as(Arrow::new)
                .filter(arrow -> arrow.from() != arrow.to())
                .list()
                .ofMaxSize(14);
    }

    @Provide
    Arbitrary<Set<Integer>> classes() {
        return Arbitraries.integers().between(0, CLASSES - 1).set().ofMaxSize(CLASSES);
    }

    /** Follows names from a class: as a user of types it meets those derived from them, as their child it does not. */
    private static Set<String> walk(String start, ModuleClasses classes) {
        Set<String> seen = new HashSet<>();
        use(start, classes, seen, new HashSet<>());
        return seen;
    }

    private static void use(String name, ModuleClasses classes, Set<String> seen, Set<String> inherited) {
        if (seen.add(name + " used")) {
            inherit(name, classes, seen, inherited);
            classes.byName().values().stream()
                    .filter(each ->
                            each.interfaces().contains(name) && classes.tested().contains(each.name()))
                    .forEach(each -> use(each.name(), classes, seen, inherited));
        }
    }

    private static void inherit(String name, ModuleClasses classes, Set<String> seen, Set<String> inherited) {
        if (inherited.add(name)) {
            seen.add(name);
            ClassFacts facts = classes.byName().get(name);
            facts.uses().forEach(each -> use(each, classes, seen, inherited));
            facts.interfaces().forEach(each -> inherit(each, classes, seen, inherited));
        }
    }

    private static ModuleClasses classes(List<Arrow> arrows, Set<Integer> tested) {
        List<ClassFacts> all = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            all.add(new ClassFacts(
                    name(i), null, null, named(arrows, i, true), Set.copyOf(named(arrows, i, false)), Set.of()));
        }
        return new ModuleClasses(
                all.stream().collect(Collectors.toMap(ClassFacts::name, each -> each)),
                tested.stream().map(ClassDependenciesPropertiesTest::name).collect(Collectors.toSet()));
    }

    private static List<String> named(List<Arrow> arrows, int from, boolean inherits) {
        return arrows.stream()
                .filter(arrow -> arrow.from() == from && arrow.inherits() == inherits)
                .map(arrow -> name(arrow.to()))
                .distinct()
                .toList();
    }

    private static String name(int index) {
        return "shop/C" + index;
    }
}

package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.Suite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What all runs so far say of every unit of a suite. Grows run by run, so that nobody looks at all of them again. */
final class SuiteOutcomes {

    private final List<UnitOutcomes> all;
    private final Map<TestId, Integer> places = new HashMap<>();
    private final Set<Integer> changed = new LinkedHashSet<>();
    private final TreeSet<Integer> suspicious = new TreeSet<>();

    private SuiteOutcomes(Suite suite) {
        all = suite.units().stream().map(UnitOutcomes::new).toList();
        for (int place = 0; place < all.size(); place++) {
            for (RecordedTest test : all.get(place).unit().tests()) {
                places.put(test.id(), place);
            }
        }
    }

    /** The facts of some runs, in the order of their numbers. */
    static SuiteOutcomes of(Suite suite, List<CompletedRun> runs) {
        SuiteOutcomes facts = new SuiteOutcomes(suite);
        runs.forEach(facts::add);
        return facts;
    }

    /** Looks at one more run, the latest one. */
    void add(CompletedRun run) {
        List<RecordedTest> tests = run.request().tests();
        tests.stream()
                .map(test -> places.get(test.id()))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(place -> {
                    all.get(place).add(run, tests);
                    changed.add(place);
                });
    }

    /** Every unit's, in the suite's order. */
    List<UnitOutcomes> all() {
        return all;
    }

    /** Those of units with a suspicion, in the suite's order. */
    List<UnitOutcomes> suspicious() {
        for (int place : changed) {
            if (Suspicion.of(all.get(place)) == Suspicion.NONE) {
                suspicious.remove(place);
            } else {
                suspicious.add(place);
            }
        }
        changed.clear();
        List<UnitOutcomes> facts = new ArrayList<>();
        suspicious.forEach(place -> facts.add(all.get(place)));
        return facts;
    }
}

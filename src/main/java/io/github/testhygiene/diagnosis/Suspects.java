package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.TestUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Picks those whose culprits are searched, and the orders that tell of them. */
final class Suspects {

    private final Map<TestId, TestUnit> units = new HashMap<>();
    private final @Nullable String over;

    /** With all tests that may be culprits. */
    Suspects(Suite all, @Nullable String over) {
        all.units().forEach(unit -> unit.tests().forEach(test -> units.put(test.id(), unit)));
        this.over = over;
    }

    /** The suspects among the selected tests; the trials are told what is known of the orders. */
    List<Suspect> of(Suite selected, List<CompletedRun> runs, SearchRuns searchRuns) {
        Classifier classifier = new Classifier(over, false);
        List<Suspect> suspects = new ArrayList<>();
        for (UnitOutcomes facts : UnitOutcomes.ofAll(selected, runs)) {
            VerdictKind kind = classifier.classify(facts).kind();
            if (kind == VerdictKind.VICTIM || kind == VerdictKind.BRITTLE) {
                suspects.add(suspect(facts, kind, searchRuns));
            }
        }
        return suspects;
    }

    private Suspect suspect(UnitOutcomes facts, VerdictKind kind, SearchRuns searchRuns) {
        boolean victim = kind == VerdictKind.VICTIM;
        List<CompletedRun> showing = victim ? facts.failuresNotRefuted() : facts.passesInCompany();
        List<CompletedRun> hiding = victim ? facts.orderPasses() : facts.orderFailures();
        Map<List<TestUnit>, CompletedRun> shown = new LinkedHashMap<>();
        showing.forEach(run -> before(facts, run).ifPresent(units -> shown.putIfAbsent(units, run)));
        Set<List<TestUnit>> hidden = new LinkedHashSet<>();
        hiding.forEach(run -> before(facts, run).ifPresent(hidden::add));
        // Runs made for another test are many and much alike, and must not hide what an order of all tests shows.
        List<List<TestUnit>> plannedThenShort = shown.entrySet().stream()
                .filter(each -> !each.getKey().isEmpty())
                .sorted(Comparator.comparing((Map.Entry<List<TestUnit>, CompletedRun> each) ->
                                UnitOutcomes.isMadeForOne(each.getValue()))
                        .thenComparing(each -> each.getKey().size()))
                .map(Map.Entry::getKey)
                .toList();
        Suspect suspect = new Suspect(facts.unit(), kind, plannedThenShort, List.copyOf(hidden));
        shown.forEach((before, run) -> {
            if (isRepeatable(run, before, facts.unit())) {
                searchRuns.note(suspect, before, SuspectEffect.SHOWN);
            }
        });
        return suspect;
    }

    /** Whether a run of ours did just this up to the suspect. */
    private static boolean isRepeatable(CompletedRun run, List<TestUnit> before, TestUnit suspect) {
        if (run.request().kind() == RunKind.REFERENCE
                || !run.request().experiment().equals(Experiment.NONE)) {
            return false;
        }
        List<TestId> expected = new ArrayList<>();
        before.forEach(unit -> unit.tests().forEach(test -> expected.add(test.id())));
        List<TestId> ids = run.request().ids();
        return ids.size() > expected.size()
                && ids.subList(0, expected.size()).equals(expected)
                && ids.get(expected.size()).equals(suspect.first().id());
    }

    /** The units that ran before a unit; empty if it did not run, or if the order has a shape that we cannot repeat. */
    private Optional<List<TestUnit>> before(UnitOutcomes facts, CompletedRun run) {
        Set<TestUnit> before = new LinkedHashSet<>();
        for (RecordedTest test : run.request().tests()) {
            TestUnit unit = units.get(test.id());
            if (unit != null && unit.tests().contains(facts.unit().first())) {
                return Optional.of(List.copyOf(before));
            }
            if (unit != null && Suite.orderable(unit) && UnitOutcomes.executed(test, run.result())) {
                before.add(unit);
            }
        }
        return Optional.empty();
    }
}

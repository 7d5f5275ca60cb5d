package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.model.RowProof;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.KeptDatabase;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Shows which rows carry a dependence: takes what a culprit left back before the suspect runs, first by table and then by
 * row, until nothing more can stay without the effect coming back.
 */
final class RowProofs {

    private static final int MOST_RUNS = 30;
    private static final int SAMPLE = 5;

    private final Suspect suspect;
    private final SearchRuns searchRuns;
    private final KeptDatabases databases;
    private final ApplicationStartDatabases started;

    /** For one suspect. */
    RowProofs(Suspect suspect, SearchRuns searchRuns, KeptDatabases databases, ApplicationStartDatabases started) {
        this.suspect = suspect;
        this.searchRuns = searchRuns;
        this.databases = databases;
        this.started = started;
    }

    /**
     * Proves one culprit's leak, or says why it cannot be proved.
     *
     * @throws SearchRuns.Ended if there is no time left
     */
    void prove(FoundCulprit culprit) {
        culprit.notProved("the proof was not ended");
        RunRequest alone = searchRuns.only(searchRuns.label(suspect, RunKind.LOCATE), culprit.units(), Experiment.NONE);
        try (KeptDatabase left = databases.after(alone)) {
            if (!KeptDatabases.completed(left.result())) {
                culprit.notProved("the run that should have left the rows did not get to its end");
            } else if (started.isStarted(left, culprit.units())) {
                proveAfterStart(culprit, left);
            } else {
                prove(culprit, left);
            }
        }
    }

    /** What the culprit's JVM did at its start is not the culprit's: so another JVM's start is what it is compared with. */
    private void proveAfterStart(FoundCulprit culprit, KeptDatabase left) {
        TestUnit starting = started.starting(suspect, culprit);
        RunRequest start =
                searchRuns.only(searchRuns.label(suspect, RunKind.LOCATE), List.of(starting), Experiment.NONE);
        try (KeptDatabase before = databases.after(start)) {
            if (!KeptDatabases.completed(before.result())) {
                prove(culprit, left);
            } else if (started.isOnlyStarted(starting)
                    && suspect.kind() == VerdictKind.VICTIM
                    && suspect.effect(databases.run(before, Set.of(), searchRuns.onLeftRows(suspect)))
                            == SuspectEffect.SHOWN) {
                culprit.leaks(
                        Leak.UNDETERMINED,
                        "in a JVM of its own it also fails on a database on which only the application has started");
            } else {
                prove(culprit, left.comparedWith(before));
            }
        }
    }

    private void prove(FoundCulprit culprit, KeptDatabase left) {
        if (left.items().isEmpty()) {
            culprit.notProved(left.limits()
                    .map(limits -> "it is not known what was left: " + limits)
                    .orElse("no row and no sequence differs afterwards"));
        } else {
            new Attempt(left, started.ofCulprit(left.items(), culprit.units())).prove(culprit);
        }
    }

    /** The experiments with one database. */
    private final class Attempt {

        private final KeptDatabase left;
        private final Map<Integer, LeftItem> items = new LinkedHashMap<>();
        private final Map<Set<Integer>, SuspectEffect> known = new HashMap<>();
        private int runs;

        Attempt(KeptDatabase left, List<LeftItem> tried) {
            this.left = left;
            tried.forEach(item -> items.put(item.number(), item));
        }

        void prove(FoundCulprit culprit) {
            if (effect(Set.of()) != SuspectEffect.SHOWN) {
                culprit.notProved("on a copy of the database that was left the outcome is another one");
                return;
            }
            SuspectEffect without = effect(closure(items.values()));
            if (without != SuspectEffect.ABSENT) {
                String limits = left.limits().map(each -> " (" + each + ")").orElse("");
                culprit.notProved(
                        without == SuspectEffect.NO_ANSWER
                                ? "what was left could not be taken back" + limits
                                : "it stays so when all rows and sequences are taken back" + limits);
                return;
            }
            Set<Integer> needed = smallest();
            culprit.proved(new RowProof(parts(needed), parts(complement(needed)), provedCleanUp(needed), runs));
        }

        private Set<Integer> smallest() {
            Map<String, List<LeftItem>> tables = new LinkedHashMap<>();
            items.values().forEach(item -> tables.computeIfAbsent(item.object(), name -> new ArrayList<>())
                    .add(item));
            List<List<LeftItem>> byTable = DeltaDebugging.minimize(List.copyOf(tables.values()), this::helpsByTable);
            List<LeftItem> all = byTable.stream().flatMap(List::stream).toList();
            return closure(DeltaDebugging.minimize(all, this::helps));
        }

        private boolean helpsByTable(List<List<LeftItem>> some) {
            return helps(some.stream().flatMap(List::stream).toList());
        }

        private boolean helps(List<LeftItem> takenBack) {
            return !takenBack.isEmpty() && effect(closure(takenBack)) == SuspectEffect.ABSENT;
        }

        private Set<Integer> closure(Collection<LeftItem> some) {
            Set<Integer> closure = new TreeSet<>();
            some.forEach(item -> {
                closure.add(item.number());
                closure.addAll(item.requires());
            });
            return closure;
        }

        private Set<Integer> complement(Set<Integer> some) {
            Set<Integer> rest = new TreeSet<>(items.keySet());
            rest.removeAll(some);
            return rest;
        }

        private SuspectEffect effect(Set<Integer> takenBack) {
            SuspectEffect effect = known.get(takenBack);
            if (effect == null && runs >= MOST_RUNS) {
                return SuspectEffect.NO_ANSWER; // what was shown by then is true, though not the smallest
            }
            if (effect == null) {
                runs++;
                RunResult result = databases.run(left, takenBack, searchRuns.onLeftRows(suspect));
                effect = suspect.effect(result);
                known.put(Set.copyOf(takenBack), effect);
            }
            return effect;
        }

        private List<String> provedCleanUp(Set<Integer> needed) {
            List<String> statements = left.cleanUp(needed);
            if (statements.isEmpty()) {
                return List.of();
            }
            runs++;
            RunResult result = databases.runAfter(left, statements, searchRuns.onLeftRows(suspect));
            return suspect.effect(result) == SuspectEffect.ABSENT ? statements : List.of();
        }

        private List<RowProof.Part> parts(Set<Integer> numbers) {
            Map<List<Object>, List<LeftItem>> groups = new LinkedHashMap<>();
            items.values().stream()
                    .filter(item -> numbers.contains(item.number()))
                    .forEach(item -> groups.computeIfAbsent(
                                    List.of(item.object(), item.kind()), key -> new ArrayList<>())
                            .add(item));
            List<RowProof.Part> parts = new ArrayList<>();
            for (List<LeftItem> group : groups.values()) {
                LeftItem first = group.get(0);
                parts.add(new RowProof.Part(
                        first.object(),
                        first.kind(),
                        group.size(),
                        group.stream().limit(SAMPLE).map(LeftItem::text).toList()));
            }
            return parts;
        }
    }
}

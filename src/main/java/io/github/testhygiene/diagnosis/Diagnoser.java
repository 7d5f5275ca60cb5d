package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.LeakExperiments;
import io.github.testhygiene.plan.RunLog;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.TestRunner;
import io.github.testhygiene.plan.TestUnit;
import io.github.testhygiene.plan.TimeBudget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Searches the culprits of all victims and brittle tests, and what leaks between them. Every step is made for all of them
 * before the next, dearer one, so that whenever the time ends, the most is known.
 */
public final class Diagnoser {

    private final Suite all;
    private final TimeBudget budget;
    private final RunLog log;
    private final SearchRuns searchRuns;
    private final CandidateRanking ranking;
    private final KeptDatabases left;
    private final RecordedDatabaseUse use;
    private final ApplicationStartDatabases started;
    private final ParallelSteps sideBySide;

    /**
     * For one recording.
     *
     * @param all all tests that can be re-run, which may be culprits
     * @param runner makes the runs
     * @param lab keeps the databases that runs leave
     * @param budget the time there is
     * @param log holds every run so far, and will hold those of the search
     * @param database what the database saw of the reference run
     * @param workers how many runs at a time, where they need not have the machine for themselves; at least 1
     */
    public Diagnoser(
            Suite all,
            TestRunner runner,
            LeakExperiments lab,
            TimeBudget budget,
            RunLog log,
            DatabaseEvidence database,
            int workers) {
        this.sideBySide = new ParallelSteps(workers, budget::end);
        this.all = all;
        this.budget = budget;
        this.log = log;
        this.searchRuns = new SearchRuns(all, runner, budget, log);
        this.ranking = new CandidateRanking(database);
        this.left = new KeptDatabases(lab, searchRuns);
        this.use = new RecordedDatabaseUse(database);
        this.started = new ApplicationStartDatabases(all, use);
    }

    /** One suspect's searches and what they came to. */
    private static final class Case {

        private final Suspect suspect;
        private final CulpritSearch search;
        private final LeakLocation location;
        private final RowProofs proofs;
        private final CleanerSearch cleaners;
        private @Nullable String ended;
        private @Nullable Contradiction contradiction;

        Case(Suspect suspect, CulpritSearch search, LeakLocation location, RowProofs proofs, CleanerSearch cleaners) {
            this.suspect = suspect;
            this.search = search;
            this.location = location;
            this.proofs = proofs;
            this.cleaners = cleaners;
        }

        /** Whether there are runs that can tell the culprit. */
        boolean canBeSearched() {
            return Suite.orderable(suspect.unit());
        }

        void forEachCulprit(Consumer<FoundCulprit> step) {
            search.found().forEach(step);
        }

        /** Whether the step came to its end; once the time is over, no other is begun. */
        void attempt(Runnable step) {
            if (ended != null || contradiction != null) {
                return;
            }
            try {
                step.run();
            } catch (SearchRuns.Ended e) {
                ended = e.reason();
            } catch (Contradiction e) {
                contradiction = e;
            }
        }

        Diagnosis diagnosis() {
            List<FoundCulprit> found = search.found();
            String undetermined = ended != null ? ended + " before everything was searched" : search.limit();
            if (!canBeSearched()) {
                undetermined = Classifier.nobodyChooses(suspect.unit());
            }
            if (undetermined == null && found.isEmpty()) {
                undetermined = "no test and no group of tests was found that does it again";
            }
            return new Diagnosis(
                    found.stream().map(FoundCulprit::culprit).toList(),
                    cleaners.found().stream().flatMap(Diagnoser::ids).toList(),
                    found.isEmpty() && canBeSearched()
                            ? search.candidates().stream()
                                    .flatMap(Diagnoser::ids)
                                    .limit(5)
                                    .toList()
                            : List.of(),
                    undetermined);
        }
    }

    /**
     * Diagnoses whatever depends on other tests.
     *
     * @param selected the tests that are checked
     * @param before what was found before; it is not searched again
     * @return that, and what was found now
     */
    public DiagnosisResults diagnose(Suite selected, DiagnosisResults before) {
        List<Case> cases = new ArrayList<>();
        for (Suspect suspect : new Suspects(all, budget.whyOver().orElse(null)).of(selected, log.runs(), searchRuns)) {
            if (!before.knows(suspect.unit().first().id())) {
                cases.add(newCase(suspect));
            }
        }
        sideBySide.forEach(cases, each -> each.attempt(each.canBeSearched() ? each.search::search : () -> {}));
        sideBySide.forEach(cases, each -> each.attempt(() -> each.forEachCulprit(each.location::locate)));
        sideBySide.forEach(
                cases,
                each -> each.attempt(() -> each.forEachCulprit(culprit -> {
                    if (culprit.leak() == Leak.DATABASE) {
                        each.proofs.prove(culprit);
                    } else {
                        each.location.trace(culprit);
                    }
                })));
        sideBySide.forEach(
                cases.stream()
                        .filter(each -> each.suspect.kind() == VerdictKind.VICTIM)
                        .toList(),
                each -> each.attempt(
                        () -> each.forEachCulprit(culprit -> each.cleaners.search(culprit, each.search.found()))));
        return before.and(result(cases));
    }

    private Case newCase(Suspect suspect) {
        return new Case(
                suspect,
                new CulpritSearch(suspect, searchRuns, ranking),
                new LeakLocation(suspect, searchRuns, left, use),
                new RowProofs(suspect, searchRuns, left, started),
                new CleanerSearch(suspect, searchRuns, ranking));
    }

    private static DiagnosisResults result(List<Case> cases) {
        Map<TestId, Diagnosis> diagnoses = new HashMap<>();
        Map<TestId, String> flaky = new HashMap<>();
        for (Case each : cases) {
            Contradiction contradiction = each.contradiction;
            for (RecordedTest test : each.suspect.unit().tests()) {
                if (contradiction != null) {
                    flaky.put(test.id(), contradiction.reason());
                } else {
                    diagnoses.put(test.id(), each.diagnosis());
                }
            }
        }
        return new DiagnosisResults(diagnoses, flaky);
    }

    private static Stream<TestId> ids(TestUnit unit) {
        return unit.tests().stream().map(RecordedTest::id);
    }
}

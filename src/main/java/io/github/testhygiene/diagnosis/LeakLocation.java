package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.KeptDatabase;
import io.github.testhygiene.plan.ObservedRun;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestUnit;
import io.github.testhygiene.text.RunExitPhrase;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out by experiment through what a culprit reaches a suspect: the two have an effect in one JVM on one database;
 * whether they still have it in two JVMs, and in two JVMs on two databases, tells the rest.
 */
final class LeakLocation {

    private final Suspect suspect;
    private final SearchRuns searchRuns;
    private final KeptDatabases left;
    private final RecordedDatabaseUse log;
    private @Nullable ObservedRun ownTraces;

    /** For one suspect. */
    LeakLocation(Suspect suspect, SearchRuns searchRuns, KeptDatabases left, RecordedDatabaseUse log) {
        this.suspect = suspect;
        this.searchRuns = searchRuns;
        this.left = left;
        this.log = log;
    }

    /**
     * Locates one leak.
     *
     * @throws SearchRuns.Ended if there is no time left
     */
    void locate(FoundCulprit culprit) {
        culprit.leaks(Leak.UNDETERMINED, "the experiment was not ended");
        if (!searchRuns.areApart(suspect, culprit.units())) {
            CompletedRun sameDatabase = searchRuns.make(searchRuns.apart(suspect, culprit.units(), Experiment.NONE));
            SuspectEffect effect = suspect.effect(sameDatabase.result());
            if (effect == SuspectEffect.NO_ANSWER) {
                culprit.leaks(Leak.UNDETERMINED, noAnswer(sameDatabase));
                return;
            }
            if (effect == SuspectEffect.ABSENT) {
                jvmUnlessUndone(culprit);
                return;
            }
        }
        CompletedRun ownDatabases =
                searchRuns.make(searchRuns.apart(suspect, culprit.units(), Experiment.OWN_DATABASES));
        switch (suspect.effect(ownDatabases.result())) {
            case SHOWN -> culprit.leaks(Leak.OUTSIDE, null);
            case ABSENT -> culprit.leaks(Leak.DATABASE, null);
            case NO_ANSWER -> culprit.leaks(Leak.UNDETERMINED, noAnswer(ownDatabases));
        }
    }

    private static String noAnswer(CompletedRun run) {
        return "run " + run.number() + " gave no answer: "
                + RunExitPhrase.explain(run.result().exit());
    }

    /**
     * In two JVMs nothing happened. That is the JVM's doing only if the second JVM's start, and fixtures that run once for
     * a class, did not undo what the first one had left in the database. What the application creates and fills when it
     * starts in the first JVM is there in the second one, too.
     */
    private void jvmUnlessUndone(FoundCulprit culprit) {
        RunRequest alone = searchRuns.only(searchRuns.label(suspect, RunKind.LOCATE), culprit.units(), Experiment.NONE);
        try (KeptDatabase first = left.after(alone)) {
            if (!KeptDatabases.completed(first.result())) {
                culprit.leaks(Leak.UNDETERMINED, "the run that should have left something did not get to its end");
            } else if (first.items().isEmpty() && first.limits().isEmpty()) {
                culprit.leaks(Leak.JVM, null);
            } else {
                try (KeptDatabase second = left.after(first, searchRuns.onLeftRows(suspect))) {
                    jvmUnlessUndone(culprit, first, second);
                }
            }
        }
    }

    private void jvmUnlessUndone(FoundCulprit culprit, KeptDatabase first, KeptDatabase second) {
        if (suspect.effect(second.result()) != SuspectEffect.ABSENT) {
            culprit.leaks(Leak.UNDETERMINED, "in two JVMs on one database the outcome changed when it was repeated");
            return;
        }
        Optional<String> limits = second.limitsBesidesNew();
        if (limits.isPresent()) {
            culprit.leaks(Leak.UNDETERMINED, unknownRows(limits.get()));
            return;
        }
        Optional<String> undone = new RevertedItems(log, culprit.units(), suspect.unit()).object(first, second);
        if (undone.isEmpty()) {
            culprit.leaks(Leak.JVM, null);
        } else {
            culprit.leaks(
                    Leak.UNDETERMINED,
                    first.limitsBesidesNew()
                            .map(LeakLocation::unknownRows)
                            .orElse("in two JVMs nothing happens, but the second one also reverts what the first one"
                                    + " left in " + undone.get()));
        }
    }

    private static String unknownRows(String limits) {
        return "in two JVMs nothing happens, but it is not known what was left in the database: " + limits;
    }

    /**
     * Names what a culprit leaves outside the database and the suspect does not leave by itself.
     *
     * @throws SearchRuns.Ended if there is no time left
     * @throws Contradiction if the suspect's outcome alone is another one than before
     */
    void trace(FoundCulprit culprit) {
        Optional<ObservedRun> left = observed(culprit.units());
        if (ownTraces == null) {
            ownTraces = observed(List.of(suspect.unit())).orElse(null);
        }
        ObservedRun own = ownTraces;
        if (left.isPresent() && own != null) {
            culprit.leaves(left.get().traces().stream()
                    .filter(trace -> carries(trace, culprit.leak()))
                    .filter(trace -> own.traces().stream().noneMatch(each -> isSame(each, trace)))
                    .filter(trace -> trace.kind() != LeakTrace.Kind.STATIC_FIELD
                            || own.classes().contains(className(trace)))
                    .toList());
        }
    }

    private Optional<ObservedRun> observed(List<TestUnit> units) {
        String label = searchRuns.label(suspect, RunKind.LOCATE);
        RunResult result = searchRuns
                .make(searchRuns.only(label, units, Experiment.OBSERVED))
                .result();
        if (units.equals(List.of(suspect.unit())) && suspect.effect(result) == SuspectEffect.SHOWN) {
            boolean victim = suspect.kind() == VerdictKind.VICTIM;
            throw new Contradiction("alone", victim ? 1 : Suspicion.SEEN, victim ? Suspicion.SEEN : 1);
        }
        return Optional.ofNullable(result.observed());
    }

    private static boolean isSame(LeakTrace one, LeakTrace other) {
        return one.kind() == other.kind()
                && one.name().equals(other.name())
                && Objects.equals(one.after(), other.after());
    }

    /** The JVM's own state ends with it; a file, a port of another process and a process stay. */
    private static boolean carries(LeakTrace trace, Leak leak) {
        return switch (trace.kind()) {
            case STATIC_FIELD,
                    SYSTEM_PROPERTY,
                    LOCALE,
                    TIME_ZONE,
                    CHARSET,
                    SECURITY_PROVIDER,
                    EXCEPTION_HANDLER,
                    THREAD -> leak != Leak.OUTSIDE;
            case FILE -> leak != Leak.JVM;
            case PORT, PROCESS -> true;
        };
    }

    private static String className(LeakTrace trace) {
        return trace.name().substring(0, Math.max(0, trace.name().lastIndexOf('.')));
    }
}

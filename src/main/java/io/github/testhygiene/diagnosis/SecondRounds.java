package io.github.testhygiene.diagnosis;

import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.TestUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a unit ended when it ran a second time in the same JVM and on the same database, having passed the first time. */
final class SecondRounds {

    private final TestUnit unit;
    private final List<CompletedRun> failuresAfterAll = new ArrayList<>();
    private final List<CompletedRun> passesAfterAll = new ArrayList<>();
    private final List<CompletedRun> repeatsAfterAll = new ArrayList<>();
    private final List<CompletedRun> lost = new ArrayList<>();
    private final List<CompletedRun> failuresAtOnce = new ArrayList<>();
    private final List<CompletedRun> passesAtOnce = new ArrayList<>();

    SecondRounds(TestUnit unit) {
        this.unit = unit;
    }

    /**
     * Takes note of a run.
     *
     * @param alone whether the unit ran alone
     * @param repeat whether the run repeats another one
     */
    void add(CompletedRun run, boolean alone, boolean repeat) {
        if (run.request().experiment().rounds() < 2 || UnitOutcome.of(unit, run.result()) != UnitOutcome.PASSED) {
            return;
        }
        UnitOutcome again = UnitOutcome.ofSecondRound(unit, run.result());
        if (again == UnitOutcome.NO_ANSWER) {
            lost.add(run);
            return;
        }
        boolean failed = again == UnitOutcome.FAILED;
        if (alone) {
            (failed ? failuresAtOnce : passesAtOnce).add(run);
        } else if (repeat) {
            repeatsAfterAll.add(run);
        } else {
            (failed ? failuresAfterAll : passesAfterAll).add(run);
        }
    }

    /** The first run of all tests and all tests again whose second round it failed. */
    Optional<CompletedRun> failureAfterAll() {
        return failuresAfterAll.stream().findFirst();
    }

    /** The repeat of such a run. */
    Optional<CompletedRun> repeatAfterAll() {
        return repeatsAfterAll.stream().findFirst();
    }

    /** Whether any second round gave an answer. */
    boolean known() {
        return !failuresAfterAll.isEmpty()
                || !passesAfterAll.isEmpty()
                || !failuresAtOnce.isEmpty()
                || !passesAtOnce.isEmpty();
    }

    /** The first run that was lost before its second round told of the unit. */
    Optional<CompletedRun> lost() {
        return lost.stream().findFirst();
    }

    /** Runs of it twice in a row, in which it failed the second time. */
    List<CompletedRun> failuresAtOnce() {
        return failuresAtOnce;
    }

    /**
     * Whether it failed twice in a row as often as promised. A second round of all tests counts as one of these times: there
     * others ran in between, so that at least two must be runs of it alone.
     */
    boolean failsTwiceInARow() {
        int afterAll = failuresAfterAll.size()
                + (int) repeatsAfterAll.stream().filter(this::failed).count();
        return failuresAtOnce.size() >= Suspicion.SEEN - 1 && failuresAtOnce.size() + afterAll >= Suspicion.SEEN;
    }

    /** Runs of it twice in a row, in which it passed both times. */
    List<CompletedRun> passesAtOnce() {
        return passesAtOnce;
    }

    /** Whether any second round had something against the unit. */
    boolean failedSomewhere() {
        return !failuresAfterAll.isEmpty()
                || !failuresAtOnce.isEmpty()
                || repeatsAfterAll.stream().anyMatch(this::failed);
    }

    boolean failed(CompletedRun run) {
        return UnitOutcome.ofSecondRound(unit, run.result()) == UnitOutcome.FAILED;
    }
}

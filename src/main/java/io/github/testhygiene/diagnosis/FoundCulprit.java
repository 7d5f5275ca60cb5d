package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RowProof;
import io.github.testhygiene.plan.TestUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A culprit that was shown, and what becomes known of it step by step. */
final class FoundCulprit {

    private final List<TestUnit> units;
    private final @Nullable String fixtureOf;
    private final int shown;
    private Leak leak = Leak.UNDETERMINED;
    private @Nullable String leakReason = "it was not searched for";
    private List<LeakTrace> traces = List.of();
    private @Nullable RowProof proof;
    private @Nullable String proofReason;

    /**
     * A culprit.
     *
     * @param units the tests, in order
     * @param fixtureOf the class whose fixtures do it; null if the tests do
     * @param shown in how many runs, which were all that there were
     */
    FoundCulprit(List<TestUnit> units, @Nullable String fixtureOf, int shown) {
        this.units = List.copyOf(units);
        this.fixtureOf = fixtureOf;
        this.shown = shown;
    }

    List<TestUnit> units() {
        return units;
    }

    @Nullable
    String fixtureOf() {
        return fixtureOf;
    }

    Leak leak() {
        return leak;
    }

    /** Whether a unit has to be left out for the culprit to be gone. */
    boolean involves(TestUnit unit) {
        return fixtureOf == null
                ? units.contains(unit)
                : unit.first().topLevelClass().equals(fixtureOf);
    }

    /** Whether all of it is there. */
    boolean isIn(List<TestUnit> before) {
        return fixtureOf == null ? before.containsAll(units) : before.stream().anyMatch(this::involves);
    }

    /** Those of the tests that stand for the culprit; none if it is not there as a whole. */
    List<TestUnit> in(List<TestUnit> before) {
        if (!isIn(before)) {
            return List.of();
        }
        return fixtureOf == null
                ? units
                : before.stream().filter(this::involves).limit(1).toList();
    }

    void leaks(Leak through, @Nullable String reason) {
        leak = through;
        leakReason = reason;
    }

    void leaves(List<LeakTrace> left) {
        traces = left;
    }

    void proved(RowProof rows) {
        proof = rows;
        proofReason = null;
    }

    void notProved(String reason) {
        proofReason = reason;
    }

    Culprit culprit() {
        return new Culprit(
                units.stream()
                        .flatMap(unit -> unit.tests().stream())
                        .map(RecordedTest::id)
                        .toList(),
                fixtureOf,
                shown,
                shown,
                leak,
                leakReason,
                traces,
                proof,
                proofReason);
    }
}

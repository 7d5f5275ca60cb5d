package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestUnit;
import java.util.List;

/**
 * A test that is known to depend on others, and whose culprits are searched.
 *
 * @param unit the test
 * @param kind victim or brittle
 * @param shown for each order that showed the dependence the tests that ran before, in order; the shortest first
 * @param hidden for each order that did not show it the tests that ran before, in order
 */
record Suspect(TestUnit unit, VerdictKind kind, List<List<TestUnit>> shown, List<List<TestUnit>> hidden) {

    Suspect {
        shown = List.copyOf(shown);
        hidden = List.copyOf(hidden);
        if (kind != VerdictKind.VICTIM && kind != VerdictKind.BRITTLE) {
            throw new IllegalArgumentException("depends on nobody: " + kind);
        }
    }

    /** What a run says. */
    SuspectEffect effect(RunResult result) {
        UnitOutcome outcome = UnitOutcome.of(unit, result);
        if (outcome == UnitOutcome.NO_ANSWER) {
            return SuspectEffect.NO_ANSWER;
        }
        UnitOutcome alone = kind == VerdictKind.VICTIM ? UnitOutcome.PASSED : UnitOutcome.FAILED;
        return outcome == alone ? SuspectEffect.ABSENT : SuspectEffect.SHOWN;
    }
}

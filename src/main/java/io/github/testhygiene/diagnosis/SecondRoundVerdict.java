package io.github.testhygiene.diagnosis;

import io.github.testhygiene.diagnosis.Classifier.Classified;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.CompletedRun;
import java.util.List;
import java.util.Optional;

/** Says what second rounds mean, for a unit that passes alone and in every order. */
final class SecondRoundVerdict {

    private SecondRoundVerdict() {}

    /**
     * The verdict.
     *
     * @param facts about the unit
     * @param notRepeated why something could not be repeated
     * @return empty if second rounds say nothing against it
     */
    static Optional<Classified> decide(UnitOutcomes facts, String notRepeated) {
        SecondRounds rounds = facts.secondRounds();
        List<CompletedRun> atOnce = rounds.failuresAtOnce();
        int passes = rounds.passesAtOnce().size();
        if (!atOnce.isEmpty()) {
            CompletedRun shown = atOnce.get(0);
            if (passes > 0) {
                String rate = WilsonInterval.ofFailures(atOnce.size(), atOnce.size() + passes);
                return Optional.of(new Classified(VerdictKind.FLAKY, "twice in a row, " + rate, shown));
            }
            return Optional.of(
                    rounds.failsTwiceInARow()
                            ? new Classified(VerdictKind.NON_IDEMPOTENT, null, shown)
                            : new Classified(
                                    VerdictKind.UNCHECKED,
                                    "it failed when it ran twice in a row, "
                                            + (atOnce.size() == 1 ? "once" : atOnce.size() + " times") + ", and "
                                            + notRepeated,
                                    shown));
        }
        if (rounds.failureAfterAll().isEmpty()) {
            return rounds.repeatAfterAll()
                    .filter(rounds::failed)
                    .map(repeat -> flaky("it passed both rounds before, and failed the second one", repeat));
        }
        return rounds.failureAfterAll().map(failure -> afterAll(rounds, failure, notRepeated));
    }

    private static Classified flaky(String what, CompletedRun shown) {
        return new Classified(
                VerdictKind.FLAKY, what + " when the same run was repeated: " + WilsonInterval.ofFailures(1, 2), shown);
    }

    private static Classified afterAll(SecondRounds rounds, CompletedRun failure, String notRepeated) {
        Optional<CompletedRun> repeat = rounds.repeatAfterAll();
        String what = "it failed in the second round of run " + failure.number();
        if (repeat.isEmpty()) {
            return new Classified(VerdictKind.UNCHECKED, what + ", and " + notRepeated, failure);
        }
        return rounds.failed(repeat.get())
                ? new Classified(
                        VerdictKind.NON_IDEMPOTENT, "not twice in a row, but with the other tests in between", failure)
                : flaky(what + " and passed", failure);
    }
}

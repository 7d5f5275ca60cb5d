package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.RunRequest.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a unit that fails alone, and failed in the recorded run as well, may be called brittle. It may where its
 * state-setters were shown, and none of them ran before it in the recorded run. Else chance explains as much: a test that
 * is slow in a cold JVM, for example, fails alone and passes after any other test.
 *
 * @param over why there is no more time, as the beginning of a sentence; null if there is
 */
record BrittleCriterion(@Nullable String over) {

    /**
     * Returns why a unit that would be brittle is unchecked.
     *
     * @param facts about the unit
     * @param diagnosis what was found about it; null if nothing was searched
     * @return empty if nothing speaks against it
     */
    Optional<String> doubt(UnitOutcomes facts, @Nullable Diagnosis diagnosis) {
        return facts.referenceFailure().map(reference -> doubt(facts, reference, diagnosis));
    }

    private @Nullable String doubt(UnitOutcomes facts, CompletedRun reference, @Nullable Diagnosis diagnosis) {
        String seen = "it failed in your run and alone";
        if (diagnosis == null || diagnosis.culprits().isEmpty()) {
            String searched = diagnosis == null ? null : diagnosis.undetermined();
            String why = searched != null ? searched : over != null ? over + " before that was searched" : null;
            String passed = facts.passesInCompany().stream()
                    .findFirst()
                    .map(run -> ", and passed in run " + run.number() + " ("
                            + run.request().label() + ")")
                    .orElse("");
            return seen + passed + "; after which test it passes each time is not known"
                    + (why == null ? "" : ": " + why);
        }
        return diagnosis.culprits().stream().anyMatch(culprit -> ranBefore(culprit, facts, reference))
                ? seen + ", although the tests after which it passes ran before it in your run"
                : null;
    }

    private static boolean ranBefore(Culprit culprit, UnitOutcomes facts, CompletedRun reference) {
        List<RecordedTest> before = new ArrayList<>();
        for (Segment segment : reference.request().segments()) {
            if (culprit.leak() == Leak.JVM) {
                before.clear(); // what another JVM held is gone
            }
            for (RecordedTest test : segment.tests()) {
                if (facts.unit().tests().contains(test)) {
                    return covers(before, culprit);
                }
                if (UnitOutcomes.executed(test, reference.result())) {
                    before.add(test);
                }
            }
        }
        return false;
    }

    private static boolean covers(List<RecordedTest> before, Culprit culprit) {
        String fixtures = culprit.fixtureOf();
        return fixtures == null
                ? before.stream().map(RecordedTest::id).toList().containsAll(culprit.tests())
                : before.stream().anyMatch(test -> Objects.equals(test.topLevelClass(), fixtures));
    }
}

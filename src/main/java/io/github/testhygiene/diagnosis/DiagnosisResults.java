package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the search for culprits came to.
 *
 * @param byTest the diagnosis of each victim and each brittle test
 * @param flaky for each suspect whose outcome changed when the very same run was repeated, how often, in
 *     words
 */
public record DiagnosisResults(Map<TestId, Diagnosis> byTest, Map<TestId, String> flaky) {

    /** Nothing was searched. */
    public static final DiagnosisResults NONE = new DiagnosisResults(Map.of(), Map.of());

    /** Copies the maps. */
    public DiagnosisResults {
        byTest = Map.copyOf(byTest);
        flaky = Map.copyOf(flaky);
    }

    /**
     * The diagnoses that still count.
     *
     * @param verdicts the final verdicts; later runs may have shown that a suspect is flaky, and then nobody is accused
     * @return by test, of victims and brittle tests alone
     */
    public Map<TestId, Diagnosis> of(List<Verdict> verdicts) {
        Map<TestId, Diagnosis> counting = new HashMap<>();
        for (Verdict verdict : verdicts) {
            Diagnosis diagnosis = byTest.get(verdict.id());
            boolean dependent = verdict.kind() == VerdictKind.VICTIM || verdict.kind() == VerdictKind.BRITTLE;
            if (diagnosis != null && dependent) {
                counting.put(verdict.id(), diagnosis);
            }
        }
        return counting;
    }

    boolean knows(TestId id) {
        return byTest.containsKey(id) || flaky.containsKey(id);
    }

    DiagnosisResults and(DiagnosisResults others) {
        Map<TestId, Diagnosis> tests = new HashMap<>(byTest);
        tests.putAll(others.byTest);
        Map<TestId, String> changing = new HashMap<>(flaky);
        changing.putAll(others.flaky);
        return new DiagnosisResults(tests, changing);
    }
}

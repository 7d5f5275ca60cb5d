package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.TestId;
import java.util.HashMap;
import java.util.Map;

/**
 * What the search for culprits came to.
 *
 * @param byTest the diagnosis of each victim and each brittle test
 * @param flaky for each suspect whose outcome changed when the very same run was repeated, how often, in
 *     words
 */
public record Diagnoses(Map<TestId, Diagnosis> byTest, Map<TestId, String> flaky) {

    /** Nothing was searched. */
    public static final Diagnoses NONE = new Diagnoses(Map.of(), Map.of());

    /** Copies the maps. */
    public Diagnoses {
        byTest = Map.copyOf(byTest);
        flaky = Map.copyOf(flaky);
    }

    boolean knows(TestId id) {
        return byTest.containsKey(id) || flaky.containsKey(id);
    }

    Diagnoses and(Diagnoses others) {
        Map<TestId, Diagnosis> tests = new HashMap<>(byTest);
        tests.putAll(others.byTest);
        Map<TestId, String> changing = new HashMap<>(flaky);
        changing.putAll(others.flaky);
        return new Diagnoses(tests, changing);
    }
}

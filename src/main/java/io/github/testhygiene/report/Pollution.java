package io.github.testhygiene.report;

import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.text.CappedList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One culprit with all the tests that depend on it. Public for the templates alone.
 *
 * @param tests the culprit's tests
 * @param fixtures the class whose fixtures do it, fit to be shown; null if the tests do it
 * @param setsUp whether it sets up what others need, rather than leaving what breaks them
 * @param effects the tests that depend on it
 */
public record Pollution(List<TestId> tests, @Nullable String fixtures, boolean setsUp, CappedList<Effect> effects) {

    private static final int CULPRITS = 50;
    private static final int SUSPECTS = 20;

    /**
     * One that depends.
     *
     * @param suspect the test
     * @param through through what
     */
    public record Effect(TestId suspect, String through) {}

    /** What tells one culprit from another. */
    record Key(List<TestId> tests, @Nullable String fixtures, boolean setsUp) {}

    /** Copies the list. */
    public Pollution {
        tests = List.copyOf(tests);
    }

    /**
     * Turns the diagnoses around: from culprits to those who suffer.
     *
     * @param report the report
     * @return those on whom most tests depend first
     */
    static CappedList<Pollution> of(HygieneReport report) {
        Map<Key, List<Effect>> effects = new LinkedHashMap<>();
        for (TestEntry test : report.tests()) {
            Diagnosis diagnosis = test.diagnosis();
            if (diagnosis == null || !depends(test)) {
                continue;
            }
            for (Culprit culprit : diagnosis.culprits()) {
                effects.computeIfAbsent(key(culprit, test.verdict()), unused -> new ArrayList<>())
                        .add(new Effect(test.id(), CulpritView.through(culprit)));
            }
        }
        Comparator<Map.Entry<Key, List<Effect>>> most =
                Comparator.comparingInt(entry -> -entry.getValue().size());
        return CappedList.of(
                effects.entrySet().stream()
                        .sorted(most)
                        .map(entry -> pollution(entry.getKey(), entry.getValue()))
                        .toList(),
                CULPRITS);
    }

    /** Whether a test's verdict says that it depends on others. */
    static boolean depends(TestEntry test) {
        return test.verdict() == VerdictKind.VICTIM || test.verdict() == VerdictKind.BRITTLE;
    }

    /** A culprit without its effects. */
    static Pollution of(Key key) {
        return pollution(key, List.of());
    }

    static Key key(Culprit culprit, VerdictKind suspect) {
        String fixtures = new CulpritView(culprit, suspect).fixtures();
        // Of a class's fixtures it does not matter with which test they were shown.
        return new Key(fixtures == null ? culprit.tests() : List.of(), fixtures, suspect == VerdictKind.BRITTLE);
    }

    private static Pollution pollution(Key key, List<Effect> effects) {
        return new Pollution(key.tests(), key.fixtures(), key.setsUp(), CappedList.of(effects, SUSPECTS));
    }
}

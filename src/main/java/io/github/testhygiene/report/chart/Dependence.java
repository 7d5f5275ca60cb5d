package io.github.testhygiene.report.chart;

import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.RowProof;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.text.CulpritPhrases;
import io.github.testhygiene.text.Phrases;
import io.github.testhygiene.text.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One test that depends on one culprit.
 *
 * @param source the culprit
 * @param suspect the test that depends on it
 * @param through through what, in a word or two, fit to be shown
 * @param sentence the same in full, fit to be shown
 */
record Dependence(Source source, TestId suspect, String through, String sentence) {

    private static final int OBJECT_LIMIT = 100;
    private static final int SENTENCE_LIMIT = 500;

    /**
     * A culprit, whoever depends on it.
     *
     * @param tests the tests that act; empty for fixtures, where it does not matter with which test they were shown
     * @param fixtureOf the class whose fixtures act; null if tests do
     * @param setsUp whether it sets up what others need, rather than leaving what breaks them
     */
    record Source(Set<TestId> tests, @Nullable String fixtureOf, boolean setsUp) {}

    /**
     * All that were shown.
     *
     * @param report the report
     * @param names the short names of tests
     * @return each pair of culprit and test once, in the order of the tests
     */
    static List<Dependence> of(HygieneReport report, Function<TestId, String> names) {
        List<Dependence> all = new ArrayList<>();
        for (TestEntry test : report.tests()) {
            Diagnosis diagnosis = test.diagnosis();
            boolean brittle = test.verdict() == VerdictKind.BRITTLE;
            if (diagnosis == null || !(brittle || test.verdict() == VerdictKind.VICTIM)) {
                continue;
            }
            Set<Source> seen = new LinkedHashSet<>();
            for (Culprit culprit : diagnosis.culprits()) {
                Source source = source(culprit, brittle);
                if (seen.add(source)) {
                    all.add(new Dependence(source, test.id(), through(culprit), sentence(culprit, test, names)));
                }
            }
        }
        return all;
    }

    private static Source source(Culprit culprit, boolean setsUp) {
        String fixtureOf = culprit.fixtureOf();
        return fixtureOf == null
                ? new Source(new LinkedHashSet<>(culprit.tests()), null, setsUp)
                : new Source(Set.of(), fixtureOf, setsUp);
    }

    private static String through(Culprit culprit) {
        return switch (culprit.leak()) {
            case DATABASE -> culprit.proof() == null ? "database" : objects(culprit.proof());
            case JVM -> "JVM";
            case OUTSIDE -> "outside";
            case UNDETERMINED -> "undetermined";
        };
    }

    private static String objects(RowProof proof) {
        List<String> objects =
                proof.needed().stream().map(RowProof.Part::object).distinct().toList();
        String first = PlainText.line(objects.get(0), OBJECT_LIMIT);
        String plain = first.startsWith("public.") ? first.substring("public.".length()) : first;
        return objects.size() == 1 ? plain : plain + " +" + (objects.size() - 1);
    }

    private static String sentence(Culprit culprit, TestEntry test, Function<TestId, String> names) {
        boolean several = culprit.fixtureOf() != null || culprit.tests().size() > 1;
        String makes = (several ? " make " : " makes ")
                + names.apply(test.id())
                + (test.verdict() == VerdictKind.BRITTLE ? " pass" : " fail");
        String left = CulpritPhrases.left(culprit);
        String shown = ", shown in " + culprit.shown() + " of " + Phrases.count(culprit.runs(), "run");
        String words = CulpritPhrases.who(culprit, names) + makes + (left.isEmpty() ? "" : ", " + left) + shown;
        return PlainText.line(words.replace("`", ""), SENTENCE_LIMIT);
    }
}

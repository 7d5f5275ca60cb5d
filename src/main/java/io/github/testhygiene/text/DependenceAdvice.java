package io.github.testhygiene.text;

import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RowProof;
import io.github.testhygiene.model.TestId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says where a dependence between tests is fixed. */
public final class DependenceAdvice {

    private static final int CLASSES = 3;
    private static final int STATEMENT_LIMIT = 160;
    private static final String TIME_BUDGET = "time budget";
    private static final String SEARCH_ON = " The time budget ended the search: raise <timeBudget>.";

    private final Map<TestId, RecordedTest> tests;

    /**
     * Makes the advice for one suite.
     *
     * @param tests the tests by id
     */
    public DependenceAdvice(Map<TestId, RecordedTest> tests) {
        this.tests = tests;
    }

    /**
     * Says what to do about a victim.
     *
     * @param victim the test
     * @param diagnosis what was found; null if nothing was searched
     * @return one or two sentences
     */
    public String victim(RecordedTest victim, @Nullable Diagnosis diagnosis) {
        if (diagnosis == null || diagnosis.culprits().isEmpty()) {
            String general =
                    "A test that runs before it leaves something behind. Mend that test's clean-up, not this test.";
            return general + searchOn(diagnosis);
        }
        if (diagnosis.culprits().stream().allMatch(DependenceAdvice::movesSequencesOnly)) {
            return "No clean-up is missing: a sequence goes on even after a rollback."
                    + " Let this test ask for the number that it was given instead of expecting one.";
        }
        boolean either = diagnosis.culprits().size() == 1;
        List<String> places = diagnosis.culprits().stream()
                .flatMap(culprit -> places(culprit, victim))
                .distinct()
                .toList();
        String where = either && places.size() == 2
                ? places.get(0) + " or " + places.get(1)
                : CulpritPhrases.some(places, CLASSES);
        return "Fix the clean-up " + where + ", not this test." + helped(diagnosis);
    }

    /**
     * Says what to do about a brittle test.
     *
     * @param diagnosis what was found; null if nothing was searched
     * @return one or two sentences
     */
    public String brittle(@Nullable Diagnosis diagnosis) {
        boolean found = diagnosis != null && !diagnosis.culprits().isEmpty();
        String advice = found
                ? "Let its own fixture create what it reads."
                : "It needs what another test sets up. Let its own fixture create what it reads.";
        return found ? advice : advice + searchOn(diagnosis);
    }

    private static String searchOn(@Nullable Diagnosis diagnosis) {
        String undetermined = diagnosis == null ? null : diagnosis.undetermined();
        return undetermined != null && undetermined.contains(TIME_BUDGET) ? SEARCH_ON : "";
    }

    /**
     * Says what to do about a test that is not idempotent.
     *
     * @param diagnosis what it leaves for itself; null if nothing was searched
     * @return one or two sentences
     */
    public String nonIdempotent(@Nullable Diagnosis diagnosis) {
        return "Let its clean-up take back what it leaves, or let its fixture make the state that it starts from."
                + (diagnosis == null ? "" : helped(diagnosis));
    }

    private Stream<String> places(Culprit culprit, RecordedTest victim) {
        if (culprit.fixtureOf() != null) {
            return Stream.of("after all tests of " + simple(culprit.fixtureOf()));
        }
        return culprit.tests().stream().map(id -> place(id, victim));
    }

    private String place(TestId id, RecordedTest victim) {
        RecordedTest test = tests.get(id);
        if (test == null) {
            return "after " + CulpritPhrases.code(id.value());
        }
        return test.className().equals(victim.className())
                ? "after " + CulpritPhrases.code(test.shortName())
                : "in " + simple(test.className());
    }

    private static String simple(String className) {
        return CulpritPhrases.code(Wording.simpleName(className));
    }

    private static boolean movesSequencesOnly(Culprit culprit) {
        RowProof proof = culprit.proof();
        return proof != null && proof.needed().stream().allMatch(part -> part.kind() == LeftItem.Kind.SEQUENCE);
    }

    private static String helped(Diagnosis diagnosis) {
        List<String> statements = diagnosis.culprits().stream()
                .map(Culprit::proof)
                .filter(Objects::nonNull)
                .flatMap(proof -> proof.cleanUp().stream())
                .distinct()
                .toList();
        if (statements.isEmpty()) {
            return "";
        }
        String first = statements.get(0).strip();
        boolean fits = statements.size() == 1 && first.length() <= STATEMENT_LIMIT && first.indexOf('`') < 0;
        String what = fits
                ? "`" + first.replaceAll("\\s+", " ") + "`"
                : statements.size() == 1
                        ? "the clean-up statement in the report"
                        : "the " + statements.size() + " clean-up statements in the report";
        return " Tried, and it helped: " + what + ".";
    }
}

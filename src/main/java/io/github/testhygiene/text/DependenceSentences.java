package io.github.testhygiene.text;

import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.RowProof;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says of a test whom it depends on and through what. Only what repeated runs have shown is said as a fact; candidates are
 * called candidates.
 */
public final class DependenceSentences {

    private static final int CULPRITS = 3;
    private static final int NAMED = 3;
    private static final int REASON_LIMIT = 200;

    private final Function<TestId, String> names;
    private final Map<TestId, Integer> positions;

    /**
     * Makes the sentences for one suite.
     *
     * @param names the short names of tests
     * @param positions where each test stood in the reference order
     */
    public DependenceSentences(Function<TestId, String> names, Map<TestId, Integer> positions) {
        this.names = names;
        this.positions = positions;
    }

    /**
     * Describes a victim.
     *
     * @param verdict its verdict
     * @param diagnosis what was found; null if nothing was searched
     * @param alone how often it passed alone, in words; empty if it is not known
     * @param ownOrder whether it failed in the user's own order
     * @return one or a few sentences
     */
    public String victim(Verdict verdict, @Nullable Diagnosis diagnosis, String alone, boolean ownOrder) {
        String name = code(verdict.id());
        String passes = "passes alone" + alone;
        if (diagnosis == null || diagnosis.culprits().isEmpty()) {
            String where = verdict.failedIn() == null
                    ? "fails after other tests"
                    : "fails in run " + verdict.failedIn() + " (" + verdict.failedLabel() + ")";
            String seen = name + (ownOrder ? " fails in your own order and " + passes : " " + passes + " and " + where);
            return seen + "." + notFound(diagnosis, "polluter");
        }
        String start = name + (ownOrder ? " fails in your own order, " : " ") + passes + " and fails after ";
        return start + after(diagnosis, "either alone does no harm", "after ") + "." + why(diagnosis, "fails")
                + more(diagnosis, "polluters") + cleaners(verdict.id(), diagnosis);
    }

    /**
     * Describes a brittle test.
     *
     * @param verdict its verdict
     * @param diagnosis what was found; null if nothing was searched
     * @param alone how often it failed alone, in words; empty if it is not known
     * @return one or a few sentences
     */
    public String brittle(Verdict verdict, @Nullable Diagnosis diagnosis, String alone) {
        String start = code(verdict.id()) + " fails alone" + alone + " and passes after ";
        if (diagnosis == null || diagnosis.culprits().isEmpty()) {
            return start + "other tests." + notFound(diagnosis, "state-setter");
        }
        return start + after(diagnosis, "neither is enough alone", "after ") + "." + why(diagnosis, "passes")
                + more(diagnosis, "state-setters");
    }

    /**
     * Describes a test that is not idempotent.
     *
     * @param verdict its verdict
     * @param diagnosis what it leaves for itself; null if nothing was searched
     * @return one or a few sentences
     */
    public String nonIdempotent(Verdict verdict, @Nullable Diagnosis diagnosis) {
        String seen = code(verdict.id()) + " passes, and fails when it runs again in the same JVM and database";
        List<Culprit> itself = diagnosis == null
                ? List.of()
                : diagnosis.culprits().stream()
                        .filter(culprit -> culprit.tests().equals(List.of(verdict.id())))
                        .toList();
        if (diagnosis == null || itself.size() != 1 || diagnosis.culprits().size() != 1) {
            return seen + ".";
        }
        String left = left(itself.get(0), true);
        // Here the relative clause would hang on the database, so it becomes a main clause.
        String what = left.startsWith("which ") ? "; it " + left.substring(6) : left.isEmpty() ? "" : ", " + left;
        return seen + shown(itself.get(0)) + what + "." + why(diagnosis, "fails");
    }

    private String after(Diagnosis diagnosis, String pair, String preposition) {
        List<Culprit> culprits = diagnosis.culprits();
        List<String> said = new ArrayList<>();
        for (Culprit culprit : culprits.subList(0, Math.min(CULPRITS, culprits.size()))) {
            said.add((said.isEmpty() ? "" : "also " + preposition) + one(culprit, pair, culprits.size() == 1));
        }
        int left = culprits.size() - said.size();
        if (left > 0) {
            said.add("and " + preposition + left + " more");
        }
        return String.join("; ", said);
    }

    private String one(Culprit culprit, String pair, boolean only) {
        String left = left(culprit, only);
        boolean joint = culprit.fixtureOf() == null && culprit.tests().size() > 1;
        String each = !joint ? "" : "; " + (culprit.tests().size() == 2 ? pair : "it takes all of them");
        return CulpritPhrases.who(culprit, names) + shown(culprit) + (left.isEmpty() ? "" : ", " + left) + each;
    }

    /** Where some of the rows are harmless, a sentence of its own tells which are not. */
    private static String left(Culprit culprit, boolean only) {
        RowProof proof = culprit.proof();
        return only && proof != null && !proof.harmless().isEmpty()
                ? "through the database"
                : CulpritPhrases.left(culprit);
    }

    private static String shown(Culprit culprit) {
        return " (" + culprit.shown() + " of " + culprit.runs() + ")";
    }

    private static String why(Diagnosis diagnosis, String outcome) {
        if (diagnosis.culprits().size() != 1) {
            return "";
        }
        Culprit culprit = diagnosis.culprits().get(0);
        RowProof proof = culprit.proof();
        if (proof != null && culprit.tests().size() > 1) {
            // What the others left is harmless only without these rows.
            return proof.harmless().isEmpty()
                    ? ""
                    : " Taking back " + CulpritPhrases.rows(proof.needed()) + " is enough to change that.";
        }
        if (proof != null) {
            return proof.harmless().isEmpty()
                    ? ""
                    : " It " + outcome + " because of " + CulpritPhrases.rows(proof.needed()) + "; "
                            + CulpritPhrases.theRowsAre(proof.harmless()) + " harmless.";
        }
        if (culprit.leak() == Leak.DATABASE) {
            return culprit.proofReason() == null
                    ? ""
                    : " Which rows matter is not known: " + reason(culprit.proofReason());
        }
        if (culprit.leak() == Leak.UNDETERMINED) {
            return culprit.leakReason() == null
                    ? " Through what is not known."
                    : " Through what is not known: " + reason(culprit.leakReason());
        }
        return "";
    }

    private static String more(Diagnosis diagnosis, String role) {
        String undetermined = diagnosis.undetermined();
        return undetermined == null ? "" : " There may be more " + role + ": " + reason(undetermined);
    }

    private String notFound(@Nullable Diagnosis diagnosis, String role) {
        if (diagnosis == null) {
            return "";
        }
        String reason = Objects.requireNonNullElse(diagnosis.undetermined(), "no run showed one");
        String undetermined = " Its " + role + " is undetermined: " + reason(reason);
        List<String> candidates =
                diagnosis.candidates().stream().map(this::code).toList();
        return candidates.isEmpty()
                ? undetermined
                : undetermined + " Likely, but not shown: " + CulpritPhrases.some(candidates, NAMED) + ".";
    }

    private String cleaners(TestId victim, Diagnosis diagnosis) {
        List<TestId> cleaners = diagnosis.cleaners();
        if (cleaners.isEmpty()) {
            return "";
        }
        List<String> named = cleaners.stream().map(this::code).toList();
        boolean inOwnOrder = cleaners.stream().allMatch(cleaner -> diagnosis.culprits().stream()
                .anyMatch(culprit -> between(culprit, cleaner, victim)));
        return " " + CulpritPhrases.some(named, NAMED) + " between them " + (named.size() == 1 ? "hides it" : "hide it")
                + (inOwnOrder ? ", as in your order." : ".");
    }

    private boolean between(Culprit culprit, TestId cleaner, TestId victim) {
        int polluter = culprit.tests().stream().mapToInt(this::position).max().orElse(-1);
        return culprit.tests().stream().allMatch(test -> position(test) >= 0)
                && polluter < position(cleaner)
                && position(cleaner) < position(victim);
    }

    private int position(TestId id) {
        return positions.getOrDefault(id, -1);
    }

    private String code(TestId id) {
        return CulpritPhrases.code(names.apply(id));
    }

    private static String reason(String reason) {
        String line = reason.strip().replaceAll("\\s+", " ");
        String cut = line.length() <= REASON_LIMIT ? line : line.substring(0, REASON_LIMIT - 1) + "…";
        return cut.endsWith(".") || cut.endsWith("…") ? cut : cut + ".";
    }
}

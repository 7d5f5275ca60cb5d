package io.github.testhygiene.report;

import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.RowProof;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.text.CappedList;
import io.github.testhygiene.text.CulpritPhrases;
import io.github.testhygiene.text.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whom a test depends on, as reports show it. Public for the templates alone. */
public final class DiagnosisView {

    private static final int CULPRITS = 10;
    private static final int NAMED = 5;
    private static final int LINE = 1_000;

    private final VerdictKind verdict;
    private final Diagnosis diagnosis;
    private final Function<TestId, String> names;

    private DiagnosisView(VerdictKind verdict, Diagnosis diagnosis, Function<TestId, String> names) {
        this.verdict = verdict;
        this.diagnosis = diagnosis;
        this.names = names;
    }

    /**
     * Views a test's diagnosis.
     *
     * @param test the test
     * @param names the short names of tests, fit to be shown
     * @return null if nothing was searched
     */
    static @Nullable DiagnosisView of(TestEntry test, Function<TestId, String> names) {
        Diagnosis diagnosis = test.diagnosis();
        return diagnosis == null ? null : new DiagnosisView(test.verdict(), diagnosis, names);
    }

    /**
     * Whether anybody was shown to be a culprit.
     *
     * @return false if there are candidates at most
     */
    public boolean isShown() {
        return !diagnosis.culprits().isEmpty();
    }

    /**
     * What the culprits are to the test.
     *
     * @return for example {@code Polluters}
     */
    public String role() {
        String one = verdict == VerdictKind.BRITTLE ? "State-setter" : "Polluter";
        return diagnosis.culprits().size() > 1 ? one + "s" : one;
    }

    /**
     * The culprits.
     *
     * @return in the order in which they were found
     */
    public CappedList<CulpritView> culprits() {
        CappedList<Culprit> culprits = CappedList.of(diagnosis.culprits(), CULPRITS);
        return new CappedList<>(
                culprits.shown().stream()
                        .map(culprit -> new CulpritView(culprit, verdict))
                        .toList(),
                culprits.more());
    }

    /**
     * Tests that hide a polluter.
     *
     * @return may be empty
     */
    public CappedList<TestId> cleaners() {
        return CappedList.of(diagnosis.cleaners(), CULPRITS);
    }

    /**
     * Tests that may be culprits, and were not shown to be.
     *
     * @return the likeliest first; may be empty
     */
    public CappedList<TestId> candidates() {
        return CappedList.of(diagnosis.candidates(), CULPRITS);
    }

    /**
     * Why not everything was found.
     *
     * @return fit to be shown; null if it was
     */
    public @Nullable String undetermined() {
        String reason = diagnosis.undetermined();
        if (reason == null) {
            return isShown() ? null : "No run showed one.";
        }
        return (isShown() ? "There may be more: " : "Undetermined: ") + PlainText.joined(reason, 300);
    }

    /**
     * Statements that were tried between culprit and suspect, and helped.
     *
     * @return fit to be shown and copied, one to a line, uncut; empty if there are none or if they mend nothing
     */
    public String cleanUp() {
        if (verdict == VerdictKind.BRITTLE) {
            return ""; // Taking away what the test needs is no remedy.
        }
        List<String> statements = diagnosis.culprits().stream()
                .map(Culprit::proof)
                .filter(Objects::nonNull)
                .flatMap(proof -> proof.cleanUp().stream())
                .distinct()
                .map(statement -> PlainText.visible(statement.strip()))
                .map(statement -> statement.endsWith(";") ? statement : statement + ";")
                .toList();
        return String.join("\n", statements);
    }

    /**
     * What goes on after the test's name.
     *
     * @return for example {@code passes alone and fails after `AIT.x`}; null if nobody was shown to be a culprit
     */
    @Nullable
    String sentence() {
        if (!isShown() || (verdict != VerdictKind.VICTIM && verdict != VerdictKind.BRITTLE)) {
            return null;
        }
        List<String> who = diagnosis.culprits().stream()
                .map(culprit -> CulpritPhrases.who(culprit, names))
                .toList();
        String start =
                verdict == VerdictKind.VICTIM ? "passes alone and fails after " : "fails alone and passes after ";
        return PlainText.line(start + (who.size() > 1 ? "each of " : "") + CulpritPhrases.some(who, NAMED), LINE);
    }

    /**
     * The most that one line can say of how the dependence works.
     *
     * @return for example {@code 1 row in `public.orders` (id 17); harmless: 40 rows in `public.audit_log`}
     */
    String brief() {
        if (!isShown()) {
            List<String> likely = diagnosis.candidates().stream()
                    .map(names)
                    .map(CulpritPhrases::code)
                    .toList();
            String reason = Objects.requireNonNullElse(diagnosis.undetermined(), "no run showed one");
            String undetermined = role().toLowerCase(Locale.ROOT) + " undetermined: " + PlainText.joined(reason, 100);
            return undetermined + (likely.isEmpty() ? "" : "; likely, not shown: " + CulpritPhrases.some(likely, 3));
        }
        Culprit culprit = diagnosis.culprits().get(0);
        RowProof proof = culprit.proof();
        String what;
        if (proof != null) {
            what = CulpritPhrases.rows(proof.needed())
                    + (proof.harmless().isEmpty() ? "" : "; harmless: " + CulpritPhrases.rows(proof.harmless()));
        } else if (!culprit.traces().isEmpty()) {
            what = CulpritPhrases.some(
                    culprit.traces().stream().map(CulpritPhrases::trace).toList(), 2);
        } else {
            what = new CulpritView(culprit, verdict).through();
        }
        int others = diagnosis.culprits().size() - 1;
        return others == 0 ? what : CulpritPhrases.who(culprit, names) + ": " + what;
    }
}

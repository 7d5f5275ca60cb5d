package io.github.testhygiene.report;

import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.model.RowProof;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.text.CappedList;
import io.github.testhygiene.text.CulpritPhrases;
import io.github.testhygiene.text.Phrases;
import io.github.testhygiene.text.PlainText;
import io.github.testhygiene.text.TextPart;
import io.github.testhygiene.text.Wording;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A culprit, as {@code index.html} shows it. Public for the templates alone.
 *
 * @param culprit the culprit
 * @param suspect the verdict about the test that depends on it
 */
public record CulpritView(Culprit culprit, VerdictKind suspect) {

    private static final int TRACES = 10;
    private static final int PARTS = 15;
    private static final int SAMPLE_LIMIT = 200;
    private static final int REASON_LIMIT = 300;

    /**
     * Rows that matter, or don't.
     *
     * @param needed whether the outcome depends on them
     * @param object the table or sequence, fit to be shown
     * @param what what happened to how many rows
     * @param sample some of them, fit to be shown; may be empty
     */
    public record Rows(boolean needed, String object, String what, String sample) {}

    /**
     * The class whose fixtures do it.
     *
     * @return its simple name, fit to be shown; null if the tests do it
     */
    public @Nullable String fixtures() {
        String className = culprit.fixtureOf();
        return className == null ? null : PlainText.line(Wording.simpleName(className), SAMPLE_LIMIT);
    }

    /**
     * What was seen, in numbers.
     *
     * @return for example {@code failed after it in 3 of 3 runs}
     */
    public String shown() {
        String outcome = suspect == VerdictKind.BRITTLE ? "passed" : "failed";
        boolean several = culprit.fixtureOf() != null || culprit.tests().size() > 1;
        return outcome + " after " + (several ? "them" : "it") + " in " + culprit.shown() + " of "
                + Phrases.count(culprit.runs(), "run");
    }

    /**
     * Through what state got from one to the other.
     *
     * @return for example {@code through the database}
     */
    public String through() {
        return through(culprit);
    }

    static String through(Culprit culprit) {
        return switch (culprit.leak()) {
            case DATABASE -> "through the database";
            case JVM -> "through the JVM";
            case OUTSIDE -> "through files, ports or services";
            case UNDETERMINED -> "through what is not known";
        };
    }

    /**
     * What there is to add.
     *
     * @return sentences without a full stop, fit to be shown
     */
    public List<String> notes() {
        String unproved =
                culprit.proofReason() == null ? null : "Which rows matter is not known: " + culprit.proofReason();
        String nothing = namesNothing() ? "Nothing was found that differs" : null;
        return Stream.of(culprit.leakReason(), nothing, unproved)
                .filter(note -> note != null && !note.isBlank())
                .map(note -> PlainText.joined(note, REASON_LIMIT))
                .toList();
    }

    private boolean namesNothing() {
        return switch (culprit.leak()) {
            case JVM, OUTSIDE -> culprit.traces().isEmpty();
            case DATABASE, UNDETERMINED -> false;
        };
    }

    /**
     * What was left outside the database.
     *
     * @return a phrase each, taken apart at its names
     */
    public CappedList<List<TextPart>> traces() {
        CappedList<LeakTrace> traces = CappedList.of(culprit.traces(), TRACES);
        return new CappedList<>(
                traces.shown().stream()
                        .map(trace -> TextPart.of(PlainText.visible(CulpritPhrases.trace(trace))))
                        .toList(),
                traces.more());
    }

    /**
     * The rows, the needed ones first.
     *
     * @return empty if there is no proof by rows
     */
    public CappedList<Rows> rows() {
        RowProof proof = culprit.proof();
        if (proof == null) {
            return CappedList.of(List.of(), PARTS);
        }
        Stream<Rows> needed = proof.needed().stream().map(part -> rows(true, part));
        Stream<Rows> harmless = proof.harmless().stream().map(part -> rows(false, part));
        return CappedList.of(Stream.concat(needed, harmless).toList(), PARTS);
    }

    private static Rows rows(boolean needed, RowProof.Part part) {
        String what = part.kind() == LeftItem.Kind.SEQUENCE
                ? "sequence advanced"
                : Phrases.count(part.count(), "row") + " " + part.kind().label();
        List<String> sample = part.sample().stream()
                .limit(5)
                .map(row -> PlainText.joined(row, SAMPLE_LIMIT))
                .toList();
        boolean more = part.kind() != LeftItem.Kind.SEQUENCE && part.count() > sample.size() && !sample.isEmpty();
        String some = String.join(", ", sample) + (more ? ", …" : "");
        return new Rows(needed, PlainText.line(part.object(), SAMPLE_LIMIT), what, some);
    }

    /**
     * How many runs the proof by rows took.
     *
     * @return 0 if there is none
     */
    public int proofRuns() {
        RowProof proof = culprit.proof();
        return proof == null ? 0 : proof.runs();
    }
}

package io.github.testhygiene.report;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.text.Phrases;
import io.github.testhygiene.text.PlainText;
import io.github.testhygiene.text.TextPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One test that has to be mended, as {@code index.html} shows it. Public for the templates alone.
 *
 * @param test the test
 * @param position its place in the reference order, from 1 up
 * @param run the run in which it failed; null if that is not known
 * @param before the names of the tests that ran just before it in that run, in order; empty if none did
 * @param earlier how many more tests ran before those
 * @param orderKnown whether {@code before} is known at all
 * @param findings what the findings say of it
 * @param diagnosis whom it depends on; null if nothing was searched
 */
public record TestCard(
        TestEntry test,
        int position,
        @Nullable RunEntry run,
        List<String> before,
        int earlier,
        boolean orderKnown,
        List<Finding> findings,
        @Nullable DiagnosisView diagnosis) {

    private static final int SENTENCE_LIMIT = 1_500;

    private static final int MESSAGE_LIMIT = 2_000;
    private static final int TRACE_LIMIT = 20_000;

    /** Copies the lists. */
    public TestCard {
        before = List.copyOf(before);
        findings = List.copyOf(findings);
    }

    /**
     * What goes on after the test's name.
     *
     * @return a sentence without its subject and full stop
     */
    public String sentence() {
        String found = diagnosis == null ? null : diagnosis.sentence();
        return found == null ? Phrases.sentence(test, run) : found;
    }

    /**
     * The finding in full, where a diagnosis makes it tell more than {@link #sentence}.
     *
     * @return its parts, fit to be shown; empty if there is no diagnosis, or no finding
     */
    public List<TextPart> message() {
        return diagnosis == null || findings.isEmpty()
                ? List.of()
                : TextPart.of(PlainText.line(findings.get(0).message(), SENTENCE_LIMIT));
    }

    /**
     * What goes on after the test's name, where there is no such message.
     *
     * @return its parts, fit to be shown
     */
    public List<TextPart> sentenceParts() {
        return TextPart.of(sentence() + ".");
    }

    /**
     * Whether the tests that ran before it in the failing run may tell more than is known.
     *
     * @return false if it is known whom it depends on
     */
    public boolean showsOrder() {
        return diagnosis == null || !diagnosis.isShown();
    }

    /**
     * Whether the project has accepted all that is said of the test.
     *
     * @return true if so
     */
    public boolean accepted() {
        return !findings.isEmpty() && findings.stream().allMatch(Finding::accepted);
    }

    /**
     * Where the test stands in the sources.
     *
     * @return for example {@code src/test/java/shop/OrderIT.java:41}; null if that is not known
     */
    public @Nullable String place() {
        return findings.stream()
                .filter(finding -> finding.file() != null)
                .map(finding -> finding.line() == null ? finding.file() : finding.file() + ":" + finding.line())
                .findFirst()
                .orElse(null);
    }

    /**
     * The failure's message.
     *
     * @return fit to be shown; null if there is no failure
     */
    public @Nullable String failureMessage() {
        TestFailure failure = test.failure();
        return failure == null ? null : PlainText.block(failure.message(), MESSAGE_LIMIT);
    }

    /**
     * The failure's stack trace.
     *
     * @return fit to be shown; null if there is none
     */
    public @Nullable String stackTrace() {
        TestFailure failure = test.failure();
        return failure == null || failure.stackTrace().isBlank()
                ? null
                : PlainText.block(failure.stackTrace(), TRACE_LIMIT);
    }
}

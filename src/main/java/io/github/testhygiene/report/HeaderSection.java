package io.github.testhygiene.report;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Selection;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.text.CheckingPhrases;
import io.github.testhygiene.text.DetectionPhrase;
import io.github.testhygiene.text.Phrases;
import io.github.testhygiene.text.PlainText;
import io.github.testhygiene.text.SelectionPhrases;
import io.github.testhygiene.text.TextPart;
import io.github.testhygiene.text.UncheckedReasons;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What {@code index.html} says first: whether the suite is clean, and what that rests on. Public for the templates alone. */
public final class HeaderSection {

    private final HygieneReport report;

    /**
     * Works out the section.
     *
     * @param report what it shows
     */
    HeaderSection(HygieneReport report) {
        this.report = report;
    }

    /**
     * The gate's word.
     *
     * @return one sentence without a full stop
     */
    public String headline() {
        return PlainText.line(Phrases.headline(report), 300);
    }

    /**
     * How calm a reader may be, as a style's name: the words beside it say the same.
     *
     * @return {@code passed}, {@code failed}, {@code partly} if it passed and not every test has an answer, or
     *     {@code open} if most have none
     */
    public String mood() {
        if (!report.gate().passed()) {
            return "failed";
        }
        if (report.findUnanswered().isPresent()) {
            return "open";
        }
        return report.count(VerdictKind.UNCHECKED) > 0 ? "partly" : "passed";
    }

    /**
     * How many tests have each verdict.
     *
     * @return verdicts that occur, in the order of the vocabulary
     */
    public Map<VerdictKind, Long> counts() {
        Map<VerdictKind, Long> counts = new EnumMap<>(VerdictKind.class);
        report.tests().forEach(test -> counts.merge(test.verdict(), 1L, Long::sum));
        return counts;
    }

    /**
     * Why tests are unchecked.
     *
     * @return reasons with the number of tests, the most frequent first
     */
    public List<Map.Entry<String, Long>> uncheckedReasons() {
        return UncheckedReasons.count(report);
    }

    /**
     * Why most tests have no answer, and what to change.
     *
     * @return a line for each main reason; empty if most have an answer
     */
    public List<String> unanswered() {
        return CheckingPhrases.unanswered(report);
    }

    /**
     * Why it is not known of some tests whether they depend on others.
     *
     * @return the rest of a sentence; empty if every test that was to be checked has an answer
     */
    public String unknown() {
        long unchecked = report.count(VerdictKind.UNCHECKED);
        return unchecked == 0 ? "" : "; of " + Phrases.count(unchecked, "unchecked test") + " it is not known";
    }

    /**
     * That the machine was overloaded.
     *
     * @return a sentence; empty if it was not, or if that is not known
     */
    public String overload() {
        return CheckingPhrases.overload(report).orElse("");
    }

    /**
     * How many re-runs there were, and how long they took.
     *
     * @return for example {@code 12 re-runs, 1 min 4 s}
     */
    public String checked() {
        return CheckingPhrases.took(report);
    }

    /**
     * Which tests were checked.
     *
     * @return one sentence, in parts; empty if simply all of them
     */
    public List<TextPart> selection() {
        Selection selection = report.selection();
        return selection == null ? List.of() : TextPart.of(PlainText.line(SelectionPhrases.sentence(selection), 1_000));
    }

    /**
     * What the orders tried are worth.
     *
     * @return one or two sentences
     */
    public String detection() {
        return DetectionPhrase.describe(report);
    }

    /**
     * The share of its budget that the suite took.
     *
     * @return 0 to 100, where 100 is the budget or more
     */
    public long suiteShare() {
        HygieneReport.Suite suite = report.suite();
        double share = (double) suite.durationMillis() / Math.max(1, suite.budgetMillis());
        return Math.round(Math.min(1, share) * 100);
    }
}

package io.github.testhygiene.report;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.report.text.Capped;
import io.github.testhygiene.report.text.Phrases;
import io.github.testhygiene.report.text.PlainText;
import io.github.testhygiene.report.text.TextPart;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the templates of {@code index.html} ask for, worked out from the report. Public for the templates alone. */
public final class ReportPage {

    private static final int NAME_LIMIT = 200;

    private final HygieneReport report;
    private final Map<TestId, TestEntry> tests = new HashMap<>();
    private final Map<TestId, Integer> positions = new HashMap<>();
    private final List<TestCard> cards;
    private final Set<TestId> carded;

    /**
     * Works out the page.
     *
     * @param report what it shows
     */
    public ReportPage(HygieneReport report) {
        this.report = report;
        for (TestEntry test : report.tests()) {
            positions.putIfAbsent(test.id(), positions.size() + 1);
            tests.putIfAbsent(test.id(), test);
        }
        this.cards = new TestCards(report, this::name).inOrder();
        this.carded = cards.stream().map(card -> card.test().id()).collect(Collectors.toSet());
    }

    /**
     * The report itself.
     *
     * @return as given
     */
    public HygieneReport report() {
        return report;
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
     * @return {@code passed}, {@code failed}, or {@code partly} if it passed and not every test has an answer
     */
    public String mood() {
        if (!report.gate().passed()) {
            return "failed";
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
     * The tests that have to be mended, the worst first.
     *
     * @return a card each
     */
    public List<TestCard> cards() {
        return cards;
    }

    /**
     * The findings that no card tells of.
     *
     * @return in the report's order
     */
    public OtherFindings otherFindings() {
        return OtherFindings.of(report.findings(), cards);
    }

    /**
     * Who makes whose outcome change.
     *
     * @return empty if nobody was shown to
     */
    public Capped<Pollution> pollution() {
        return Pollution.of(report);
    }

    /**
     * Why tests are unchecked.
     *
     * @return reasons with the number of tests, the most frequent first
     */
    public List<Map.Entry<String, Long>> uncheckedReasons() {
        return UncheckedReasons.of(report);
    }

    /**
     * What the orders tried are worth.
     *
     * @return one or two sentences
     */
    public String detection() {
        return DetectionPhrase.of(report);
    }

    /**
     * A test's short name.
     *
     * @param id the test
     * @return fit to be shown; the id itself if the report has no such test
     */
    public String name(TestId id) {
        TestEntry test = tests.get(id);
        return PlainText.line(test == null ? id.value() : test.shortName(), NAME_LIMIT);
    }

    /**
     * Where a test stands on the page.
     *
     * @param id the test
     * @return the fragment of its card, else of its row; null if the report has no such test
     */
    public @Nullable String anchor(TestId id) {
        Integer position = positions.get(id);
        if (position == null) {
            return null;
        }
        return (carded.contains(id) ? "fix-" : "test-") + position;
    }

    /**
     * A test's place in the reference order.
     *
     * @param id a test of the report
     * @return from 1 up
     */
    public int position(TestId id) {
        return positions.getOrDefault(id, 0);
    }

    /**
     * Whether any run executed a test to its end, so that its times mean something.
     *
     * @param test the test
     * @return true if so
     */
    public boolean timed(TestEntry test) {
        return test.evidence().passed() + test.evidence().failed() > 0;
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

    /**
     * The tests that failed in a run.
     *
     * @param run the run
     * @return as many as are worth listing
     */
    public List<TestId> listedFailures(RunEntry run) {
        return run.failed().stream().limit(20).toList();
    }

    /**
     * A line of text of unknown origin.
     *
     * @param text the text
     * @return fit to be shown
     */
    public String line(String text) {
        return PlainText.line(text, 500);
    }

    /**
     * A line of text that may name things in backticks.
     *
     * @param text the text
     * @return its parts, fit to be shown
     */
    public List<TextPart> parts(String text) {
        return TextPart.of(line(text));
    }

    /**
     * A command of any length.
     *
     * @param command the command line
     * @return fit to be shown and copied, uncut
     */
    public String command(String command) {
        return PlainText.visible(command);
    }

    /**
     * Whether a test has a card.
     *
     * @param id the test
     * @return true if it has to be mended
     */
    public boolean hasCard(TestId id) {
        return carded.contains(id);
    }

    /**
     * Whether a run gave a whole answer.
     *
     * @param run the run
     * @return false for a crash, a time-out and the like
     */
    public boolean completed(RunEntry run) {
        return run.outcome().equals("completed");
    }

    /**
     * Whether a text may become a link.
     *
     * @param docs where to read on
     * @return true for an address on the web, and for nothing that a browser would execute
     */
    public boolean linkable(String docs) {
        return docs.startsWith("https://") || docs.startsWith("http://");
    }
}

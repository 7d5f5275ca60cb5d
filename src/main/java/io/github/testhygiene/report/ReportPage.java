package io.github.testhygiene.report;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.text.CappedList;
import io.github.testhygiene.text.PlainText;
import io.github.testhygiene.text.TextPart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the templates of {@code index.html} ask for, worked out from the report. Public for the templates alone. */
public final class ReportPage {

    private static final int NAME_LIMIT = 200;

    private final HygieneReport report;
    private final Map<TestId, TestEntry> tests = new HashMap<>();
    private final Map<TestId, Integer> positions = new HashMap<>();
    private final FixRanking fix;
    private final Set<TestId> carded;
    private final TrendSection trend;

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
        this.fix = FixRanking.of(report, new TestCards(report, this::name).inOrder());
        this.carded = fix.cards().stream().map(card -> card.test().id()).collect(Collectors.toSet());
        this.trend = new TrendSection(report);
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
     * What is said first.
     *
     * @return the header
     */
    public HeaderSection header() {
        return new HeaderSection(report);
    }

    /**
     * What has to be mended, the dearest first.
     *
     * @return tests with cards, and what is slow
     */
    public FixRanking fix() {
        return fix;
    }

    /**
     * What has changed since an earlier report.
     *
     * @return the section, which may have nothing to show
     */
    public TrendSection trend() {
        return trend;
    }

    /**
     * The findings that stand nowhere else on the page.
     *
     * @param bytecode whether those about the tests' bytecode are asked for, or all others
     * @return rule by rule, the worst first
     */
    public List<RuleGroup> otherFindings(boolean bytecode) {
        Set<Finding> told = new HashSet<>(fix.findings());
        return RuleGroup.of(report.findings().stream()
                        .filter(finding -> !told.contains(finding))
                        .toList())
                .stream()
                .filter(group -> group.isAboutBytecode() == bytecode)
                .toList();
    }

    /**
     * The runs that are listed.
     *
     * @return with every run that the page refers to
     */
    public RunsSection runs() {
        Set<Integer> linked = fix.cards().stream()
                .map(card -> card.test().failedIn())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new RunsSection(report, linked);
    }

    /**
     * Who makes whose outcome change.
     *
     * @return empty if nobody was shown to
     */
    public CappedList<Pollution> pollution() {
        return Pollution.of(report);
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
     * The tests that failed in a run.
     *
     * @param run the run
     * @return as many as are worth listing
     */
    public List<TestId> listedFailures(RunEntry run) {
        return run.allFailed().stream().limit(20).toList();
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

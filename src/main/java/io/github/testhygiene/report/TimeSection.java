package io.github.testhygiene.report;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.text.CappedList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What the templates of {@code index.html} ask for about causes of slowness. Public for the templates alone. */
public final class TimeSection {

    private static final int CAUSES = 10;
    private static final int TESTS = 10;

    private final HygieneReport report;

    /**
     * Works out the section.
     *
     * @param report what it shows
     */
    public TimeSection(HygieneReport report) {
        this.report = report;
    }

    /**
     * Whether any test was executed, or any cause is known.
     *
     * @return false if there is nothing to show
     */
    public boolean isShown() {
        return !suite().isEmpty() || !tests().isEmpty();
    }

    /**
     * Where the suite's time goes.
     *
     * @return the greatest first
     */
    public CappedList<SlowCause> suite() {
        EvidenceEntry evidence = report.evidence();
        return CappedList.of(evidence == null ? List.of() : evidence.suiteSlowBecause(), CAUSES);
    }

    /**
     * The tests that take the most time.
     *
     * @return of those that were executed, the slowest first
     */
    public CappedList<TestEntry> tests() {
        return CappedList.of(
                report.tests().stream()
                        .filter(test ->
                                test.evidence().passed() + test.evidence().failed() > 0)
                        .sorted(Comparator.comparingLong(
                                        (TestEntry test) -> test.durations().medianMillis())
                                .reversed())
                        .toList(),
                TESTS);
    }

    /**
     * Why a test has no cause.
     *
     * @param test a test without one
     * @return a few words
     */
    public String unexplained(TestEntry test) {
        return test.budget() == Budget.OVER ? "over the budget, cause unknown" : "not over the budget";
    }

    /**
     * Why a test is slow.
     *
     * @param test the test
     * @return the greatest reason first; empty if none is known
     */
    static List<SlowCause> causes(TestEntry test) {
        return Objects.requireNonNullElse(test.slowBecause(), List.of());
    }
}

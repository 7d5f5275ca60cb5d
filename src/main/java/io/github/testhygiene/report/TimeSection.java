package io.github.testhygiene.report;

import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.report.text.Capped;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What the templates of {@code index.html} ask for about causes of slowness. Public for the templates alone. */
public final class TimeSection {

    private static final int CAUSES = 10;
    private static final int TESTS = 20;

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
     * Whether any cause is known.
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
    public Capped<SlowCause> suite() {
        EvidenceEntry evidence = report.evidence();
        return Capped.of(evidence == null ? List.of() : evidence.suiteSlowBecause(), CAUSES);
    }

    /**
     * The tests over their budget of which a cause is known.
     *
     * @return the slowest first
     */
    public Capped<TestEntry> tests() {
        return Capped.of(
                report.tests().stream()
                        .filter(test -> !causes(test).isEmpty())
                        .sorted(Comparator.comparingLong(
                                        (TestEntry test) -> test.durations().medianMillis())
                                .reversed())
                        .toList(),
                TESTS);
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

package io.github.testhygiene.report;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Trend;
import io.github.testhygiene.text.CappedList;
import io.github.testhygiene.text.TrendPhrases;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code index.html} says of the changes since an earlier report. Public for the templates alone. */
public final class TrendSection {

    private static final int LISTED = 20;

    private final HygieneReport report;
    private final @Nullable Trend trend;
    private final Set<String> newOnes;

    /**
     * Works out the section.
     *
     * @param report what it shows
     */
    TrendSection(HygieneReport report) {
        this.report = report;
        this.trend = report.trend();
        this.newOnes = trend == null ? Set.of() : new HashSet<>(trend.newFindings());
    }

    /**
     * Whether there is an earlier report.
     *
     * @return false if there is nothing to show
     */
    public boolean isShown() {
        return trend != null;
    }

    /**
     * When the earlier report was made.
     *
     * @return for example {@code 2026-11-20}; empty if there is none
     */
    public String since() {
        return trend == null ? "" : TrendPhrases.since(trend, report.startedAt());
    }

    /**
     * What has changed, in numbers.
     *
     * @return for example {@code 2 new, 1 fixed, 5 unchanged}
     */
    public String counts() {
        return trend == null ? "" : TrendPhrases.counts(trend);
    }

    /**
     * How the suite's time has changed.
     *
     * @return for example {@code 8.94 s → 7.10 s}
     */
    public String time() {
        return trend == null ? "" : TrendPhrases.time(trend, report);
    }

    /**
     * Whether the earlier report did not have a finding.
     *
     * @param finding of this report
     * @return false as well if there is no earlier report
     */
    public boolean isNew(Finding finding) {
        return newOnes.contains(finding.fingerprint());
    }

    /**
     * What is fixed.
     *
     * @return findings of the earlier report
     */
    public CappedList<Finding> fixed() {
        return CappedList.of(trend == null ? List.of() : trend.fixed(), LISTED);
    }

    /**
     * What was not checked again.
     *
     * @return findings of the earlier report
     */
    public CappedList<Finding> unknown() {
        return CappedList.of(trend == null ? List.of() : trend.unknown(), LISTED);
    }
}

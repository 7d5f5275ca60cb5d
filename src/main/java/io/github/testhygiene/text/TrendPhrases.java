package io.github.testhygiene.text;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Trend;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The words for what has changed since an earlier report. */
public final class TrendPhrases {

    private TrendPhrases() {}

    /**
     * Everything in one sentence, without a full stop.
     *
     * @param report the report
     * @return for example {@code Since 2026-11-20: 2 new, 1 fixed, 5 unchanged; suite 8.94 s → 7.10 s}; null if the report
     *     was compared with none
     */
    public static @Nullable String sentence(HygieneReport report) {
        Trend trend = report.trend();
        return trend == null
                ? null
                : "Since " + since(trend, report.startedAt()) + ": " + counts(trend) + "; suite " + time(trend, report);
    }

    /**
     * How many findings are new, fixed and unchanged, and of how many nobody knows.
     *
     * @param trend what has changed
     * @return for example {@code 2 new, 1 fixed, 5 unchanged, 1 not checked again}
     */
    public static String counts(Trend trend) {
        return Phrases.number(trend.newFindings().size()) + " new, "
                + Phrases.number(trend.fixed().size()) + " fixed, "
                + Phrases.number(trend.unchanged()) + " unchanged"
                + (trend.unknown().isEmpty()
                        ? ""
                        : ", " + Phrases.number(trend.unknown().size()) + " not checked again");
    }

    /**
     * The suite's time then and now; with the numbers of tests if these differ, since then the times do not compare.
     *
     * @param trend what has changed
     * @param report the report
     * @return for example {@code 8.94 s → 7.10 s}, {@code 8.94 s → 7.10 s (17 → 12 tests)}
     */
    public static String time(Trend trend, HygieneReport report) {
        HygieneReport.Suite suite = report.suite();
        return Phrases.time(trend.suiteMillis()) + " → " + Phrases.time(suite.durationMillis())
                + (trend.tests() == suite.tests()
                        ? ""
                        : " (" + Phrases.number(trend.tests()) + " → " + Phrases.count(suite.tests(), "test") + ")");
    }

    /**
     * When the earlier build was: its day, and its minute if that was the same day.
     *
     * @param trend what has changed
     * @param now when this build was
     * @return for example {@code 2026-11-20}, {@code 2026-11-22 09:30 UTC}
     */
    public static String since(Trend trend, Instant now) {
        boolean sameDay = trend.since()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .equals(now.atZone(ZoneOffset.UTC).toLocalDate());
        String moment = Phrases.moment(trend.since());
        return sameDay ? moment : moment.substring(0, moment.indexOf(' '));
    }
}

package io.github.testhygiene.report.trend;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.VerdictKind;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The figures of one build, small enough to be kept for long.
 *
 * @param startedAt when its reference run started
 * @param suiteMillis how long that took
 * @param tests how many tests it had
 * @param verdicts how many tests had which verdict, by its label; without those that no test had
 */
public record PastBuild(Instant startedAt, long suiteMillis, int tests, Map<String, Long> verdicts) {

    /** Checks the numbers and copies the map, in its order. */
    public PastBuild {
        Objects.requireNonNull(startedAt, "startedAt");
        if (suiteMillis < 0 || tests < 0) {
            throw new IllegalArgumentException("negative: " + tests + " tests in " + suiteMillis + " ms");
        }
        verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
    }

    /**
     * The figures of a report.
     *
     * @param report the report
     * @return its figures
     */
    public static PastBuild of(HygieneReport report) {
        Map<String, Long> verdicts = new LinkedHashMap<>();
        for (VerdictKind kind : VerdictKind.values()) {
            long count = report.count(kind);
            if (count > 0) {
                verdicts.put(kind.label(), count);
            }
        }
        return new PastBuild(
                report.startedAt(),
                report.suite().durationMillis(),
                report.suite().tests(),
                verdicts);
    }
}

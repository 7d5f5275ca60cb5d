package io.github.testhygiene.report.trend;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TestEntry;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a report is compared with.
 *
 * @param startedAt when the earlier reference run started
 * @param suiteMillis how long it took
 * @param tests how many tests it had
 * @param testClasses the names of the classes that had tests
 * @param findings everything that was found, accepted or not
 */
public record EarlierState(
        Instant startedAt, long suiteMillis, int tests, Set<String> testClasses, List<Finding> findings) {

    /** Copies the collections. */
    public EarlierState {
        Objects.requireNonNull(startedAt, "startedAt");
        testClasses = Set.copyOf(testClasses);
        findings = List.copyOf(findings);
    }

    /**
     * An earlier report.
     *
     * @param report the report
     * @return what a later one is compared with
     */
    public static EarlierState of(HygieneReport report) {
        return new EarlierState(
                report.startedAt(),
                report.suite().durationMillis(),
                report.suite().tests(),
                report.tests().stream().map(TestEntry::className).collect(Collectors.toSet()),
                report.findings());
    }
}

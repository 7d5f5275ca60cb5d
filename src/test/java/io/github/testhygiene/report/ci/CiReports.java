package io.github.testhygiene.report.ci;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Trend;
import io.github.testhygiene.report.ReportFormat;
import io.github.testhygiene.report.SampleReports;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Reports for the tests of what CI systems read. */
final class CiReports {

    private CiReports() {}

    /** The sample's findings, some of them at a place in the sources. */
    static HygieneReport placed() {
        HygieneReport full = SampleReports.full();
        List<Finding> findings = full.findings().stream()
                .map(finding -> finding.rule().equals("slow-test")
                        ? finding
                        : finding.at("src/test/java/shop/" + finding.subject().split("\\.")[0] + ".java", 41))
                .toList();
        return SampleReports.with(full, full.tests(), findings);
    }

    static HygieneReport compared() {
        HygieneReport placed = placed();
        Finding first = placed.findings().get(0);
        return placed.withTrend(new Trend(
                Instant.parse("2026-11-20T08:00:00Z"),
                7_200,
                16,
                List.of(first.fingerprint()),
                placed.findings().size() - 1,
                List.of(first, first),
                List.of(first)));
    }

    /** Many findings about one test, worst first. */
    static HygieneReport many(int number) {
        HygieneReport full = SampleReports.full();
        Finding first = full.findings().get(0);
        return SampleReports.with(
                full,
                full.tests(),
                IntStream.range(0, number).mapToObj(each -> first).toList());
    }

    static HygieneReport with(Finding... findings) {
        HygieneReport full = SampleReports.full();
        return SampleReports.with(full, full.tests(), List.of(findings));
    }

    static String written(ReportFormat format, HygieneReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}

package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class LargeReportTest {

    private static final int MEGABYTE = 1_000_000;

    @Test
    void thePageOfTenThousandTestsStaysSmallEnoughToBeOpenedAndSent() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        new ReportHtml().write(LargeReports.of(10_000, 20), page);

        assertThat(page.size()).as("bytes of index.html").isLessThan(5 * MEGABYTE);
    }

    @Test
    void theLargeSuiteHasEveryKindOfTestAndIsTheSameEachTime() {
        HygieneReport report = LargeReports.of(10_000, 20);

        assertThat(report.tests())
                .extracting(TestEntry::id)
                .doesNotHaveDuplicates()
                .hasSize(10_000);
        for (VerdictKind kind : VerdictKind.values()) {
            assertThat(report.count(kind)).as(kind.label()).isPositive();
        }
        assertThat(report.count(VerdictKind.VICTIM)).isEqualTo(50);
        assertThat(report.tests())
                .filteredOn(test -> test.verdict() == VerdictKind.VICTIM)
                .allSatisfy(test -> assertThat(test.polluters()).isNotEmpty());
        assertThat(report.runs()).filteredOn(run -> run.order() != null).hasSize(21);
        assertThat(report.runs()).filteredOn(run -> run.kind() == RunKind.ALONE).hasSizeGreaterThan(9_000);
        assertThat(report.findings()).extracting(Finding::fingerprint).isNotEmpty();
        assertThat(LargeReports.of(10_000, 20)).isEqualTo(report);
    }
}

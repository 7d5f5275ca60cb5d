package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.text.CoveragePhrase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunsSectionTest {

    private static RunEntry alone(int number, boolean failed) {
        List<TestId> failures = failed ? List.of(new TestId("t" + number)) : List.of();
        return new RunEntry(number, "alone-" + number, RunKind.ALONE, 1, 10, "completed", null, null, failures);
    }

    private static HygieneReport report(List<RunEntry> runs) {
        HygieneReport full = SampleReports.full();
        return SampleReports.of(runs, full.tests(), full.findings());
    }

    @Test
    void fewRunsAreAllListed() {
        RunsSection section = new RunsSection(SampleReports.full(), Set.of());

        assertThat(section.listed()).isEqualTo(SampleReports.full().runs());
        assertThat(section.leftOut()).isEmpty();
    }

    @Test
    void ofManyThoseThatPassedAloneAreANumber() {
        List<RunEntry> runs = new ArrayList<>();
        for (int number = 1; number <= 2_000; number++) {
            runs.add(alone(number, number % 500 == 0));
        }
        RunsSection section = new RunsSection(report(runs), Set.of(7));

        assertThat(section.listed()).extracting(RunEntry::number).containsExactly(7, 500, 1_000, 1_500, 2_000);
        assertThat(section.leftOut()).isEqualTo("Only in report.json: 1,995 runs of one test that passed.");
    }

    @Test
    void ofTooManyThatTellSomethingTheRestIsANumberToo() {
        List<RunEntry> runs = new ArrayList<>();
        for (int number = 1; number <= 400; number++) {
            runs.add(alone(number, true));
        }
        RunsSection section = new RunsSection(report(runs), Set.of(399));

        assertThat(section.listed()).hasSize(301);
        assertThat(section.leftOut()).isEqualTo("Only in report.json: 99 more runs.");
    }

    @Test
    void coverageStandsInTheLogAndOnThePage() {
        HygieneReport report = SampleReports.full();

        assertThat(ConsoleSummary.lines(report, Path.of("/shop/index.html")))
                .contains(CoveragePhrase.withPower(report));
        assertThat(new RunsSection(report, Set.of()).coverage()).isEqualTo(CoveragePhrase.explained(report));
    }
}

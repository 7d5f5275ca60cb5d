package io.github.testhygiene.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.OrderCoverage;
import io.github.testhygiene.report.SampleReports;
import org.junit.jupiter.api.Test;

class CoveragePhraseTest {

    private static final HygieneReport REPORT = SampleReports.full();

    @Test
    void itSaysWhatWasTried() {
        assertThat(CoveragePhrase.describe(REPORT))
                .isEqualTo("Tried 4 orders of 17 tests: 100 % of the pairs both ways round, 12 of 14 suspected pairs,"
                        + " 38 % of the neighbours.");
        assertThat(CoveragePhrase.withPower(REPORT))
                .endsWith("the neighbours; so many show a victim of one polluter and one cleaner with 80 %.");
        assertThat(CoveragePhrase.explained(REPORT)).contains("Suspected is a pair of a test that leaves rows");
    }

    @Test
    void wholesThatAreEmptyAreNotSpokenOf() {
        assertThat(CoveragePhrase.describe(REPORT.withCoverage(new OrderCoverage(3, 1, 3, 0, 0, 0, 0, 0, 0.3))))
                .isEqualTo("Tried 1 order of 3 tests: 0 % of the pairs both ways round.");
        assertThat(CoveragePhrase.describe(REPORT.withCoverage(new OrderCoverage(1, 0, 0, 0, 0, 0, 0, 0, 0))))
                .isEmpty();
        assertThat(CoveragePhrase.describe(REPORT.withCoverage(null))).isEmpty();
        assertThat(CoveragePhrase.withPower(REPORT.withCoverage(null))).isEmpty();
    }
}

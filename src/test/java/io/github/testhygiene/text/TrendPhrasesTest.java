package io.github.testhygiene.text;

import static io.github.testhygiene.report.trend.TrendReports.finding;
import static io.github.testhygiene.report.trend.TrendReports.report;
import static io.github.testhygiene.report.trend.TrendReports.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Trend;
import io.github.testhygiene.model.VerdictKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendPhrasesTest {

    private static final Finding VICTIM = finding(Rule.VICTIM, "OrderIT", "a");
    private static final HygieneReport REPORT = report(List.of(test("OrderIT", "a", VerdictKind.ISOLATED)), List.of());

    private static Trend trend(String since, int tests, List<Finding> unknown) {
        return new Trend(Instant.parse(since), 8_940, tests, List.of("f", "g"), 5, List.of(VICTIM), unknown);
    }

    @Test
    void aSentenceTellsFindingsAndTime() {
        assertThat(TrendPhrases.sentence(REPORT.withTrend(trend("2026-11-20T23:59:59Z", 1, List.of()))))
                .isEqualTo("Since 2026-11-20: 2 new, 1 fixed, 5 unchanged; suite 8.94 s → 7.10 s");
    }

    @Test
    void whatNobodyKnowsIsSaid() {
        assertThat(TrendPhrases.sentence(REPORT.withTrend(trend("2026-11-20T09:00:00Z", 1, List.of(VICTIM)))))
                .contains("2 new, 1 fixed, 5 unchanged, 1 not checked again; ");
    }

    @Test
    void buildsOfTheSameDayHaveTheirMinute() {
        assertThat(TrendPhrases.sentence(REPORT.withTrend(trend("2026-11-23T09:05:59Z", 1, List.of()))))
                .startsWith("Since 2026-11-23 09:05 UTC: ");
    }

    @Test
    void anotherNumberOfTestsIsSaidWithTheTime() {
        assertThat(TrendPhrases.sentence(REPORT.withTrend(trend("2026-11-20T09:00:00Z", 1_200, List.of()))))
                .endsWith("suite 8.94 s → 7.10 s (1,200 → 1 test)");
    }

    @Test
    void withoutATrendThereIsNothingToSay() {
        assertThat(TrendPhrases.sentence(REPORT)).isNull();
    }
}

package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.VerdictKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixRankingTest {

    private static FixRanking fix(HygieneReport report) {
        return new ReportPage(report).fix();
    }

    @Test
    void theCulpritThatCostsMostTestsComesFirst() {
        List<FixRanking.Group> groups = fix(SampleDiagnoses.report()).groups();

        List<Integer> withCulprit = groups.stream()
                .filter(group -> group.culprit() != null)
                .map(group -> group.cards().size())
                .toList();
        assertThat(withCulprit).hasSizeGreaterThan(2).isSortedAccordingTo((one, other) -> other - one);
        assertThat(groups.get(0).cost()).isEqualTo("makes " + withCulprit.get(0) + " tests fail");
        assertThat(groups.subList(0, withCulprit.size())).allMatch(group -> group.culprit() != null);
        assertThat(groups).anyMatch(group -> group.cost().equals("makes 1 test pass"));
    }

    @Test
    void everyTestThatHasToBeMendedHasOneCard() {
        HygieneReport report = SampleDiagnoses.report();

        assertThat(fix(report).cards())
                .extracting(card -> card.test().id())
                .doesNotHaveDuplicates()
                .hasSameElementsAs(report.tests().stream()
                        .filter(test -> TestCards.ACCUSING.contains(test.verdict()))
                        .map(TestEntry::id)
                        .toList());
        assertThat(fix(report).more()).isZero();
    }

    @Test
    void theSlowestTestComesFirstAndAcceptedOnesDoNotCome() {
        List<TestEntry> tests = List.of(
                SampleReports.test("AIT.fast", VerdictKind.ISOLATED, null, null, null, 600),
                SampleReports.test("AIT.slow", VerdictKind.ISOLATED, null, null, null, 6_000),
                SampleReports.test("AIT.known", VerdictKind.ISOLATED, null, null, null, 9_000));
        List<Finding> findings = List.of(
                SampleReports.finding("slow-test", Severity.WARNING, "AIT", "fast", "AIT.fast takes 600 ms"),
                SampleReports.finding("slow-test", Severity.WARNING, "AIT", "slow", "AIT.slow takes 6 s"),
                SampleReports.finding("slow-test", Severity.WARNING, "AIT", "known", "AIT.known takes 9 s")
                        .asAccepted());
        HygieneReport report = SampleReports.with(SampleReports.full(), tests, findings);

        assertThat(fix(report).slow().shown())
                .extracting(slow -> slow.rest(new ReportPage(report)))
                .containsExactly("takes 6 s", "takes 600 ms");
    }

    @Test
    void thereAreNotMoreCardsThanAPageCanHold() {
        List<TestEntry> tests = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            tests.add(SampleReports.test(
                    "AIT.m" + i, VerdictKind.FLAKY, null, new TestFailure("E", "m", "trace"), null, 100));
        }
        FixRanking fix = fix(SampleReports.with(SampleReports.full(), tests, List.of()));

        assertThat(fix.cards()).hasSize(100);
        assertThat(fix.more()).isEqualTo(30);
        assertThat(fix.groups()).hasSize(1);
        assertThat(fix.groups().get(0).cost()).isEqualTo("130 tests change their outcome by chance");
    }
}

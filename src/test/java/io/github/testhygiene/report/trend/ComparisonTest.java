package io.github.testhygiene.report.trend;

import static io.github.testhygiene.report.trend.TrendReports.EVERYTHING;
import static io.github.testhygiene.report.trend.TrendReports.earlier;
import static io.github.testhygiene.report.trend.TrendReports.looked;
import static io.github.testhygiene.report.trend.TrendReports.report;
import static io.github.testhygiene.report.trend.TrendReports.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.Trend;
import io.github.testhygiene.model.VerdictKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ComparisonTest {

    private static final List<TestEntry> TESTS = List.of(
            test("OrderIT", "a", VerdictKind.ISOLATED),
            test("OrderIT", "b", VerdictKind.UNCHECKED),
            test("StockIT", "c", VerdictKind.ISOLATED),
            test("StockIT", "d", VerdictKind.SKIPPED));

    private static final Finding VICTIM = TrendReports.finding(Rule.VICTIM, "OrderIT", "a");
    private static final Finding BRITTLE = TrendReports.finding(Rule.BRITTLE, "OrderIT", "b");
    private static final Finding ROWS = TrendReports.finding(Rule.LEAVES_ROWS, "StockIT", "c");

    @Example
    void saysWhatIsNewFixedUnchangedAndUnknown() {
        Finding added = TrendReports.finding(Rule.SLEEPS, "StockIT", "c");

        Trend trend = Comparison.compare(
                report(TESTS, List.of(added, ROWS)), earlier(TESTS, List.of(VICTIM, BRITTLE, ROWS)), EVERYTHING);

        assertThat(trend.newFindings()).containsExactly(added.fingerprint());
        assertThat(trend.unchanged()).isEqualTo(1);
        assertThat(trend.fixed()).containsExactly(VICTIM);
        assertThat(trend.unknown()).containsExactly(BRITTLE);
        assertThat(trend.since()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(trend.suiteMillis()).isEqualTo(8_940);
        assertThat(trend.tests()).isEqualTo(4);
    }

    @Example
    void whatIsAcceptedIsNeitherNewNorFixed() {
        Trend accepted = Comparison.compare(
                report(TESTS, List.of(VICTIM.asAccepted(), ROWS.asAccepted())),
                earlier(TESTS, List.of(VICTIM)),
                EVERYTHING);
        Trend gone =
                Comparison.compare(report(TESTS, List.of()), earlier(TESTS, List.of(VICTIM.asAccepted())), EVERYTHING);

        assertThat(accepted.newFindings()).isEmpty();
        assertThat(accepted.fixed()).isEmpty();
        assertThat(accepted.unknown()).isEmpty();
        assertThat(accepted.unchanged()).isZero();
        assertThat(gone.fixed()).isEmpty();
        assertThat(gone.unknown()).isEmpty();
    }

    @Example
    void whatIsNoLongerAcceptedWasKnownBefore() {
        Trend trend = Comparison.compare(
                report(TESTS, List.of(VICTIM)), earlier(TESTS, List.of(VICTIM.asAccepted())), EVERYTHING);

        assertThat(trend.newFindings()).isEmpty();
        assertThat(trend.unchanged()).isEqualTo(1);
    }

    @Property
    void nothingIsCountedTwiceOrForgotten(
            @ForAll("findings") List<Finding> before,
            @ForAll("findings") List<Finding> now,
            @ForAll boolean wholeSuite,
            @ForAll boolean everyRun) {
        Trend trend =
                Comparison.compare(report(TESTS, now), earlier(TESTS, before), looked(wholeSuite, true, everyRun));

        Set<String> open = fingerprints(open(now));
        assertThat(trend.newFindings().size() + trend.unchanged()).isEqualTo(open.size());
        // What is no longer accepted counts as known; what is accepted now counts no longer.
        Set<String> known = fingerprints(open(before));
        known.removeIf(each -> fingerprints(now).contains(each) && !open.contains(each));
        known.addAll(intersection(open, fingerprints(before)));
        assertThat(trend.fixed().size() + trend.unknown().size() + trend.unchanged())
                .isEqualTo(known.size());
        assertThat(Collections.disjoint(trend.fixed(), trend.unknown())).isTrue();
    }

    @Property
    void theOrderOfFindingsDoesNotMatter(
            @ForAll("findings") List<Finding> before, @ForAll("findings") List<Finding> now, @ForAll long seed) {
        List<Finding> shuffledBefore = shuffled(before, seed);
        List<Finding> shuffledNow = shuffled(now, seed + 1);

        Trend trend = Comparison.compare(report(TESTS, now), earlier(TESTS, before), EVERYTHING);
        Trend other = Comparison.compare(report(TESTS, shuffledNow), earlier(TESTS, shuffledBefore), EVERYTHING);

        assertThat(other.newFindings()).containsExactlyInAnyOrderElementsOf(trend.newFindings());
        assertThat(other.fixed()).containsExactlyInAnyOrderElementsOf(trend.fixed());
        assertThat(other.unknown()).containsExactlyInAnyOrderElementsOf(trend.unknown());
        assertThat(other.unchanged()).isEqualTo(trend.unchanged());
    }

    @Property
    void theSameReportTwiceHasNothingNewAndNothingFixed(@ForAll("findings") List<Finding> findings) {
        HygieneReport report = report(TESTS, findings);

        Trend trend = Comparison.compare(report, EarlierState.of(report), EVERYTHING);

        assertThat(trend.newFindings()).isEmpty();
        assertThat(trend.fixed()).isEmpty();
        assertThat(trend.unknown()).isEmpty();
        assertThat(trend.unchanged()).isEqualTo(fingerprints(open(findings)).size());
    }

    private static List<Finding> open(List<Finding> findings) {
        return findings.stream().filter(finding -> !finding.accepted()).toList();
    }

    private static Set<String> fingerprints(List<Finding> findings) {
        return findings.stream().map(Finding::fingerprint).collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> intersection(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).collect(Collectors.toSet());
    }

    private static List<Finding> shuffled(List<Finding> findings, long seed) {
        List<Finding> copy = new ArrayList<>(findings);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }

    /** Few enough that two lists have some in common; each fingerprint once, accepted or not. */
    @Provide
    Arbitrary<List<Finding>> findings() {
        return Combinators.combine(
                        Arbitraries.of(Rule.VICTIM, Rule.LEAVES_ROWS, Rule.SLOW_TEST, Rule.SLEEPS, Rule.SLOW_SUITE),
                        Arbitraries.of("OrderIT.a", "OrderIT.b", "StockIT.c", "StockIT.d", "GoneIT.e"),
                        Arbitraries.of(true, false, false))
                .as(ComparisonTest::finding)
                .list()
                .ofMaxSize(12)
                .map(list -> {
                    Map<String, Finding> once = new LinkedHashMap<>();
                    list.forEach(each -> once.putIfAbsent(each.fingerprint(), each));
                    return List.copyOf(once.values());
                });
    }

    private static Finding finding(Rule rule, String test, boolean accepted) {
        String[] parts = test.split("\\.");
        Finding finding = rule == Rule.SLOW_SUITE
                ? TrendReports.finding(rule, "", null)
                : TrendReports.finding(rule, parts[0], parts[1]);
        return accepted ? finding.asAccepted() : finding;
    }
}

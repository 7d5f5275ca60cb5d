package io.github.testhygiene.report.trend;

import static io.github.testhygiene.report.trend.TrendReports.EVERYTHING;
import static io.github.testhygiene.report.trend.TrendReports.earlier;
import static io.github.testhygiene.report.trend.TrendReports.finding;
import static io.github.testhygiene.report.trend.TrendReports.id;
import static io.github.testhygiene.report.trend.TrendReports.looked;
import static io.github.testhygiene.report.trend.TrendReports.report;
import static io.github.testhygiene.report.trend.TrendReports.run;
import static io.github.testhygiene.report.trend.TrendReports.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.EvidenceEntry.ClassFixture;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.LintEntry;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecheckTest {

    private static final EvidenceEntry ALL = new EvidenceEntry(null, null, List.of(), List.of());
    private static final LintEntry LINT = new LintEntry(1, 1, 1, List.of(), null);
    private static final TestEntry OTHER = test("OrderIT", "other", VerdictKind.ISOLATED);
    private static final TestEntry ISOLATED = test("OrderIT", "counts", VerdictKind.ISOLATED);

    private static boolean fixed(Finding finding, HygieneReport now, BuildScope looked) {
        List<TestEntry> before = List.of(ISOLATED, OTHER, test("GoneIT", "a", VerdictKind.ISOLATED));
        return new Recheck(now, earlier(before, List.of(finding)), looked).looksAt(finding);
    }

    private static boolean fixed(Rule rule, TestEntry now) {
        return fixed(finding(rule, "OrderIT", "counts"), report(List.of(now, OTHER), List.of()), EVERYTHING);
    }

    @ParameterizedTest
    @EnumSource(VerdictKind.class)
    void aVictimIsFixedIfItIsIsolatedNow(VerdictKind verdict) {
        assertThat(fixed(Rule.VICTIM, test("OrderIT", "counts", verdict))).isEqualTo(verdict == VerdictKind.ISOLATED);
    }

    @Test
    void aBuildOfOneRunFixesNoVerdict() {
        HygieneReport now = report(List.of(ISOLATED, OTHER), List.of());

        assertThat(fixed(finding(Rule.VICTIM, "OrderIT", "counts"), now, looked(true, true, false)))
                .isFalse();
        assertThat(fixed(finding(Rule.LEAVES_ROWS, "OrderIT", "counts"), now, looked(true, true, false)))
                .isTrue();
    }

    @Test
    void aTestThatIsGoneIsFixedIfTheWholeSuiteRan() {
        Finding finding = finding(Rule.VICTIM, "OrderIT", "counts");
        HygieneReport now = report(List.of(OTHER), List.of());

        assertThat(fixed(finding, now, EVERYTHING)).isTrue();
        assertThat(fixed(finding, now, looked(false, true, true))).isFalse();
        assertThat(fixed(finding, now, looked(true, false, true))).isFalse();
    }

    @Test
    void aClassWithoutTestsIsGoneIfItIsNotThereAnyMore() {
        Finding finding = finding(Rule.BRITTLE, "GoneIT", "a");
        HygieneReport now = report(List.of(OTHER), List.of());

        assertThat(fixed(finding, now, EVERYTHING)).isFalse();
        assertThat(fixed(
                        finding,
                        now,
                        new BuildScope(true, true, true, rule -> true, name -> false, Set.of(), each -> true)))
                .isTrue();
    }

    @Test
    void aReferenceRunThatEndedEarlyShowsNobodyGone() {
        TestEntry crashed = test("CrashIT", "ends", VerdictKind.UNCHECKED);
        HygieneReport now = report(
                List.of(OTHER, crashed),
                List.of(),
                ALL,
                LINT,
                run(List.of(OTHER.id(), crashed.id()), List.of(), List.of(crashed.id())));

        assertThat(fixed(finding(Rule.VICTIM, "OrderIT", "counts"), now, EVERYTHING))
                .isFalse();
        assertThat(fixed(finding(Rule.SLOW_SUITE, "", null), now, EVERYTHING)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            names = {"LEAVES_ROWS", "LEAVES_SCHEMA", "LEAVES_SESSION", "DUPLICATE_STATEMENT", "OPENS_CONNECTIONS"})
    void whatTheDatabaseSawIsFixedIfItWasRecordedOfATestThatPassed(Rule rule) {
        TestEntry unknown = ISOLATED.withDatabase(new SpanEvidence(null, null, null, Set.of(), Set.of(), null));
        TestEntry unattributed = ISOLATED.withDatabase(
                new SpanEvidence(SqlUse.NONE, List.of(), OtherTraces.NONE, Set.of(), Set.of(), "ran beside others"));
        HygieneReport failed = report(
                List.of(ISOLATED),
                List.of(),
                ALL,
                LINT,
                run(List.of(ISOLATED.id()), List.of(ISOLATED.id()), List.of()));

        assertThat(fixed(rule, ISOLATED)).isTrue();
        assertThat(fixed(rule, test("OrderIT", "counts", VerdictKind.UNCHECKED)))
                .isTrue();
        assertThat(fixed(rule, test("OrderIT", "counts", VerdictKind.SKIPPED))).isFalse();
        assertThat(fixed(rule, unknown)).isFalse();
        assertThat(fixed(rule, unattributed)).isFalse();
        assertThat(fixed(finding(rule, "OrderIT", "counts"), failed, EVERYTHING))
                .isFalse();
    }

    @Test
    void withoutAChangeLogNobodyKnowsOfRows() {
        EvidenceEntry none = new EvidenceEntry("no wal_level", null, List.of(), List.of());
        HygieneReport now = report(List.of(ISOLATED), List.of(), none, LINT);

        assertThat(fixed(finding(Rule.LEAVES_ROWS, "OrderIT", "counts"), now, EVERYTHING))
                .isFalse();
        assertThat(fixed(finding(Rule.ADVANCES_SEQUENCE, "", null), now, EVERYTHING))
                .isFalse();
        assertThat(fixed(finding(Rule.LEAVES_ROWS, "OrderIT", "counts"), withoutEvidence(), EVERYTHING))
                .isFalse();
    }

    private static HygieneReport withoutEvidence() {
        return report(List.of(ISOLATED), List.of(), null, LINT);
    }

    @Test
    void fixturesThatDidNothingHaveNoEntry() {
        Finding finding = finding(Rule.LEAVES_ROWS, "OrderIT", null);
        ClassFixture known = new ClassFixture("shop.OrderIT", 5, SqlUse.NONE, List.of(), OtherTraces.NONE, null);
        ClassFixture unknown = new ClassFixture("shop.OrderIT", 5, null, null, null, "ran beside others");

        assertThat(fixed(finding, report(List.of(ISOLATED), List.of()), EVERYTHING))
                .isTrue();
        assertThat(fixed(finding, withFixture(known), EVERYTHING)).isTrue();
        assertThat(fixed(finding, withFixture(unknown), EVERYTHING)).isFalse();
        assertThat(fixed(finding, report(List.of(), List.of()), EVERYTHING)).isFalse();
    }

    private static HygieneReport withFixture(ClassFixture fixture) {
        return report(List.of(ISOLATED), List.of(), new EvidenceEntry(null, null, List.of(fixture), List.of()), LINT);
    }

    @Test
    void aTestReachesTheDatabaseIfItsFixturesDo() {
        Finding finding = finding(Rule.NEVER_REACHES_DATABASE, "OrderIT", "counts");
        TestEntry silent = ISOLATED.withDatabase(
                new SpanEvidence(SqlUse.NONE, List.of(), OtherTraces.NONE, Set.of(), Set.of(), null));
        ClassFixture loads =
                new ClassFixture("shop.OrderIT", 5, SqlUse.NONE.asReached(), List.of(), OtherTraces.NONE, null);
        EvidenceEntry evidence = new EvidenceEntry(null, null, List.of(loads), List.of());

        assertThat(fixed(Rule.NEVER_REACHES_DATABASE, ISOLATED)).isTrue();
        assertThat(fixed(Rule.NEVER_REACHES_DATABASE, silent)).isFalse();
        assertThat(fixed(finding, report(List.of(silent), List.of(), evidence, LINT), EVERYTHING))
                .isTrue();
    }

    @Test
    void writesAreLookedAtInTheAloneRun() {
        Finding finding = finding(Rule.WRITE_NOT_READ_BACK, "OrderIT", "counts");
        HygieneReport now = report(List.of(ISOLATED), List.of());
        BuildScope measured = new BuildScope(
                true, true, true, rule -> true, name -> true, Set.of(id("OrderIT", "counts")), each -> true);

        assertThat(fixed(finding, now, EVERYTHING)).isFalse();
        assertThat(fixed(finding, now, measured)).isTrue();
    }

    @Test
    void theSuiteIsFixedIfAllOfItRan() {
        HygieneReport now = report(List.of(ISOLATED), List.of());
        for (Rule rule : List.of(Rule.SLOW_SUITE, Rule.UNCHECKED, Rule.USES_ANOTHER_DATABASE, Rule.ADVANCES_SEQUENCE)) {
            assertThat(fixed(finding(rule, "", null), now, EVERYTHING)).isTrue();
            assertThat(fixed(finding(rule, "", null), now, looked(false, true, true)))
                    .isFalse();
        }
        assertThat(fixed(finding(Rule.EXECUTED_TWICE, "OrderIT", null), now, EVERYTHING))
                .isTrue();
    }

    @Test
    void bytecodeIsFixedIfItWasRead() {
        Finding sleeps = finding(Rule.SLEEPS, "OrderIT", "counts");
        Finding unread = finding(Rule.UNREAD_CLASS, "", null);
        HygieneReport now = report(List.of(ISOLATED, test("GoneIT", "a", VerdictKind.ISOLATED)), List.of());
        HygieneReport notLooked = report(List.of(ISOLATED), List.of(), ALL, LintEntry.notLooked("no class path"));
        HygieneReport notAll = report(List.of(ISOLATED), List.of(unread));

        assertThat(fixed(sleeps, now, EVERYTHING)).isTrue();
        assertThat(fixed(sleeps, now, looked(false, true, true))).isFalse();
        assertThat(fixed(sleeps, notLooked, EVERYTHING)).isFalse();
        assertThat(fixed(sleeps, notAll, EVERYTHING)).isFalse();
        assertThat(fixed(unread, now, EVERYTHING)).isTrue();
    }

    @Test
    void aTestClassThatIsLeftOutIsNotReadAndMayBeTheOnlyOneToUseAHelper() {
        HygieneReport now = report(List.of(ISOLATED), List.of());
        HygieneReport all = report(List.of(ISOLATED, test("GoneIT", "a", VerdictKind.ISOLATED)), List.of());
        BuildScope gone = new BuildScope(
                true, true, true, rule -> true, name -> !name.equals("shop.GoneIT"), Set.of(), each -> true);

        assertThat(fixed(finding(Rule.SLEEPS, "GoneIT", "a"), now, EVERYTHING)).isFalse();
        assertThat(fixed(finding(Rule.SLEEPS, "HelperOfTests", null), now, EVERYTHING))
                .isFalse();
        assertThat(fixed(finding(Rule.SLEEPS, "HelperOfTests", null), all, EVERYTHING))
                .isTrue();
        assertThat(fixed(finding(Rule.SLEEPS, "HelperOfTests", null), now, gone))
                .isTrue();
        assertThat(fixed(finding(Rule.SLEEPS, "GoneIT", "a"), now, gone)).isTrue();
    }

    @Test
    void whereAPartWasCheckedAClassThatIsNotInTheReportIsNotKnownToBeRead() {
        HygieneReport now = report(List.of(ISOLATED), List.of());

        assertThat(fixed(finding(Rule.SLEEPS, "GoneIT", "a"), now, looked(true, false, true)))
                .isFalse();
        assertThat(fixed(finding(Rule.SLEEPS, "OrderIT", "counts"), now, looked(true, false, true)))
                .isTrue();
    }

    @Test
    void bytecodeThatNoTestReachedIsNotRead() {
        HygieneReport now = report(List.of(ISOLATED), List.of());
        BuildScope part = new BuildScope(true, true, true, rule -> true, name -> true, Set.of(), finding -> !"counts"
                .equals(finding.methodName()));

        assertThat(fixed(finding(Rule.NO_ASSERTION, "OrderIT", "counts"), now, part))
                .isFalse();
        assertThat(fixed(finding(Rule.NO_ASSERTION, "OrderIT", "other"), now, part))
                .isTrue();
    }

    @Test
    void bytecodeIsNotReadOfTestsThatACrashLeftOut() {
        HygieneReport now = report(
                List.of(ISOLATED, OTHER),
                List.of(),
                ALL,
                LINT,
                run(List.of(ISOLATED.id(), OTHER.id()), List.of(), List.of(OTHER.id())));

        assertThat(fixed(finding(Rule.SLEEPS, "OrderIT", "other"), now, EVERYTHING))
                .isFalse();
    }

    /** The log shows what the bytecode does not, so that reading the one is not enough. */
    @Test
    void aSchemaPerTestOfAClassIsFixedIfBothWatchedIt() {
        Finding ofClass = finding(Rule.SCHEMA_PER_TEST, "OrderIT", null);
        Finding ofFixture = finding(Rule.SCHEMA_PER_TEST, "OrderIT", "makes");
        HygieneReport now = report(List.of(ISOLATED, OTHER), List.of());
        BuildScope measured = new BuildScope(
                true, true, true, rule -> true, name -> true, Set.of(ISOLATED.id(), OTHER.id()), finding -> true);
        EvidenceEntry none = new EvidenceEntry("no log", "no log", List.of(), List.of());
        TestEntry unknown = ISOLATED.withDatabase(new SpanEvidence(null, null, null, Set.of(), Set.of(), null));

        assertThat(fixed(ofClass, now, measured)).isTrue();
        assertThat(fixed(ofClass, now, EVERYTHING)).isFalse();
        assertThat(fixed(ofClass, report(List.of(unknown, OTHER), List.of(), none, LINT), measured))
                .isFalse();
        assertThat(fixed(
                        ofClass, report(List.of(ISOLATED, OTHER), List.of(), ALL, LintEntry.notLooked("no")), measured))
                .isFalse();
        assertThat(fixed(ofFixture, now, EVERYTHING)).isTrue();
    }

    @Test
    void whatIsLeftOnTheServerIsNeverFixedUnlessItsTestIsGone() {
        HygieneReport now = report(List.of(ISOLATED, OTHER), List.of());

        assertThat(fixed(finding(Rule.LEAVES_CLUSTER_STATE, "OrderIT", "counts"), now, EVERYTHING))
                .isFalse();
        assertThat(fixed(finding(Rule.LEAVES_CLUSTER_STATE, "", null), now, EVERYTHING))
                .isFalse();
        assertThat(fixed(finding(Rule.LEAVES_CLUSTER_STATE, "OrderIT", "gone"), now, EVERYTHING))
                .isTrue();
    }

    @Test
    void aRuleThatIsOffOrUnknownFixesNothing() {
        HygieneReport now = report(List.of(ISOLATED), List.of());
        BuildScope off =
                new BuildScope(true, true, true, rule -> !rule.equals("victim"), name -> true, Set.of(), each -> true);
        Finding future = new Finding(
                "rule-of-tomorrow",
                finding(Rule.VICTIM, "OrderIT", "counts").severity(),
                "shop.OrderIT",
                "counts",
                "m",
                "a",
                "d",
                "f",
                false);

        assertThat(fixed(finding(Rule.VICTIM, "OrderIT", "counts"), now, off)).isFalse();
        assertThat(fixed(finding(Rule.SLOW_TEST, "OrderIT", "counts"), now, off))
                .isTrue();
        assertThat(fixed(future, now, EVERYTHING)).isFalse();
    }
}

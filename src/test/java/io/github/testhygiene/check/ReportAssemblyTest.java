package io.github.testhygiene.check;

import static io.github.testhygiene.fixture.SampleTests.failed;
import static io.github.testhygiene.fixture.SampleTests.passed;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.testhygiene.fixture.SampleRecordings;
import io.github.testhygiene.fixture.SampleSettings;
import io.github.testhygiene.lint.LintOutcome;
import io.github.testhygiene.lint.ReachedCodeIndex;
import io.github.testhygiene.lint.TestPlaces;
import io.github.testhygiene.maven.ReplayCommand;
import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.CheckingCost;
import io.github.testhygiene.model.Database;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.LintEntry;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.RunPlanner;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportAssemblyTest {

    private static final RecordedTest VICTIM = test("shop.OrderIT", "victim");
    private static final RecordedTest SLOW = test("shop.OrderIT", "slow");
    private static final RecordedTest LOST = test("shop.CartIT", "lost");
    private static final Finding SLEEP = Findings.of(Rule.SLEEPS, "shop.OrderIT", "slow", "Sleeps.", "Wait.")
            .at("src/test/java/shop/OrderIT.java", 12);
    private static final LintEntry LOOKED = new LintEntry(2, 3, 40, List.of(), null);
    private static final CheckingCost CHECKING = new CheckingCost(4, 2_000, null, null);
    private static final TestEntry.Evidence EVIDENCE = new TestEntry.Evidence(2, 1, 2, 0.5);

    private final Recording recording = SampleRecordings.of(
            List.of(VICTIM, SLOW, LOST), List.of(passed(VICTIM), passed(SLOW, Duration.ofSeconds(2)), passed(LOST)));

    @Test
    void testsAreToldInTheReferenceOrderWithVerdictAndTimes() {
        HygieneReport report = report();

        assertThat(report.tests())
                .extracting(TestEntry::shortName)
                .containsExactly("OrderIT.victim", "OrderIT.slow", "CartIT.lost");
        TestEntry victim = report.tests().get(0);
        assertThat(victim.verdict()).isEqualTo(VerdictKind.VICTIM);
        assertThat(victim.failedIn()).isEqualTo(2);
        assertThat(victim.replay()).contains(" -Dtest-hygiene.replay=");
        assertThat(victim.durations().referenceMillis()).isEqualTo(100);
        assertThat(victim.durations().aloneMillis()).isNull();
        assertThat(report.tests().get(1).budget()).isEqualTo(Budget.OVER);
        assertThat(report.tests().get(1).durations().aloneMillis()).isEqualTo(3_000);
    }

    @Test
    void runsAreToldWithTheirEnd() {
        HygieneReport report = report();

        assertThat(report.runs())
                .extracting("number", "label", "kind", "tests", "outcome")
                .containsExactly(
                        tuple(1, "reference", RunKind.REFERENCE, 3, "completed"),
                        tuple(2, "reverse", RunKind.REVERSE, 2, "completed"),
                        tuple(3, "alone:slow", RunKind.ALONE, 1, "completed"),
                        tuple(4, "alone:lost", RunKind.ALONE, 1, "crashed"),
                        tuple(5, "twice", RunKind.TWICE, 1, "completed"));
        assertThat(report.runs().get(4).failed()).isEmpty();
        assertThat(report.runs().get(4).failedAgain()).containsExactly(SLOW.id());
        assertThat(report.runs().get(4).allFailed()).containsExactly(SLOW.id());
        assertThat(report.runs().get(1).failedAgain()).isNull();
        assertThat(report.checking()).isEqualTo(CHECKING);
        assertThat(report.runs().get(1).order()).containsExactly(SLOW.id(), VICTIM.id());
        assertThat(report.runs().get(1).failed()).containsExactly(VICTIM.id());
        assertThat(report.runs().get(2).order()).isNull();
        assertThat(report.runs().get(3).reason())
                .contains("exit code 137", "line 3", "line 7")
                .doesNotContain("line 2");
    }

    @Test
    void findingsAndTheGateFollowFromTheVerdicts() {
        HygieneReport report = report();

        assertThat(report.findings()).extracting(Finding::rule).contains("victim", "slow-test", "unchecked");
        assertThat(report.findings()).contains(SLEEP);
        assertThat(report.lint()).isEqualTo(LOOKED);
        assertThat(report.gate().passed()).isFalse();
        assertThat(report.gate().breaches()).singleElement().satisfies(breach -> assertThat(breach.rule())
                .isEqualTo("victim"));
    }

    @Test
    void theSuiteIsHeldAgainstItsBudget() {
        assertThat(report().suite()).isEqualTo(new HygieneReport.Suite(3, 3_000, 300_000, true, 50L, 500L));
        assertThat(report().seed()).isEqualTo(20261122);
        assertThat(report().startedAt()).isEqualTo(recording.startedAt());
    }

    private HygieneReport report() {
        List<CompletedRun> runs = List.of(
                new CompletedRun(
                        1,
                        RunPlanner.recorded(recording),
                        result(
                                new RunExit.Completed(),
                                List.copyOf(recording.outcomes().values()))),
                run(2, "reverse", RunKind.REVERSE, List.of(SLOW, VICTIM), List.of(passed(SLOW), failed(VICTIM))),
                run(3, "alone:slow", RunKind.ALONE, List.of(SLOW), List.of(passed(SLOW, Duration.ofSeconds(3)))),
                new CompletedRun(
                        4,
                        request("alone:lost", RunKind.ALONE, List.of(LOST)),
                        result(
                                new RunExit.Crashed(
                                        137, LOST.id(), "line 1\nline 2\nline 3\nline 4\nline 5\nline 6\nline 7\n"),
                                List.of())),
                failedTheSecondTime());
        List<Verdict> verdicts = List.of(
                new Verdict(
                        VICTIM.id(),
                        VerdictKind.VICTIM,
                        null,
                        EVIDENCE,
                        failed(VICTIM).failure(),
                        2,
                        "reverse"),
                new Verdict(SLOW.id(), VerdictKind.ISOLATED, null, EVIDENCE, null, null, null),
                new Verdict(LOST.id(), VerdictKind.UNCHECKED, "its JVM ended", EVIDENCE, null, null, null));
        CheckSettings settings = SampleSettings.of(null, 2);
        return new ReportAssembly(
                        recording,
                        settings,
                        new CheckResult(runs, verdicts, Map.of(), Map.of(), null, null, null, CHECKING, Map.of()),
                        Observations.NONE,
                        new LintOutcome(List.of(SLEEP), List.of(), LOOKED, TestPlaces.NONE, ReachedCodeIndex.NONE),
                        new ReplayCommandChoice(
                                new ReplayCommand("mvn test-hygiene:replay")::with,
                                new ReplayCommand("mvn verify")::with,
                                settings,
                                Set.of()))
                .report(
                        new HygieneReport.Tool("0.1.0"),
                        new HygieneReport.Project("com.example", "shop", "1.0"),
                        new Database(Provider.EMBEDDED, "18.6", null));
    }

    private static CompletedRun failedTheSecondTime() {
        RunRequest twice = request("twice", RunKind.TWICE, List.of(SLOW)).as("twice", RunKind.TWICE, Experiment.TWICE);
        Map<TestId, TestOutcome> first = Map.of(SLOW.id(), passed(SLOW, Duration.ofSeconds(3)));
        Map<TestId, TestOutcome> again = Map.of(SLOW.id(), failed(SLOW));
        return new CompletedRun(
                5, twice, new RunResult(new RunExit.Completed(), first, Duration.ofSeconds(1), again, null));
    }

    private static CompletedRun run(
            int number, String label, RunKind kind, List<RecordedTest> tests, List<TestOutcome> outcomes) {
        return new CompletedRun(number, request(label, kind, tests), result(new RunExit.Completed(), outcomes));
    }

    private static RunRequest request(String label, RunKind kind, List<RecordedTest> tests) {
        return new RunRequest(label, kind, List.of(new RunRequest.Segment(0, tests)));
    }

    private static RunResult result(RunExit exit, List<TestOutcome> outcomes) {
        return RunResult.of(exit, outcomes, Duration.ofSeconds(1));
    }
}

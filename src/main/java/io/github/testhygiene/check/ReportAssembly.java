package io.github.testhygiene.check;

import io.github.testhygiene.diagnosis.VerdictFindings;
import io.github.testhygiene.evidence.DatabaseSigns;
import io.github.testhygiene.evidence.EvidenceFindings;
import io.github.testhygiene.evidence.FilesOutsideBuild;
import io.github.testhygiene.evidence.LeftClusterState;
import io.github.testhygiene.gate.FindingPolicy.Bytecode;
import io.github.testhygiene.gate.Gate;
import io.github.testhygiene.lint.LintOutcome;
import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.Database;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.Secrets;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.text.RunExitPhrase;
import io.github.testhygiene.timing.BudgetCheck;
import io.github.testhygiene.timing.Durations;
import io.github.testhygiene.timing.SlowCauses;
import io.github.testhygiene.timing.TimeFindings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts everything that is known into one report. */
public final class ReportAssembly {

    private final Recording recording;
    private final CheckSettings settings;
    private final CheckResult checked;
    private final Observations observations;
    private final LintOutcome lint;
    private final ReplayCommandChoice replayCommandChoice;
    private final Map<TestId, RecordedTest> tests;
    private final Map<TestId, List<Timed>> times = new HashMap<>();

    private record Timed(RunKind kind, Duration duration, boolean cold) {}

    /**
     * For one module.
     *
     * @param recording the reference run
     * @param settings what was asked for
     * @param checked the verdicts, and the runs that they rest on
     * @param observations what was seen besides
     * @param lint what the bytecode shows
     * @param replayCommandChoice writes the commands that reproduce a verdict
     */
    public ReportAssembly(
            Recording recording,
            CheckSettings settings,
            CheckResult checked,
            Observations observations,
            LintOutcome lint,
            ReplayCommandChoice replayCommandChoice) {
        this.lint = lint;
        this.observations = observations;
        this.recording = recording;
        this.settings = settings;
        this.checked = checked;
        this.replayCommandChoice = replayCommandChoice;
        this.tests = recording.tests().stream().collect(Collectors.toMap(RecordedTest::id, Function.identity()));
        for (CompletedRun run : checked.runs()) {
            Set<TestId> cold = firstOfTheirJvm(run);
            for (TestOutcome outcome : run.result().outcomes().values()) {
                if (outcome.status() != TestStatus.SKIPPED) {
                    times.computeIfAbsent(outcome.id(), id -> new ArrayList<>())
                            .add(new Timed(run.request().kind(), outcome.duration(), cold.contains(outcome.id())));
                }
            }
        }
    }

    /**
     * Puts the report together.
     *
     * @param tool this plugin
     * @param project the module
     * @param database the server on which the tests ran
     * @return the report, with the result of the gate
     */
    public HygieneReport report(HygieneReport.Tool tool, HygieneReport.Project project, Database database) {
        long suiteMillis = recording.duration().toMillis();
        long suiteBudget = settings.limits().suiteBudget().toMillis();
        HygieneReport.Suite suite = new HygieneReport.Suite(
                recording.tests().size(),
                suiteMillis,
                suiteBudget,
                suiteMillis <= suiteBudget,
                settings.limits().testFloor().toMillis(),
                settings.limits().testBudget().toMillis());
        SlowCauses causes = new SlowCauses(
                TestExecutions.of(checked.runs(), recording),
                recording.database(),
                observations.containers(),
                settings.limits());
        List<TestEntry> entries =
                causes.explained(checked.verdicts().stream().map(this::entry).toList());
        List<SlowCause> suiteCauses = causes.ofSuite(suite);
        List<Finding> findings = findings(entries, suite, suiteCauses);
        return new HygieneReport(
                HygieneReport.SCHEMA_VERSION,
                tool,
                project,
                settings.seed().value(),
                recording.startedAt(),
                Duration.between(recording.startedAt(), Instant.now()).toMillis(),
                database,
                suite,
                checked.runs().stream().map(this::entry).toList(),
                entries,
                findings,
                Gate.judge(findings, settings.policy()),
                EvidenceSection.assemble(
                        recording.database(), suiteCauses, causes.unknown().orElse(null)),
                lint.entry(),
                null,
                checked.selection(),
                checked.coverage(),
                checked.forks(),
                checked.checking());
    }

    private List<Finding> findings(List<TestEntry> entries, HygieneReport.Suite suite, List<SlowCause> suiteCauses) {
        List<Finding> findings = new ArrayList<>(VerdictFindings.create(
                checked.verdicts(), tests, checked.diagnoses(), checked.alone(), checked.fixes()));
        findings.addAll(TimeFindings.find(entries, suite, settings.limits(), suiteCauses));
        findings.addAll(EvidenceFindings.find(
                recording,
                observations.bodies(),
                polluters(),
                settings.evidence(),
                DatabaseSigns.of(recording, observations.containers().images(), lint.findings())));
        findings.removeIf(lint::alreadyFinds);
        findings.addAll(LeftClusterState.in(recording, observations.cluster()));
        findings.addAll(FilesOutsideBuild.findings(observations.leftFiles(), tests::get));
        findings.addAll(lint.findings());
        findings.replaceAll(lint.places()::placed);
        return settings.findings()
                .apply(findings, lint.suppressions(), lint.entry().problem() == null ? Bytecode.READ : Bytecode.UNREAD);
    }

    /** Those whose rows make others fail. */
    private Set<TestId> polluters() {
        return checked.diagnoses().values().stream()
                .flatMap(diagnosis -> diagnosis.culprits().stream())
                .filter(culprit -> culprit.leak() == Leak.DATABASE)
                .flatMap(culprit -> culprit.tests().stream())
                .collect(Collectors.toSet());
    }

    private TestEntry entry(Verdict verdict) {
        RecordedTest test = tests.get(verdict.id());
        if (test == null) {
            throw new IllegalStateException("a verdict about an unknown test: " + verdict.id());
        }
        TestEntry.Durations durations = durations(verdict.id());
        boolean executed = times.containsKey(verdict.id());
        return new TestEntry(
                        test.id(),
                        test.className(),
                        test.methodName(),
                        test.displayName(),
                        verdict.kind(),
                        verdict.reason(),
                        verdict.evidence(),
                        verdict.failure(),
                        verdict.failedIn(),
                        durations,
                        executed
                                ? BudgetCheck.classify(Duration.ofMillis(durations.medianMillis()), settings.limits())
                                : Budget.WITHIN,
                        replayCommandChoice.command(test, verdict))
                .withDatabase(recording.database().tests().get(test.id()))
                .withDiagnosis(checked.diagnoses().get(test.id()));
    }

    private Set<TestId> firstOfTheirJvm(CompletedRun run) {
        if (run.request().kind() == RunKind.REFERENCE) {
            return recording.launches().stream()
                    .map(launch -> launch.tests().get(0))
                    .collect(Collectors.toSet());
        }
        return run.request().segments().stream()
                .map(segment -> segment.tests().get(0).id())
                .collect(Collectors.toSet());
    }

    private TestEntry.Durations durations(TestId id) {
        List<Timed> all = times.getOrDefault(id, List.of());
        return Durations.summarize(
                first(all, RunKind.REFERENCE), first(all, RunKind.ALONE), of(all, true), of(all, false));
    }

    private static @Nullable Duration first(List<Timed> all, RunKind kind) {
        return all.stream()
                .filter(timed -> timed.kind() == kind)
                .map(Timed::duration)
                .findFirst()
                .orElse(null);
    }

    private static List<Duration> of(List<Timed> all, boolean cold) {
        return all.stream()
                .filter(timed -> timed.cold() == cold)
                .map(Timed::duration)
                .toList();
    }

    private RunEntry entry(CompletedRun run) {
        List<TestId> order = run.request().ids();
        boolean completed = run.result().exit() instanceof RunExit.Completed;
        return new RunEntry(
                run.number(),
                run.request().label(),
                run.request().kind(),
                order.size(),
                run.result().duration().toMillis(),
                run.result().exit().label(),
                completed ? null : reason(run),
                order.size() == 1 ? null : order,
                failed(run.result().outcomes()),
                order.stream().filter(id -> !executed(run, id)).toList(),
                run.request().experiment().rounds() < 2
                        ? null
                        : failed(run.result().again()));
    }

    private static List<TestId> failed(Map<TestId, TestOutcome> round) {
        return round.values().stream()
                .filter(TestOutcome::failed)
                .map(TestOutcome::id)
                .toList();
    }

    private static boolean executed(CompletedRun run, TestId id) {
        return run.result()
                .outcome(id)
                .filter(outcome -> outcome.status() != TestStatus.SKIPPED)
                .isPresent();
    }

    private @Nullable String reason(CompletedRun run) {
        String reason = RunExitPhrase.explain(run.result().exit());
        return run.result().exit() instanceof RunExit.Crashed crashed
                        && !crashed.outputTail().isBlank()
                ? reason + "; it printed: " + secrets().mask(lastLines(crashed.outputTail()))
                : reason;
    }

    /** Those of the recorded JVMs, as which the others were launched. */
    private Secrets secrets() {
        List<Map<String, String>> named = new ArrayList<>();
        for (Recording.RecordedLaunch launch : recording.launches()) {
            LaunchRecipe recipe = launch.recipe();
            if (recipe != null) {
                named.add(recipe.systemProperties());
                named.add(recipe.environment());
            }
        }
        return Secrets.of(named);
    }

    private static String lastLines(String output) {
        List<String> lines = output.strip().lines().toList();
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }
}

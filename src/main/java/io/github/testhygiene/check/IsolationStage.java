package io.github.testhygiene.check;

import io.github.testhygiene.advice.SettingsAdvice;
import io.github.testhygiene.diagnosis.AloneCounts;
import io.github.testhygiene.diagnosis.Coverage;
import io.github.testhygiene.diagnosis.Diagnoser;
import io.github.testhygiene.diagnosis.DiagnosisResults;
import io.github.testhygiene.diagnosis.IsolationCheck;
import io.github.testhygiene.diagnosis.Verdicts;
import io.github.testhygiene.model.CheckingCost;
import io.github.testhygiene.model.ForkUse;
import io.github.testhygiene.model.OrderCoverage;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.RunLog;
import io.github.testhygiene.plan.RunPlanner;
import io.github.testhygiene.plan.RunQueue;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.SuiteBuilder;
import io.github.testhygiene.plan.TimeBudget;
import io.github.testhygiene.selection.SelectedTests;
import io.github.testhygiene.text.SelectionPhrases;
import io.github.testhygiene.text.UncheckedAdvice;
import io.github.testhygiene.text.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** From a recording to verdicts: plans the runs, makes them, and says what they mean. */
public final class IsolationStage {

    private final Recording recording;
    private final CheckSettings settings;
    private final boolean jvmPerClass;
    private final Function<List<RecordedTest>, SelectedTests> selector;
    private final Consumer<String> log;
    private final @Nullable StatusLine status;

    /**
     * For one module.
     *
     * @param recording the reference run
     * @param settings which tests are checked, and how
     * @param jvmPerClass whether every class has a JVM of its own
     * @param selector selects from the tests that the settings leave
     * @param log takes the lines that describe the progress
     * @param status shows the progress where somebody watches; null where nobody does
     */
    public IsolationStage(
            Recording recording,
            CheckSettings settings,
            boolean jvmPerClass,
            Function<List<RecordedTest>, SelectedTests> selector,
            Consumer<String> log,
            @Nullable StatusLine status) {
        this.status = status;
        this.recording = recording;
        this.settings = settings;
        this.jvmPerClass = jvmPerClass;
        this.selector = selector;
        this.log = log;
    }

    /**
     * Checks the tests.
     *
     * @param runner makes the runs within a budget; null if there is an obstacle
     * @param problem why nothing can be re-run; null if it can
     */
    public CheckResult check(@Nullable Function<TimeBudget, RunExecutors> runner, @Nullable Problem problem) {
        String obstacle = problem == null ? null : problem.what();
        Predicate<RecordedTest> selection = selection();
        SelectedTests selected =
                selector.apply(recording.tests().stream().filter(selection).toList());
        Optional.ofNullable(selected.selection())
                .map(SelectionPhrases::sentence)
                .ifPresent(log);
        Suite suite = builder().build(recording, test -> selected.runs(test.id()));
        List<RunRequest> planned = obstacle == null && !suite.units().isEmpty() ? planned(suite, selected) : List.of();
        TimeBudget budget = new TimeBudget(settings.timeBudget(), System::nanoTime);
        ProgressLog progress = new ProgressLog(planned.size(), budget, log, status);
        RunLog runs = new RunLog(progress);
        addReference(runs);
        DiagnosisResults diagnosisResults = DiagnosisResults.NONE;
        ForkUse forks = null;
        LoadSampler load = LoadSampler.ofThisMachine();
        if (runner != null && !planned.isEmpty()) {
            log.accept("Checking " + tests(suite) + " in " + planned.size() + " runs, "
                    + settings.parallel() + " at a time, for at most " + ProgressLog.clock(settings.timeBudget())
                    + " minutes (seed " + settings.seed() + ")");
            RunExecutors runExecutors = runner.apply(budget);
            PeriodicTask ticking = PeriodicTask.everySecond(() -> {
                load.sample();
                progress.tick();
            });
            try {
                diagnosisResults = execute(planned, suite, runExecutors, budget, runs);
                forks = runExecutors.forks().get().among(runs.runs().size() - 1);
            } finally {
                ticking.close();
                progress.end();
            }
        }
        Duration took = budget.elapsed();
        List<CompletedRun> made = runs.runs();
        List<Verdict> verdicts = Verdicts.decide(
                recording,
                selection,
                selected::checks,
                suite,
                made,
                budget.whyOver().orElse(null),
                obstacle,
                diagnosisResults);
        OrderCoverage coverage = made.size() > 1 ? Coverage.measure(suite, made, recording.database()) : null;
        Map<String, String> fixes = fixes(problem, settings.onlyRun());
        return new CheckResult(
                made,
                verdicts,
                diagnosisResults.of(verdicts),
                AloneCounts.count(suite, made),
                selected.selection(),
                coverage,
                forks,
                checking(made, took, load, verdicts, fixes),
                fixes);
    }

    private static Map<String, String> fixes(@Nullable Problem problem, @Nullable String onlyRun) {
        if (problem != null) {
            return Map.of(problem.what(), problem.fix());
        }
        return onlyRun == null ? Map.of() : UncheckedAdvice.ofOneRun();
    }

    private static CheckingCost checking(
            List<CompletedRun> made,
            Duration took,
            LoadSampler load,
            List<Verdict> verdicts,
            Map<String, String> fixes) {
        int reRuns = (int) made.stream()
                .filter(run -> run.request().kind() != RunKind.REFERENCE)
                .count();
        return new CheckingCost(
                reRuns,
                reRuns == 0 ? 0 : took.toMillis(),
                load.load().orElse(null),
                UncheckedAdvice.summarize(verdicts, fixes).orElse(null));
    }

    /** How many tests are checked; those of a class that declares their order are moved as one. */
    private static String tests(Suite suite) {
        int tests = suite.units().stream().mapToInt(unit -> unit.tests().size()).sum();
        int units = suite.units().size();
        return Wording.count(tests, "test")
                + (tests == units
                        ? ""
                        : " (" + units + " to move, since a class that declares their order counts as one)");
    }

    /** The culprits of what was found come before more orders. */
    private DiagnosisResults execute(
            List<RunRequest> planned, Suite suite, RunExecutors runExecutors, TimeBudget budget, RunLog runs) {
        IsolationCheck check = new IsolationCheck(suite, runExecutors.runner(), settings.parallel(), budget, runs);
        Suite all = builder().build(recording, test -> true);
        Diagnoser diagnoser = new Diagnoser(
                all,
                runExecutors.runner(),
                runExecutors.lab(),
                budget,
                runs,
                recording.database(),
                settings.parallel());
        check.plan(new RunQueue(planned, suite, recording, budget.remaining(), settings.parallel()));
        DiagnosisResults diagnosisResults = DiagnosisResults.NONE;
        boolean more;
        try {
            do {
                more = check.execute();
                diagnosisResults = diagnoser.diagnose(suite, diagnosisResults);
            } while ((more && !budget.isOver()) || check.isSuspicious());
        } catch (RuntimeException e) {
            // The databases of an interrupted build may end under what looks at them; what is known by then is
            // reported.
            if (!budget.wasEnded()) {
                throw e;
            }
        }
        return diagnosisResults;
    }

    private SuiteBuilder builder() {
        return new SuiteBuilder(settings.scope().orderedClasses(), jvmPerClass);
    }

    /** What is context runs in orders, and alone only where that makes something clear. */
    private List<RunRequest> planned(Suite suite, SelectedTests selected) {
        return planned(suite).stream()
                .filter(run -> run.kind() != RunKind.ALONE || run.ids().stream().anyMatch(selected::checks))
                .toList();
    }

    private List<RunRequest> planned(Suite suite) {
        RunPlanner planner = RunPlanner.of(
                settings.seed(), settings.orders(), settings.scope().effort(), recording);
        String onlyRun = settings.onlyRun();
        if (onlyRun == null) {
            return planner.plan(suite);
        }
        List<RunRequest> only = planner.only(suite, onlyRun);
        if (only.isEmpty()) {
            throw new ProblemException(SettingsAdvice.unknownRun(onlyRun, planner.labels(suite)));
        }
        return only;
    }

    private Predicate<RecordedTest> selection() {
        TestPattern pattern = settings.tests();
        if (pattern == null) {
            return test -> true;
        }
        if (recording.tests().stream().noneMatch(pattern.selection())) {
            throw new ProblemException(SettingsAdvice.nothingSelected(
                    pattern.text(),
                    recording.tests().stream()
                            .limit(5)
                            .map(RecordedTest::selector)
                            .toList()));
        }
        return pattern.selection();
    }

    private void addReference(RunLog runs) {
        if (!recording.tests().isEmpty()) {
            List<TestOutcome> outcomes = List.copyOf(recording.outcomes().values());
            runs.add(
                    RunPlanner.recorded(recording),
                    RunResult.of(new RunExit.Completed(), outcomes, recording.duration()));
        }
    }
}

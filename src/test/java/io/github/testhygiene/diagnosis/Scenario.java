package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.Effort;
import io.github.testhygiene.model.OrderedClasses;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.Seed;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.RunListener;
import io.github.testhygiene.plan.RunLog;
import io.github.testhygiene.plan.RunPlanner;
import io.github.testhygiene.plan.RunQueue;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.SuiteBuilder;
import io.github.testhygiene.plan.TimeBudget;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A scripted suite that is checked from the recording to the verdicts.
 *
 * @param script how its tests behave
 * @param orders how many orders after the reverse order
 * @param budget the time there is, by the script's clock
 * @param workers how many runs at a time
 * @param selection which tests are checked
 * @param onlyRun the one run to make; null for all
 * @param known what the database saw of the reference run
 * @param context tests that run in orders and are not checked
 */
record Scenario(
        ScriptedSuite script,
        int orders,
        Duration budget,
        int workers,
        Predicate<RecordedTest> selection,
        String onlyRun,
        DatabaseEvidence known,
        Set<RecordedTest> context) {

    static final RunListener SILENT = new RunListener() {
        @Override
        public void started(int number, RunRequest request) {}

        @Override
        public void finished(CompletedRun run) {}
    };

    static Scenario of(ScriptedSuite script) {
        return new Scenario(
                script,
                4,
                Duration.ofDays(100),
                1,
                test -> true,
                null,
                DatabaseEvidence.none("not recorded"),
                Set.of());
    }

    Scenario withOrders(int number) {
        return new Scenario(script, number, budget, workers, selection, onlyRun, known, context);
    }

    Scenario withBudget(Duration time) {
        return new Scenario(script, orders, time, workers, selection, onlyRun, known, context);
    }

    Scenario withWorkers(int number) {
        return new Scenario(script, orders, budget, number, selection, onlyRun, known, context);
    }

    Scenario selecting(RecordedTest... tests) {
        return new Scenario(script, orders, budget, workers, List.of(tests)::contains, onlyRun, known, context);
    }

    Scenario making(String label) {
        return new Scenario(script, orders, budget, workers, selection, label, known, context);
    }

    Scenario knowing(DatabaseEvidence evidence) {
        return new Scenario(script, orders, budget, workers, selection, onlyRun, evidence, context);
    }

    Scenario withContext(RecordedTest... tests) {
        return new Scenario(script, orders, budget, workers, selection, onlyRun, known, Set.of(tests));
    }

    private boolean isChecked(TestId id) {
        return context.stream().noneMatch(test -> test.id().equals(id));
    }

    Diagnosed check() {
        Recording recording = script.recording().withDatabase(known);
        Suite suite = new SuiteBuilder(OrderedClasses.UNIT, false).build(recording, selection);
        RunPlanner planner = RunPlanner.of(new Seed(20261122), orders, Effort.NORMAL, recording);
        TimeBudget time = new TimeBudget(budget, script::nanoTime);
        RunLog log = new RunLog(SILENT);
        log.add(
                RunPlanner.recorded(recording),
                RunResult.of(
                        new RunExit.Completed(),
                        List.copyOf(recording.outcomes().values()),
                        recording.duration()));
        List<RunRequest> planned = (onlyRun == null ? planner.plan(suite) : planner.only(suite, onlyRun))
                .stream()
                        .filter(run -> run.kind() != RunKind.ALONE
                                || run.ids().stream().anyMatch(this::isChecked))
                        .toList();
        IsolationCheck check = new IsolationCheck(suite, script, workers, time, log);
        Diagnoser diagnoser = new Diagnoser(
                new SuiteBuilder(OrderedClasses.UNIT, false).build(recording, test -> true),
                script,
                script,
                time,
                log,
                known,
                workers);
        check.plan(new RunQueue(planned, suite, recording, time.remaining(), workers));
        DiagnosisResults diagnosisResults = DiagnosisResults.NONE;
        boolean more;
        do {
            more = check.execute();
            diagnosisResults = diagnoser.diagnose(suite, diagnosisResults);
        } while ((more && !time.isOver()) || check.isSuspicious());
        List<CompletedRun> runs = log.runs();
        List<Verdict> verdicts = Verdicts.decide(
                recording,
                selection,
                this::isChecked,
                suite,
                runs,
                time.whyOver().orElse(null),
                null,
                diagnosisResults);
        return new Diagnosed(recording, suite, runs, verdicts, diagnosisResults);
    }
}

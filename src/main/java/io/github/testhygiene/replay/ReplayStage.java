package io.github.testhygiene.replay;

import io.github.testhygiene.advice.RecordingAdvice;
import io.github.testhygiene.advice.ReplayAdvice;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.SuiteBuilder;
import io.github.testhygiene.plan.TimeBudget;
import io.github.testhygiene.postgres.database.Template;
import io.github.testhygiene.recording.PluginJar;
import io.github.testhygiene.replay.ReplayVerdict.Ending;
import io.github.testhygiene.rerun.launch.ForkPlaces;
import io.github.testhygiene.rerun.run.BodyObserver;
import io.github.testhygiene.rerun.run.ForkedTestRunner;
import io.github.testhygiene.rerun.run.RunLimits;
import io.github.testhygiene.rerun.run.TemplateClones;
import io.github.testhygiene.session.ModuleRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * From a scenario and a recording to an answer: makes the run, shows it, and says whether it ended as recorded.
 *
 * @param module what was recorded just now
 * @param plan what to replay
 * @param jvmPerClass whether every class has a JVM of its own
 * @param wish what a person wants besides
 * @param testsOfFailsafe how many tests failsafe says it ran
 * @param info takes the lines that describe the run
 * @param warn takes what may be wrong with the recording
 */
public record ReplayStage(
        ModuleRun module,
        ReplayHandover.Plan plan,
        boolean jvmPerClass,
        ReplayOptions wish,
        IntSupplier testsOfFailsafe,
        Consumer<String> info,
        Consumer<String> warn) {

    // The limit of the run itself ends it; there is nothing else to share the time with.
    private static final Duration NO_BUDGET = Duration.ofDays(7);

    /**
     * Replays.
     *
     * @return what is wrong if the run did not end as it was to; empty if it did
     * @throws ProblemException if there is nothing that could be run
     */
    public Optional<Problem> replay() {
        Recording recording = module.recorder().stop();
        module.disarm();
        module.recorder().complaints().forEach(warn);
        check(recording);
        Suite suite =
                new SuiteBuilder(plan.settings().scope().orderedClasses(), jvmPerClass).build(recording, test -> true);
        RunRequest request = new ReplayRunFactory(suite).of(plan.scenario());
        ReplayDatabase database =
                new ReplayDatabase(new TemplateClones(module.shared().databases(), template()), wish.keepDatabase());
        ReplayVerdict verdict;
        try {
            verdict = run(recording, request, database);
            tellOf(database);
        } finally {
            database.close();
        }
        return verdict.success(wish.expectFixed()) ? Optional.empty() : Optional.of(problem(verdict));
    }

    private ReplayVerdict run(Recording recording, RunRequest request, ReplayDatabase database) {
        ReplayLines lines = new ReplayLines(plan.scenario(), request);
        lines.before(module.shared().server().describe()).forEach(info);
        ForkedTestRunner runner = new ForkedTestRunner(
                recording,
                database,
                new ForkPlaces(PluginJar.path(), module.temporaryFolder(), List.of()).with(module.files()),
                new RunLimits(recording, plan.settings().runTimeout()),
                new TimeBudget(NO_BUDGET, System::nanoTime),
                BodyObserver.NONE);
        module.runner(runner);
        module.files().beforeRuns(recording);
        RunResult result = module.files().guard(runner).run(request);
        lines.after(result).forEach(info);
        ReplayVerdict verdict =
                new ReplayJudge(plan.scenario(), new CompletedRun(1, request, result), wish.expectFixed()).verdict();
        if (verdict.ending() != Ending.NO_ANSWER) {
            info.accept(verdict.sentence());
        }
        return verdict;
    }

    private void check(Recording recording) {
        if (recording.tests().isEmpty()) {
            int tests = testsOfFailsafe.getAsInt();
            throw new ProblemException(tests == 0 ? ReplayAdvice.nothingRan() : RecordingAdvice.nothingRecorded(tests));
        }
        if (recording.launches().stream().allMatch(launch -> launch.recipe() == null)) {
            throw new ProblemException(RecordingAdvice.ranInMavensJvm());
        }
    }

    private Template template() {
        return module.templates()
                .template()
                .orElseThrow(
                        () -> new ProblemException(module.templates().problem().orElseGet(ReplayAdvice::nothingRan)));
    }

    private void tellOf(ReplayDatabase database) {
        database.kept().ifPresent(kept -> {
            KeptDatabaseInstructions told =
                    new KeptDatabaseInstructions(kept, module.shared().server());
            told.lines().forEach(info);
            if (told.staysByItself()) {
                database.leave();
            } else if (wish.interactive()) {
                KeptDatabaseInstructions.waitForEnter(System.in, info);
            } else {
                KeptDatabaseInstructions.nobody("Maven was called in batch mode", info);
            }
        });
    }

    private Problem problem(ReplayVerdict verdict) {
        if (verdict.ending() == Ending.NO_ANSWER) {
            return ReplayAdvice.noAnswer(verdict.sentence());
        } else if (wish.expectFixed()) {
            return ReplayAdvice.notFixed(verdict.sentence());
        } else if (plan.scenario().expectation() instanceof ReplayExpectation.AllPass) {
            return ReplayAdvice.listFails(verdict.sentence());
        }
        return ReplayAdvice.notReproduced(verdict.sentence());
    }
}

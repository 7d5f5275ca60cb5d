package io.github.testhygiene.check;

import io.github.testhygiene.advice.RecordingAdvice;
import io.github.testhygiene.model.ForkMode;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.plan.TestRunner;
import io.github.testhygiene.plan.TimeBudget;
import io.github.testhygiene.postgres.database.Template;
import io.github.testhygiene.recording.PluginJar;
import io.github.testhygiene.rerun.files.FileGuard;
import io.github.testhygiene.rerun.launch.FastForks;
import io.github.testhygiene.rerun.launch.ForkPlaces;
import io.github.testhygiene.rerun.launch.OmittedAgents;
import io.github.testhygiene.rerun.run.BodyObserver;
import io.github.testhygiene.rerun.run.ClonePrefetcher;
import io.github.testhygiene.rerun.run.ClusterGuard;
import io.github.testhygiene.rerun.run.FastForkRunner;
import io.github.testhygiene.rerun.run.ForkedTestRunner;
import io.github.testhygiene.rerun.run.RerunExperiments;
import io.github.testhygiene.rerun.run.RunLimits;
import io.github.testhygiene.rerun.run.TemplateClones;
import io.github.testhygiene.rerun.run.TimeLimitedExperiments;
import io.github.testhygiene.session.ModuleRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Puts together what makes one module's runs.
 *
 * @param module the module; it ends what is made here
 * @param recording the reference run
 * @param settings what is checked, and how
 * @param buildFolders where the modules of this build have their classes and jars
 * @param cache where archives of classes are kept from build to build
 */
public record RunnerSetup(
        ModuleRun module, Recording recording, CheckSettings settings, List<Path> buildFolders, Path cache) {

    /**
     * Returns why nothing can be run again.
     *
     * @param module the module
     * @param recording its reference run
     * @return empty if there is no obstacle
     */
    public static Optional<Problem> obstacle(ModuleRun module, Recording recording) {
        if (recording.launches().stream().allMatch(launch -> launch.recipe() == null)) {
            return Optional.of(RecordingAdvice.ranInMavensJvm());
        }
        return module.templates().problem().or(module.files()::problem);
    }

    /**
     * Returns what makes the runs within a time budget.
     *
     * @param log takes lines about how runs are made
     * @return empty if there is no database from before the first test
     */
    public Optional<Function<TimeBudget, RunExecutors>> within(Consumer<String> log) {
        return module.templates().template().map(template -> budget -> runners(template, budget, log));
    }

    /**
     * Makes what makes the runs; the module ends it.
     *
     * @param template the database before the first test
     * @param budget how long all runs may take
     * @param log takes lines about how runs are made
     * @return the runners, and what keeps databases for experiments
     */
    private RunExecutors runners(Template template, TimeBudget budget, Consumer<String> log) {
        ForkPlaces places = new ForkPlaces(
                PluginJar.path(), module.temporaryFolder(), buildFolders, settings.parallel(), module.files());
        ClonePrefetcher clones =
                new ClonePrefetcher(new TemplateClones(module.shared().databases(), template), settings.parallel());
        ForkedTestRunner runner = new ForkedTestRunner(
                recording, clones, places, new RunLimits(recording, settings.runTimeout()), budget, bodies());
        OmittedAgents.find(recording).forEach(argument -> log.accept("Re-runs go without " + argument));
        module.runner(runner);
        module.clones(clones);
        module.budget(budget);
        FileGuard files = module.files();
        files.beforeRuns(recording);
        ClusterGuard cluster = module.cluster();
        cluster.beforeRuns();
        RerunExperiments lab = new RerunExperiments(
                source -> cluster.guard(files.guard(runner.on(source))),
                module.shared().databases(),
                template);
        TestRunner plain = cluster.guard(files.guard(runner));
        // An archive of classes belongs to one place of them, and each copy is another one.
        TestRunner fast =
                settings.scope().forks() == ForkMode.PLAIN || files.copies().isPresent()
                        ? null
                        : cluster.guard(files.guard(runner.in(new FastForks(places, cache, log))));
        FastForkRunner first = new FastForkRunner(plain, fast, budget::isOver, log);
        return new RunExecutors(first, new TimeLimitedExperiments(lab, budget), first::use);
    }

    private BodyObserver bodies() {
        return module.evidence()
                .bodyLog()
                .<BodyObserver>map(BodyStatementCounter::new)
                .orElse(BodyObserver.NONE);
    }
}

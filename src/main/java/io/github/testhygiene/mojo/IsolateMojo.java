package io.github.testhygiene.mojo;

import io.github.testhygiene.advice.RecordingAdvice;
import io.github.testhygiene.check.CheckResult;
import io.github.testhygiene.check.CheckSettings;
import io.github.testhygiene.check.CiOutput;
import io.github.testhygiene.check.CiSystem;
import io.github.testhygiene.check.IsolationStage;
import io.github.testhygiene.check.Observations;
import io.github.testhygiene.check.Parallelism;
import io.github.testhygiene.check.ReplayCommandChoice;
import io.github.testhygiene.check.ReportAssembly;
import io.github.testhygiene.check.RunnerSetup;
import io.github.testhygiene.check.SelectionStage;
import io.github.testhygiene.check.StartedContainerSearch;
import io.github.testhygiene.check.StatusLine;
import io.github.testhygiene.check.TrendStage;
import io.github.testhygiene.lint.LintOutcome;
import io.github.testhygiene.lint.ReachedCodeIndex;
import io.github.testhygiene.maven.FailsafeExecution;
import io.github.testhygiene.maven.FailsafeSummary;
import io.github.testhygiene.maven.LogColors;
import io.github.testhygiene.maven.ReplayCommand;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.log.TemplateRows;
import io.github.testhygiene.recording.BodyStatementLog;
import io.github.testhygiene.report.ConsoleColor;
import io.github.testhygiene.report.ConsoleSummary;
import io.github.testhygiene.report.MaskedReport;
import io.github.testhygiene.session.ModuleReport;
import io.github.testhygiene.session.ModuleRun;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Re-runs the recorded tests, each alone and in other orders, in fresh JVMs on fresh clones of the database, and writes
 * the report.
 */
@Mojo(
        name = "isolate",
        defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class IsolateMojo extends CheckingMojo {

    private static final int NAMED = 5;

    /**
     * A file that keeps what the last builds found, so that the report says what is new and what is fixed. It can be
     * committed, or cached by a CI server; several modules may share it. By default there is none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.history")
    private @Nullable File history;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** For Maven. */
    public IsolateMojo() {}

    @Override
    void run() {
        CheckSettings settings = checkSettings();
        Optional<ModuleRun> module = hygieneSession().module(moduleKey());
        if (module.isEmpty()) {
            getLog().warn(RecordingAdvice.notProvisioned().text());
            return;
        }
        keepSecret(module.get().shared().server().maintenance());
        module.get().checks();
        try {
            run(module.get(), settings);
        } finally {
            module.get().checked();
        }
    }

    private void run(ModuleRun module, CheckSettings settings) {
        Recording recording = recording(module);
        module.disarm();
        module.recorder().complaints().forEach(getLog()::warn);
        if (recording.tests().isEmpty()) {
            sayThatNothingWasRecorded();
            return;
        }
        Lock machine = hygieneSession().machine();
        machine.lock();
        try {
            checkAndTell(module, recording, settings);
        } finally {
            machine.unlock();
        }
    }

    private Recording recording(ModuleRun module) {
        Recording recording = module.recorder().stop();
        Databases databases = module.shared().databases();
        try (TemplateRows before =
                new TemplateRows(databases, module.templates().template())) {
            return recording.withDatabase(module.evidence().finish(before));
        }
    }

    /** History and summary are written last: files that change before are put back with those of the tests. */
    private void checkAndTell(ModuleRun module, Recording recording, CheckSettings settings) {
        Runnable afterwards;
        try {
            afterwards = check(module, recording, settings);
        } finally {
            module.checked();
            module.endRuns();
        }
        afterwards.run();
    }

    private Runnable check(ModuleRun module, Recording recording, CheckSettings asked) {
        Optional<Problem> problem = RunnerSetup.obstacle(module, recording);
        problem.ifPresent(each -> getLog().warn(each.text()));
        Parallelism parallelism = Parallelism.of(asked.parallel(), recording);
        parallelism.whyFewer().ifPresent(getLog()::info);
        CheckSettings settings = asked.withParallel(parallelism.number());
        boolean jvmPerClass = failsafe().filter(FailsafeExecution::reuseForks).isEmpty();
        StatusLine status =
                Terminal.statusLine(mavenSession(), !getLog().isInfoEnabled()).orElse(null);
        SelectionStage selection = selectionStage(settings.scope());
        IsolationStage stage = new IsolationStage(
                recording,
                settings,
                jvmPerClass,
                tests -> selection.select(recording, tests, module.selection()),
                getLog()::info,
                status);
        RunnerSetup runners = new RunnerSetup(module, recording, settings, buildFolders(), cache().resolve("forks"));
        CheckResult checked = stage.check(
                        problem.isPresent()
                                ? null
                                : runners.within(getLog()::info).orElse(null),
                        problem.orElse(null))
                .doubting(module.files()::doubt);
        module.concluded();
        ReplayCommandChoice replayCommandChoice = new ReplayCommandChoice(
                ReplayCommand.replaying(project(), mavenSession(), plugin.getPlugin())::with,
                ReplayCommand.of(project(), mavenSession())::with,
                settings,
                ReplayCommandChoice.ambiguousIn(recording));
        Observations observations = new Observations(
                module.evidence().bodyLog().map(BodyStatementLog::bodies).orElse(Map.of()),
                module.cluster().left(),
                StartedContainerSearch.find(recording, module.evidence().testSpans()),
                module.files().leftFiles());
        logUnknownChanges(module.files().changedByUnknown());
        LintOutcome lint = new LintStage(project(), mavenSession()).lookOrSayWhyNot(recording.tests());
        Optional.ofNullable(lint.entry().problem()).ifPresent(getLog()::warn);
        TrendStage trend = trend(settings, observations, lint.code());
        HygieneReport report = trend.compared(MaskedReport.mask(
                new ReportAssembly(recording, settings, checked, observations, lint, replayCommandChoice)
                        .report(
                                new HygieneReport.Tool(plugin.getVersion()),
                                reportedProject(),
                                module.shared().server().describe()),
                secrets()));
        CiOutput output = new CiOutput(
                CiSystem.of(settings.ci(), System::getenv),
                System::getenv,
                CiOutput.shown(report.project(), project().getBasedir().toPath(), outputFolder()));
        ModuleReport found = new ModuleReport(report, settings.policy(), output.writer()::write);
        module.report(found);
        Optional<Problem> unwritten = found.write(outputFolder());
        ConsoleSummary.lines(
                        report, unwritten.isEmpty() ? outputFolder().resolve("index.html") : null, IsolateMojo::painted)
                .forEach(getLog()::info);
        unwritten.ifPresent(each -> getLog().warn(each.text()));
        return () -> {
            trend.remember(report);
            output.tell(report, CiOutput.bareLines(), getLog()::warn);
        };
    }

    private void logUnknownChanges(List<String> names) {
        if (!names.isEmpty()) {
            getLog().info("Changed outside the build directory since the first test, by tests or by others: "
                    + String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                    + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : ""));
        }
    }

    private static String painted(ConsoleColor.Tone tone, String text) {
        return switch (tone) {
            case GOOD -> LogColors.success(text);
            case BAD -> LogColors.failure(text);
            case CAUTION -> LogColors.warning(text);
        };
    }

    private TrendStage trend(CheckSettings settings, Observations observations, ReachedCodeIndex code) {
        return new TrendStage(
                history == null ? null : history.toPath(),
                previousReport(),
                BuildScopeReader.by(
                        project(),
                        mavenSession(),
                        settings,
                        observations.bodies().keySet(),
                        code),
                getLog()::info,
                getLog()::warn);
    }

    /** Where the modules of this build have their classes and jars. */
    private List<Path> buildFolders() {
        return mavenSession().getProjects().stream()
                .map(each -> Path.of(each.getBuild().getDirectory()))
                .toList();
    }

    private void sayThatNothingWasRecorded() {
        Path buildDirectory = Path.of(project().getBuild().getDirectory());
        int tests = FailsafeSummary.tests(buildDirectory);
        Optional<String> failure = FailsafeSummary.failure(buildDirectory);
        if (failure.isPresent()) {
            getLog().warn(RecordingAdvice.endedBeforeItReported(failure.get()).text());
        } else if (tests == 0) {
            getLog().info("No integration test ran, so there is nothing to check.");
        } else {
            getLog().warn(RecordingAdvice.nothingRecorded(tests).text());
        }
    }
}

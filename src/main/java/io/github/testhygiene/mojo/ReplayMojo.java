package io.github.testhygiene.mojo;

import io.github.testhygiene.advice.ReplayAdvice;
import io.github.testhygiene.maven.FailsafeExecution;
import io.github.testhygiene.maven.FailsafeSummary;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.replay.ReplayHandover;
import io.github.testhygiene.replay.ReplayOptions;
import io.github.testhygiene.replay.ReplayStage;
import io.github.testhygiene.session.ModuleRun;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows again what a report says of a test: builds the project up to its integration tests, of which no more are executed
 * than what has to be recorded, and makes the run in which the test failed, in a fresh JVM on a fresh clone of the
 * database. It succeeds if the run ends as the report says. To be called by hand after {@code mvn verify}, whose report
 * it reads.
 */
@Mojo(name = "replay", requiresDirectInvocation = true, threadSafe = true)
@Execute(phase = LifecyclePhase.INTEGRATION_TEST)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class ReplayMojo extends HygieneMojo {

    /**
     * What to replay, on the command line: a test ({@code shop.OrderIT#counts}, or {@code OrderIT#counts} where no other
     * class has this name), the fingerprint of a finding or its first characters (6 or more), a list of tests in the
     * order in which to execute them ({@code OrderImportIT#imports,OrderIT#counts}), or a run of the report
     * ({@code reverse}, {@code shuffled-1}, {@code run:7}). A test stands for the smallest run that shows its verdict.
     *
     * @since 0.1.0
     */
    @Parameter(property = ReplaySelection.PROPERTY)
    private @Nullable String replay;

    /**
     * Turns the exit around: success if what failed then passes now.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.expectFixed", defaultValue = "false")
    private boolean expectFixed;

    /**
     * Keeps the database as the run leaves it, and tells how to look into it. On an external server it stays; any other
     * server ends with Maven, which waits for Enter, unless it was called in batch mode.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.keepDatabase", defaultValue = "false")
    private boolean keepDatabase;

    /** For Maven. */
    public ReplayMojo() {}

    @Override
    void skipped() {
        done();
    }

    @Override
    void run() throws MojoFailureException {
        ReplayHandover board = replayBoard();
        Optional<ReplayHandover.Plan> plan = board.plan(moduleKey());
        Optional<ModuleRun> module = hygieneSession().module(moduleKey());
        if (plan.isPresent() && module.isPresent()) {
            Lock machine = hygieneSession().machine();
            machine.lock();
            try {
                replay(module.get(), plan.get());
            } finally {
                module.get().endRuns();
                machine.unlock();
            }
        } else {
            getLog().info("Skipped: " + board.reason(moduleKey()) + ".");
        }
        done();
    }

    private void replay(ModuleRun module, ReplayHandover.Plan plan) throws MojoFailureException {
        boolean jvmPerClass = failsafe().filter(FailsafeExecution::reuseForks).isEmpty();
        boolean interactive = mavenSession().getRequest().isInteractiveMode();
        Path buildFolder = Path.of(project().getBuild().getDirectory());
        Optional<Problem> problem = new ReplayStage(
                        module,
                        plan,
                        jvmPerClass,
                        new ReplayOptions(expectFixed, keepDatabase, interactive),
                        () -> FailsafeSummary.tests(buildFolder),
                        getLog()::info,
                        getLog()::warn)
                .replay();
        if (problem.isPresent()) {
            throw new MojoFailureException(problem.get().text());
        }
    }

    private String asked() {
        if (replay == null || replay.isBlank()) {
            throw new ProblemException(ReplayAdvice.nothingAsked());
        }
        return replay.strip();
    }

    /** The last module says so if no module knew what is asked for. */
    private void done() {
        replayBoard()
                .done(moduleKey(), mavenSession().getProjects().size(), asked())
                .ifPresent(problem -> {
                    throw new ProblemException(problem);
                });
    }
}

package io.github.testhygiene.rerun;

import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import io.github.testhygiene.plan.TimeBudget;
import io.github.testhygiene.wire.RerunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Makes runs in fresh JVMs that are launched as the recorded ones were, each run on a clone of its own. */
public final class ForkedTestRunner implements TestRunner, AutoCloseable {

    private static final String BUDGET_ENDED = "the time budget ended while it ran";

    private final Recording recording;
    private final CloneSource clones;
    private final ForkPlaces places;
    private final RunLimits limits;
    private final TimeBudget budget;
    private final BodyObserver observer;
    private final LiveProcesses processes;

    /**
     * For one recording.
     *
     * @param recording the reference run
     * @param clones where the databases come from
     * @param places where our classes, the project's classes and temporary files are
     * @param limits how long a run may take
     * @param budget how long all of them may take; when it ends, so do the runs
     * @param observer is told of bodies in runs of one test alone
     */
    public ForkedTestRunner(
            Recording recording,
            CloneSource clones,
            ForkPlaces places,
            RunLimits limits,
            TimeBudget budget,
            BodyObserver observer) {
        this(recording, clones, places, limits, budget, observer, new LiveProcesses());
    }

    private ForkedTestRunner(
            Recording recording,
            CloneSource clones,
            ForkPlaces places,
            RunLimits limits,
            TimeBudget budget,
            BodyObserver observer,
            LiveProcesses processes) {
        this.recording = recording;
        this.clones = clones;
        this.places = places;
        this.limits = limits;
        this.budget = budget;
        this.observer = observer;
        this.processes = processes;
    }

    /**
     * The same runner on other databases: with the same limits, time budget and folder, and ended together with this
     * one. It tells nobody of bodies.
     *
     * @param other where its databases come from
     * @return a runner that needs no closing
     */
    public TestRunner on(CloneSource other) {
        return new ForkedTestRunner(recording, other, places, limits, budget, BodyObserver.NONE, processes);
    }

    @Override
    public RunResult run(RunRequest request) {
        long start = System.nanoTime();
        RunAnswers answers = new RunAnswers();
        RunExit exit;
        try {
            exit = runOnClones(request, answers);
        } catch (IOException | ProblemException e) {
            exit = new RunExit.NoAnswer("it could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exit = Interruption.EXIT;
        }
        return answers.result(exit, Duration.ofNanos(System.nanoTime() - start));
    }

    private RunExit runOnClones(RunRequest request, RunAnswers answers) throws IOException, InterruptedException {
        if (processes.isClosed()) {
            return Interruption.EXIT;
        }
        Files.createDirectories(places.folder());
        try (RunClones clonesOfRun = new RunClones(clones, request.experiment().ownDatabases())) {
            Path temporaryFolder = Files.createTempDirectory(places.folder(), "run");
            try {
                RunExit exit = runSegments(request, clonesOfRun, temporaryFolder, answers);
                if (request.experiment().observed()) {
                    answers.left(FileTraces.inTemporaryFolder(temporaryFolder));
                }
                return exit;
            } finally {
                delete(temporaryFolder);
            }
        }
    }

    private RunExit runSegments(RunRequest request, RunClones clonesOfRun, Path temporaryFolder, RunAnswers answers)
            throws IOException, InterruptedException {
        BodyObserver told = request.kind() == RunKind.ALONE ? observer : BodyObserver.NONE;
        for (int i = 0; i < request.segments().size(); i++) {
            ObservedClone clone = new ObservedClone(clonesOfRun.of(i), told);
            SegmentResult result = runSegment(request.segments().get(i), options(request), clone, temporaryFolder);
            answers.add(result);
            if (!(result.exit() instanceof RunExit.Completed)) {
                return result.exit();
            }
        }
        return new RunExit.Completed();
    }

    private RerunOptions options(RunRequest request) {
        Experiment experiment = request.experiment();
        return new RerunOptions(
                experiment.rounds(),
                experiment.fixturesOnly(),
                experiment.observed(),
                experiment.observed() ? places.absoluteProjectFolders() : List.of());
    }

    private static void delete(Path temporaryFolder) {
        try {
            Folders.delete(temporaryFolder);
        } catch (IOException e) {
            // What a test has locked stays in the build's folder; the run's answer is true all the same.
        }
    }

    private SegmentResult runSegment(Segment segment, RerunOptions options, ObservedClone clone, Path temporaryFolder)
            throws IOException, InterruptedException {
        LaunchRecipe recipe = recording.launches().get(segment.launch()).recipe();
        if (recipe == null) {
            return new SegmentResult(new RunExit.NoAnswer("its JVM was Maven's own"), List.of());
        }
        String database = clone.database().database();
        JvmCommand command = new JvmCommand(
                recipe, places.pluginJar(), text -> text.replace(clones.referenceName(), database), temporaryFolder);
        Duration limit = limits.of(segment.tests(), options.rounds());
        Duration left = budget.remaining();
        boolean budgetEndsFirst = left.compareTo(limit) < 0;
        SegmentResult result = new SegmentRun(
                        command, segment.tests(), options, budgetEndsFirst ? left : limit, processes, clone)
                .execute();
        return budgetEndsFirst && result.exit() instanceof RunExit.TimedOut
                ? result.endedAs(new RunExit.NoAnswer(BUDGET_ENDED))
                : result;
    }

    /** Ends the runs that are under way, and leaves no temporary file. Does nothing the second time. */
    @Override
    public void close() {
        processes.close();
        try {
            if (Files.isDirectory(places.folder())) {
                Folders.delete(places.folder());
            }
        } catch (IOException e) {
            places.folder().toFile().deleteOnExit(); // a process that is just ending still writes there
        }
    }
}

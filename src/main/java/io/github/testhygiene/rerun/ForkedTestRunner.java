package io.github.testhygiene.rerun;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import io.github.testhygiene.plan.TimeBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes runs in fresh JVMs that are launched as the recorded ones were, each run on a clone of its own. */
public final class ForkedTestRunner implements TestRunner, AutoCloseable {

    private static final String BUDGET_ENDED = "the time budget ended while it ran";

    private final Recording recording;
    private final CloneSource clones;
    private final Path pluginJar;
    private final Path folder;
    private final RunLimits limits;
    private final TimeBudget budget;
    private final BodyObserver observer;
    private final LiveProcesses processes;

    /**
     * For one recording.
     *
     * @param recording the reference run
     * @param clones where the databases come from
     * @param pluginJar where our classes are
     * @param folder a folder for temporary files; what is put there is deleted again
     * @param limits how long a run may take
     * @param budget how long all of them may take; when it ends, so do the runs
     * @param observer is told of bodies in runs of one test alone
     */
    public ForkedTestRunner(
            Recording recording,
            CloneSource clones,
            Path pluginJar,
            Path folder,
            RunLimits limits,
            TimeBudget budget,
            BodyObserver observer) {
        this(recording, clones, pluginJar, folder, limits, budget, observer, new LiveProcesses());
    }

    private ForkedTestRunner(
            Recording recording,
            CloneSource clones,
            Path pluginJar,
            Path folder,
            RunLimits limits,
            TimeBudget budget,
            BodyObserver observer,
            LiveProcesses processes) {
        this.recording = recording;
        this.clones = clones;
        this.pluginJar = pluginJar;
        this.folder = folder;
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
        return new ForkedTestRunner(recording, other, pluginJar, folder, limits, budget, BodyObserver.NONE, processes);
    }

    @Override
    public RunResult run(RunRequest request) {
        long start = System.nanoTime();
        List<TestOutcome> outcomes = new ArrayList<>();
        RunExit exit;
        try {
            exit = runOnClone(request, outcomes);
        } catch (IOException | ProblemException e) {
            exit = new RunExit.NoAnswer("it could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exit = new RunExit.NoAnswer("the build was interrupted");
        }
        return RunResult.of(exit, outcomes, Duration.ofNanos(System.nanoTime() - start));
    }

    private RunExit runOnClone(RunRequest request, List<TestOutcome> outcomes)
            throws IOException, InterruptedException {
        if (processes.isClosed()) {
            return new RunExit.NoAnswer("the build was interrupted");
        }
        Files.createDirectories(folder);
        DatabaseCoordinates clone = clones.take();
        try {
            Path temporaryFolder = Files.createTempDirectory(folder, "run");
            try {
                BodyObserver told = request.kind() == RunKind.ALONE ? observer : BodyObserver.NONE;
                return runSegments(request, new ObservedClone(clone, told), temporaryFolder, outcomes);
            } finally {
                delete(temporaryFolder);
            }
        } finally {
            giveBack(clone);
        }
    }

    private RunExit runSegments(
            RunRequest request, ObservedClone clone, Path temporaryFolder, List<TestOutcome> outcomes)
            throws IOException, InterruptedException {
        for (Segment segment : request.segments()) {
            SegmentResult result = runSegment(segment, clone, temporaryFolder);
            outcomes.addAll(result.outcomes());
            if (!(result.exit() instanceof RunExit.Completed)) {
                return result.exit();
            }
        }
        return new RunExit.Completed();
    }

    private static void delete(Path temporaryFolder) {
        try {
            Folders.delete(temporaryFolder);
        } catch (IOException e) {
            // What a test has locked stays in the build's folder; the run's answer is true all the same.
        }
    }

    private void giveBack(DatabaseCoordinates clone) {
        try {
            clones.giveBack(clone);
        } catch (ProblemException e) {
            // The end of the session drops what is left and tells of it; the run's answer is true all the same.
        }
    }

    private SegmentResult runSegment(Segment segment, ObservedClone clone, Path temporaryFolder)
            throws IOException, InterruptedException {
        LaunchRecipe recipe = recording.launches().get(segment.launch()).recipe();
        if (recipe == null) {
            return new SegmentResult(new RunExit.NoAnswer("its JVM was Maven's own"), List.of());
        }
        String database = clone.database().database();
        JvmCommand command = new JvmCommand(
                recipe, pluginJar, text -> text.replace(clones.referenceName(), database), temporaryFolder);
        Duration limit = limits.of(segment.tests());
        Duration left = budget.remaining();
        boolean budgetEndsFirst = left.compareTo(limit) < 0;
        SegmentResult result =
                new SegmentRun(command, segment.tests(), budgetEndsFirst ? left : limit, processes, clone).execute();
        return budgetEndsFirst && result.exit() instanceof RunExit.TimedOut
                ? new SegmentResult(new RunExit.NoAnswer(BUDGET_ENDED), result.outcomes())
                : result;
    }

    /** Ends the runs that are under way, and leaves no temporary file. Does nothing the second time. */
    @Override
    public void close() {
        processes.close();
        try {
            if (Files.isDirectory(folder)) {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            folder.toFile().deleteOnExit(); // a process that is just ending still writes there
        }
    }
}

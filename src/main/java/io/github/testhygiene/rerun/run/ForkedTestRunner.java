package io.github.testhygiene.rerun.run;

import io.github.testhygiene.filesystem.Folders;
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
import io.github.testhygiene.rerun.launch.AgentJar;
import io.github.testhygiene.rerun.launch.FastForks;
import io.github.testhygiene.rerun.launch.ForkLauncher;
import io.github.testhygiene.rerun.launch.ForkPlaces;
import io.github.testhygiene.rerun.launch.LiveProcesses;
import io.github.testhygiene.rerun.launch.StartedFork;
import io.github.testhygiene.wire.RerunOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Makes runs in fresh JVMs that are launched from what was recorded, each run on a clone of its own. */
public final class ForkedTestRunner implements TestRunner, AutoCloseable {

    private static final String BUDGET_OVER = "the time budget ended before it ran";
    private static final String BUDGET_ENDED = "the time budget ended while it ran";

    private final Recording recording;
    private final CloneSource clones;
    private final ForkPlaces places;
    private final RunLimits limits;
    private final TimeBudget budget;
    private final BodyObserver observer;
    private final FullDiskDetector disk = new FullDiskDetector();
    private final LiveProcesses processes;
    private final ForkLauncher launcher;
    private final RunPrefetcher ahead;
    private final List<ForkedTestRunner> others = new CopyOnWriteArrayList<>();
    private final List<FastForks> fastForks = new CopyOnWriteArrayList<>();

    /**
     * For one recording, in JVMs that are launched as the recorded ones.
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
        this(recording, clones, places, limits, budget, observer, new LiveProcesses(), null);
    }

    private ForkedTestRunner(
            Recording recording,
            CloneSource clones,
            ForkPlaces places,
            RunLimits limits,
            TimeBudget budget,
            BodyObserver observer,
            LiveProcesses processes,
            @Nullable FastForks fast) {
        this.recording = recording;
        this.clones = clones;
        this.places = places;
        this.limits = limits;
        this.budget = budget;
        this.observer = observer;
        this.processes = processes;
        this.launcher = new ForkLauncher(recording, places, processes, clones.referenceName(), fast);
        this.ahead = new RunPrefetcher(places.ahead(), this::openAhead);
    }

    /**
     * The same runner on other databases: with the same limits, time budget and folder, and ended together with this
     * one. It tells nobody of bodies.
     *
     * @param other where its databases come from
     * @return a runner that needs no closing
     */
    public TestRunner on(CloneSource other) {
        return with(new ForkedTestRunner(
                recording, other, places.noneAhead(), limits, budget, BodyObserver.NONE, processes, null));
    }

    /**
     * The same runner in JVMs that start sooner; both are ended together with this one.
     *
     * @param fast what makes them start sooner
     * @return a runner that needs no closing
     */
    public TestRunner in(FastForks fast) {
        fastForks.add(fast);
        return with(new ForkedTestRunner(recording, clones, places, limits, budget, observer, processes, fast));
    }

    private ForkedTestRunner with(ForkedTestRunner other) {
        others.add(other);
        return other;
    }

    @Override
    public void prepare(RunRequest next) {
        if (!processes.isClosed() && launcher.mayStartEarly(next.segments().get(0))) {
            ahead.prepare(next);
        }
    }

    @Override
    public void rest() {
        ahead.rest();
    }

    private RunResources openAhead(Segment first) {
        try {
            RunResources place = RunResources.open(launcher, clones, false, places);
            try {
                place.launchAhead(0, first);
                return place;
            } catch (IOException | RuntimeException e) {
                place.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RunResult run(RunRequest request) {
        long start = System.nanoTime();
        return new BudgetedWait(budget)
                .call(
                        () -> make(request),
                        () -> RunResult.of(
                                new RunExit.NoAnswer(budget.whyOver().orElse("the build was interrupted")
                                        + " while it waited for its database or its JVM"),
                                List.of(),
                                Duration.ofNanos(System.nanoTime() - start)));
    }

    private RunResult make(RunRequest request) {
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
        if (budget.isOver()) {
            return new RunExit.NoAnswer(BUDGET_OVER); // neither a clone nor a JVM for a run that cannot end any more
        }
        RunResources prepared = ahead.take(request);
        try (RunResources place = prepared != null
                ? prepared
                : RunResources.open(launcher, clones, request.experiment().ownDatabases(), places)) {
            if (budget.isOver()) {
                return new RunExit.NoAnswer(BUDGET_OVER); // its database took all the time there was
            }
            RunExit exit = runSegments(request, place, answers);
            place.ended(request);
            Optional<String> full = disk.metBy(exit, answers.all(), places.folder());
            if (full.isPresent()) {
                answers.forget();
                return new RunExit.NoAnswer(full.get());
            }
            if (request.experiment().observed()) {
                answers.left(place.filesLeft());
            }
            return exit;
        }
    }

    private RunExit runSegments(RunRequest request, RunResources place, RunAnswers answers)
            throws IOException, InterruptedException {
        for (int i = 0; i < request.segments().size(); i++) {
            SegmentResult result = runSegment(request, i, place);
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

    private SegmentResult runSegment(RunRequest request, int number, RunResources place)
            throws IOException, InterruptedException {
        Segment segment = request.segments().get(number);
        if (launcher.recipe(segment) == null) {
            return new SegmentResult(new RunExit.NoAnswer("its JVM was Maven's own"), List.of());
        }
        if (request.experiment().observed()) {
            try (AgentJar agent = AgentJar.write(place.besideTheTemporaryFolder());
                    StartedFork fork = place.launchObserved(number, segment, agent)) {
                return runSegment(request, number, place, fork);
            }
        }
        try (StartedFork waiting = place.takeAhead(segment)) {
            if (waiting != null) {
                SegmentResult result = runSegment(request, number, place, waiting);
                if (waiting.wasTold()) {
                    return result;
                }
            }
        }
        try (StartedFork fork = place.launch(number, segment, List.of())) {
            return runSegment(request, number, place, fork);
        }
    }

    private SegmentResult runSegment(RunRequest request, int number, RunResources place, StartedFork fork)
            throws IOException, InterruptedException {
        Segment segment = request.segments().get(number);
        RerunOptions options = options(request);
        if (number + 1 < request.segments().size() && RunPrefetcher.isLikeOthers(request)) {
            Segment next = request.segments().get(number + 1);
            if (launcher.mayStartEarly(next)) {
                place.launchAhead(number + 1, next);
            }
        }
        BodyObserver told = request.kind() == RunKind.ALONE ? observer : BodyObserver.NONE;
        ObservedClone clone = new ObservedClone(place.clones().of(number), told);
        Duration limit = limits.of(segment.tests(), options.rounds());
        Duration left = budget.remaining();
        boolean budgetEndsFirst = left.compareTo(limit) < 0;
        SegmentResult result = new SegmentRun(
                        fork, segment.tests(), options, budgetEndsFirst ? left : limit, clone, budget)
                .execute(processes);
        return budgetEndsFirst && result.exit() instanceof RunExit.TimedOut
                ? result.endedAs(new RunExit.NoAnswer(BUDGET_ENDED))
                : result;
    }

    /** Ends the runs that are under way, and leaves no temporary file. Does nothing the second time. */
    @Override
    public void close() {
        processes.close();
        ahead.close();
        others.forEach(other -> other.ahead.close());
        fastForks.forEach(FastForks::close);
        try {
            if (Files.isDirectory(places.folder())) {
                Folders.delete(places.folder());
            }
        } catch (IOException e) {
            // A process that is just ending still writes there; the end of the session deletes the build's folder
            // around it.
            return;
        }
    }
}

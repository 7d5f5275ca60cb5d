package io.github.testhygiene.rerun.files;

import io.github.testhygiene.model.FileMode;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.LeftFiles;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.ObservedRun;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the files of a module from making runs depend on each other, as far as that harms nobody. What re-runs leave in the
 * build directory is undone before the next one, and runs that were under way at the same time are repeated with nothing else
 * running. What they leave elsewhere stays, and makes the results doubtful that it may have influenced. At the end the build
 * directory is as the user's own run left it. Where runs have private copies of the module, nothing in the module is undone.
 * Safe for use by several threads.
 *
 * @see ModuleFiles the rules
 */
public final class FileGuard implements AutoCloseable {

    private static final long WAIT_MILLIS = 1_000;

    private final ModuleFiles files;
    private final @Nullable ModuleCopies copies;
    private @Nullable Problem problem;
    private final RecurringFiles habits = new RecurringFiles();
    private final Set<Run> active = new HashSet<>();
    private boolean exclusive;
    private int waitingToBeAlone;
    private boolean changed;

    /** A run that is under way. */
    private static final class Run {
        private final Set<String> written = new HashSet<>();
        private final Set<String> doubts = new HashSet<>();
        private final RunRequest request;
        private final boolean byItself;
        private boolean disturbed;
        private @Nullable String unknown;

        Run(RunRequest request, boolean byItself) {
            this.request = request;
            this.byItself = byItself;
        }
    }

    /** How a run ended, and what it left. */
    private record Ended(RunResult result, List<FileChange> changes, boolean disturbed) {}

    /**
     * Guards the files of one module.
     *
     * @param places where they are
     * @param mode in which files re-runs work
     * @param warn is given one line if they cannot be watched or restored
     */
    public FileGuard(FilePlaces places, FileMode mode, Consumer<String> warn) {
        this.files = new ModuleFiles(places, warn);
        this.copies = mode == FileMode.COPY ? new ModuleCopies(places, ModuleCopies.Limits.DEFAULT) : null;
    }

    /**
     * Cleans up after an earlier build that was killed, and refuses a module that is too large for copies.
     *
     * @throws ProblemException if it is too large
     */
    public synchronized void prepare() {
        files.recover();
        if (copies != null) {
            copies.check();
        }
    }

    /** Remembers how the files are before the first test; does nothing the second time. */
    public synchronized void beforeTests() {
        if (copies != null && problem == null) {
            try {
                copies.take();
            } catch (ProblemException e) {
                problem = e.problem(); // a problem of re-runs, and not of the user's own tests
            }
        }
        files.beforeTests();
    }

    /**
     * Says why there are no private copies though they were asked for.
     *
     * @return empty if there are, or if nobody asked for them
     */
    public synchronized Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /**
     * The private copies in which re-runs work.
     *
     * @return empty if they work in the module's own folder
     */
    public Optional<ModuleCopies> copies() {
        return Optional.ofNullable(copies);
    }

    /**
     * Keeps what the user's own run has left in the build directory, and undoes it there. Does nothing the second time.
     *
     * @param recording the user's own run
     */
    public synchronized void beforeRuns(Recording recording) {
        files.afterTests(recording, copies == null);
    }

    /**
     * Says why the results of a test's re-runs are doubtful.
     *
     * @param id the test
     * @return a part of a sentence; empty if no file can have influenced them
     */
    public synchronized Optional<String> doubt(TestId id) {
        return files.doubt(id);
    }

    /**
     * The files outside the build directory that tests are proven to have left or changed.
     *
     * @return by test; what somebody else may have written is left out
     */
    public synchronized List<LeftFiles> leftFiles() {
        return files.leftFiles();
    }

    /**
     * The files outside the build directory that differ from how the first test found them, and of which the writer is not
     * known.
     *
     * @return their names, relative to the module
     */
    public synchronized List<String> changedByUnknown() {
        return files.changedByUnknown();
    }

    /**
     * Notes what a run has left in its private copy.
     *
     * @param request the run
     * @param changes by what the copy differs from how the first test found the module
     */
    synchronized void leftInCopy(RunRequest request, List<FileChange> changes) {
        files.leftInCopy(request, changes);
    }

    /**
     * Guards a runner's runs.
     *
     * @param runner executes the runs
     * @return a runner for several threads, as far as the given one is
     */
    public TestRunner guard(TestRunner runner) {
        return runner.guardedBy(this::run);
    }

    private RunResult run(RunRequest request, TestRunner runner) {
        if (copies != null) {
            return runner.run(request);
        }
        Ended ended = attempt(new Run(request, false), runner);
        if (ended.disturbed()) {
            ended = attempt(new Run(request, true), runner);
        }
        RunResult result = ended.result();
        if (!request.experiment().observed()) {
            return result;
        }
        ObservedRun seen = result.observed();
        List<LeakTrace> traces = new ArrayList<>(seen == null ? List.of() : seen.traces());
        traces.addAll(FileTraces.convert(ended.changes()));
        Set<String> classes = seen == null ? Set.of() : seen.classes();
        return new RunResult(
                result.exit(), result.outcomes(), result.duration(), result.again(), new ObservedRun(traces, classes));
    }

    private Ended attempt(Run run, TestRunner runner) {
        if (!begin(run)) {
            return new Ended(runner.run(run.request), List.of(), false); // the build is being interrupted
        }
        RunResult result;
        List<FileChange> changes = List.of();
        try {
            result = runner.run(run.request);
        } finally {
            changes = end(run);
        }
        if (run.unknown != null) {
            result = RunResult.of(new RunExit.NoAnswer(run.unknown), List.of(), Duration.ZERO);
        }
        return new Ended(result, changes, run.disturbed);
    }

    private synchronized boolean begin(Run run) {
        waitingToBeAlone += run.byItself ? 1 : 0;
        try {
            while (mustWait(run)) {
                wait(WAIT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waitingToBeAlone -= run.byItself ? 1 : 0;
            notifyAll();
        }
        exclusive = run.byItself;
        if (active.isEmpty()) {
            files.whileNothingRan();
        }
        run.doubts.addAll(files.standing(habits::isUsual));
        active.add(run);
        files.startsToRun(run.request.ids());
        return true;
    }

    private boolean mustWait(Run run) {
        if (active.isEmpty()) {
            return !run.byItself && waitingToBeAlone > 0;
        }
        return exclusive || run.byItself || changed || waitingToBeAlone > 0;
    }

    private synchronized List<FileChange> end(Run run) {
        try {
            return note(run);
        } catch (RuntimeException e) {
            run.unknown = "it is not known what it left in the module's files: " + e;
            return List.of();
        } finally {
            active.remove(run);
            exclusive = false;
            notifyAll();
        }
    }

    private List<FileChange> note(Run run) {
        ModuleFiles.Seen seen = files.whileTestsRan();
        for (Run each : active) {
            each.written.addAll(seen.written());
            each.doubts.addAll(files.writtenOutside(seen, each.request.ids()));
        }
        List<ModuleFiles.Change> own = seen.changes().stream()
                .filter(change -> run.written.contains(change.name()))
                .toList();
        if (run.request.tests().size() == 1) {
            habits.add(
                    run.request.ids().get(0),
                    own.stream().map(ModuleFiles.Change::name).toList());
        }
        List<ModuleFiles.Change> unusual =
                own.stream().filter(change -> !habits.isUsual(change.name())).toList();
        boolean inBuildDirectory = unusual.stream().anyMatch(ModuleFiles.Change::inBuildDirectory);
        changed |= inBuildDirectory;
        // By itself, a run also shows whether it was the one that wrote something outside.
        boolean writerUnknown =
                unusual.stream().anyMatch(change -> !change.inBuildDirectory() && !files.writerIsKnown(change.name()));
        if (active.size() > 1 && (inBuildDirectory || writerUnknown)) {
            active.forEach(each -> each.disturbed = true);
        }
        active.remove(run);
        files.ended(
                run.request,
                run.written,
                run.doubts,
                active.stream().flatMap(each -> each.request.ids().stream()).toList());
        if (active.isEmpty()) {
            files.undo();
            changed = false;
        }
        return unusual.stream().map(ModuleFiles.Change::named).toList();
    }

    /** Restores the files that the user's own run has left in the build directory. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (copies != null) {
            try {
                copies.close();
            } catch (IOException e) {
                files.warnOnce(e.toString());
            }
        }
        files.close(!active.isEmpty());
    }
}

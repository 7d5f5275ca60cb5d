package io.github.testhygiene.rerun;

import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.plan.Observed;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets every run find the module's files as the first test found them. A run that changes files is noticed, they are put
 * back before the next one, and runs that were under way at the same time are repeated with nothing else running. At the
 * end the files are as the user's own run left them. Safe for use by several threads.
 */
public final class FileGuard implements AutoCloseable {

    // Who writes so many files of one folder will write others there.
    private static final int FILES_OF_A_SERVER = 3;

    private final Path workingDirectory;
    private final Path folder;
    private final Set<Path> ignored;
    private final Consumer<String> warn;
    private final FileHabits habits = new FileHabits();
    private final Set<Run> active = new HashSet<>();
    private @Nullable ModuleFiles beforeTests;
    private @Nullable ModuleFiles afterTests;
    private boolean changed;
    private boolean warned;

    /** A run that is under way. */
    private static final class Run {
        private boolean disturbed;
    }

    /** How a run ended, and what it left. */
    private record Ended(RunResult result, List<FileChange> changes, boolean disturbed) {}

    /**
     * For one module.
     *
     * @param workingDirectory the folder in which its tests run
     * @param folder for copies, and for what is taken away; nobody else's
     * @param ignored what is not watched
     * @param warn told once if files cannot be watched or put back
     */
    public FileGuard(Path workingDirectory, Path folder, Set<Path> ignored, Consumer<String> warn) {
        this.workingDirectory = workingDirectory;
        this.folder = folder;
        this.ignored = Set.copyOf(ignored);
        this.warn = warn;
    }

    /** Remembers how the files are before the first test; does nothing the second time. */
    public synchronized void beforeTests() {
        if (beforeTests == null) {
            beforeTests = watch("before");
        }
    }

    /** Remembers how the user's own run has left the files, and puts them back to how it found them. */
    public synchronized void beforeRuns() {
        if (beforeTests != null && afterTests == null) {
            afterTests = watch("after");
            restore(beforeTests);
        }
    }

    private @Nullable ModuleFiles watch(String name) {
        try {
            ModuleFiles files = ModuleFiles.watch(workingDirectory, folder.resolve(name), ignored);
            files.notWatched().ifPresent(this::warnOnce);
            return files;
        } catch (IOException e) {
            warnOnce(e.toString());
            return null;
        }
    }

    private void warnOnce(String reason) {
        if (!warned) {
            warned = true;
            warn.accept("Files that tests leave in " + workingDirectory + " are not put back between runs: " + reason);
        }
    }

    /**
     * Watches over a runner.
     *
     * @param runner makes the runs
     * @return a runner for several threads, as far as the given one is
     */
    public TestRunner guard(TestRunner runner) {
        return new TestRunner() {
            @Override
            public RunResult run(RunRequest request) {
                return FileGuard.this.run(request, runner);
            }

            @Override
            public void prepare(RunRequest next) {
                runner.prepare(next);
            }

            @Override
            public void rest() {
                runner.rest();
            }
        };
    }

    private RunResult run(RunRequest request, TestRunner runner) {
        Ended ended = attempt(request, runner, false);
        if (ended.disturbed()) {
            ended = attempt(request, runner, true);
        }
        RunResult result = ended.result();
        if (!request.experiment().observed()) {
            return result;
        }
        Observed seen = result.observed();
        List<LeakTrace> traces = new ArrayList<>(seen == null ? List.of() : seen.traces());
        traces.addAll(FileTraces.of(ended.changes()));
        Set<String> classes = seen == null ? Set.of() : seen.classes();
        return new RunResult(
                result.exit(), result.outcomes(), result.duration(), result.again(), new Observed(traces, classes));
    }

    private Ended attempt(RunRequest request, TestRunner runner, boolean byItself) {
        Run run = new Run();
        if (!begin(run, byItself)) {
            return new Ended(runner.run(request), List.of(), false); // the build is being interrupted
        }
        RunResult result;
        List<FileChange> changes = List.of();
        try {
            result = runner.run(request);
        } finally {
            changes = end(run, request);
        }
        return new Ended(result, changes, run.disturbed);
    }

    private synchronized boolean begin(Run run, boolean byItself) {
        try {
            while (!active.isEmpty() && (byItself || changed)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (active.isEmpty()) {
            leaveOutWhatOthersWrite();
        }
        active.add(run);
        return true;
    }

    /** What changes while nothing runs is a server's or a person's: to put it back would do harm. */
    private void leaveOutWhatOthersWrite() {
        ModuleFiles files = beforeTests;
        ModuleFiles last = afterTests;
        if (files == null || last == null) {
            return;
        }
        try {
            Map<Path, Integer> folders = new HashMap<>();
            Set<Path> others = new HashSet<>();
            for (FileChange change : files.changes()) {
                others.add(change.path());
                Path folder = change.path().getParent();
                if (folder != null && folders.merge(folder, 1, Integer::sum) >= FILES_OF_A_SERVER) {
                    others.add(folder);
                }
            }
            files.leaveOut(others);
            last.leaveOut(others);
        } catch (IOException e) {
            warnOnce(e.toString());
        }
    }

    private synchronized List<FileChange> end(Run run, RunRequest request) {
        List<FileChange> changes = unusual(request);
        if (!changes.isEmpty()) {
            changed = true;
            if (active.size() > 1) {
                active.forEach(each -> each.disturbed = true);
            }
        }
        active.remove(run);
        ModuleFiles files = beforeTests;
        if (active.isEmpty() && files != null && afterTests != null) {
            restore(files);
            changed = false;
        }
        notifyAll();
        return changes;
    }

    /** What differs now, but for what nearly every run changes. */
    private List<FileChange> unusual(RunRequest request) {
        ModuleFiles files = beforeTests;
        if (files == null || afterTests == null) {
            return List.of();
        }
        try {
            List<FileChange> changes = files.changes();
            if (request.tests().size() == 1) {
                habits.add(
                        request.ids().get(0),
                        changes.stream().map(FileChange::name).toList());
            }
            return changes.stream()
                    .filter(change -> !habits.isUsual(change.name()))
                    .toList();
        } catch (IOException e) {
            warnOnce(e.toString());
            return List.of();
        }
    }

    private void restore(ModuleFiles files) {
        try {
            for (ModuleFiles.NotRestored each : files.restore()) {
                FileState now = each.change().after();
                if (now != null && now.kind() == FileState.Kind.FOLDER) {
                    continue; // it holds what is not watched, so it stays, and no test can mind
                }
                warnOnce(each.change().name() + ": " + each.reason());
            }
        } catch (IOException e) {
            warnOnce(e.toString());
        }
    }

    /** Puts the files back to how the user's own run left them. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (afterTests != null) {
            restore(afterTests);
        }
        boolean before = isKept(beforeTests);
        boolean after = isKept(afterTests);
        beforeTests = null;
        afterTests = null;
        if (!before && !after && Files.isDirectory(folder)) {
            try {
                Folders.delete(folder);
            } catch (IOException e) {
                warnOnce(e.toString());
            }
        }
    }

    /** Deletes the copies; tells whether something that was taken away stays. */
    private boolean isKept(@Nullable ModuleFiles files) {
        if (files == null) {
            return false;
        }
        Optional<Path> takenAway = files.takenAway();
        takenAway.ifPresent(place -> warn.accept("Files that appeared while tests were re-run lie in " + place));
        try {
            files.close();
        } catch (IOException e) {
            warnOnce(e.toString());
        }
        return takenAway.isPresent();
    }
}

package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs whose clone is made and whose JVM is launched while others are still going on. The JVM waits for its request, so a
 * run that was prepared for one test serves any other of the same recipe. Safe for use by several threads.
 */
public final class RunPrefetcher implements AutoCloseable {

    private static final long END_SECONDS = 2;

    private final int most;
    private final Function<Segment, RunResources> opening;
    private final Deque<Ahead> ready = new ArrayDeque<>();
    private final ExecutorService thread;
    private boolean closed;

    private record Ahead(int launch, CompletableFuture<RunResources> place) {}

    /**
     * None yet.
     *
     * @param most how many at a time
     * @param opening makes the place of a run and launches its first JVM; may throw
     */
    RunPrefetcher(int most, Function<Segment, RunResources> opening) {
        this.most = most;
        this.opening = opening;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread background = new Thread(work, "test-hygiene-ahead");
            background.setDaemon(true);
            return background;
        });
    }

    /** Whether a run can be prepared before it is known which tests it executes. */
    static boolean isLikeOthers(RunRequest request) {
        return !request.experiment().observed() && !request.experiment().ownDatabases();
    }

    /** Begins to prepare a run, and does not wait for it. */
    synchronized void prepare(RunRequest request) {
        if (closed || !isLikeOthers(request) || ready.size() >= most) {
            return;
        }
        Segment first = request.segments().get(0);
        ready.add(new Ahead(first.launch(), CompletableFuture.supplyAsync(() -> opening.apply(first), thread)));
    }

    /** A prepared run for a request; null if there is none, or if preparing it failed. */
    @Nullable
    RunResources take(RunRequest request) {
        CompletableFuture<RunResources> place =
                isLikeOthers(request) ? remove(request.segments().get(0).launch()) : null;
        try {
            return place == null ? null : place.join();
        } catch (CompletionException e) {
            return null; // the run itself will say what is in the way
        }
    }

    private synchronized @Nullable CompletableFuture<RunResources> remove(int launch) {
        for (Iterator<Ahead> all = ready.iterator(); all.hasNext(); ) {
            Ahead each = all.next();
            if (each.launch() == launch) {
                all.remove();
                return each.place();
            }
        }
        return null;
    }

    /** Gives back what was prepared: nothing comes for a while. */
    void rest() {
        synchronized (this) {
            giveAllBack();
        }
    }

    /** Under the lock: whoever closes this must not shut the thread down in between. */
    private void giveAllBack() {
        for (Ahead each = ready.poll(); each != null; each = ready.poll()) {
            CompletableFuture<RunResources> place = each.place();
            thread.execute(() -> giveBack(place)); // behind those who prepare it
        }
    }

    private static void giveBack(CompletableFuture<RunResources> place) {
        try {
            place.join().close();
        } catch (IOException | ProblemException | CompletionException e) {
            // The end of the session drops the database, and that of the runs deletes the folder.
        }
    }

    /** Prepares nothing more, and waits until what was prepared is given back. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            giveAllBack();
            thread.shutdown();
        }
        try {
            thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // what is being prepared ends with the processes and the session
        }
    }
}

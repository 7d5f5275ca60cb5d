package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes clones before they are asked for, in the background. As many are ready as were lately taken at a time, at most as
 * many as wanted. Safe for use by several threads.
 */
public final class ClonePrefetcher implements CloneSource, AutoCloseable {

    private static final long END_SECONDS = 2;

    private final CloneSource source;
    private final int most;
    private final Deque<CompletableFuture<DatabaseCoordinates>> ready = new ArrayDeque<>();
    private final ExecutorService thread;
    private boolean closed;

    /**
     * None yet: the first clone is made when it is asked for.
     *
     * @param source where clones come from
     * @param most how many may wait to be taken; at least 1
     */
    public ClonePrefetcher(CloneSource source, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one clone waits: " + most);
        }
        this.source = source;
        this.most = most;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread background = new Thread(work, "test-hygiene-clones");
            background.setDaemon(true);
            return background;
        });
    }

    @Override
    public String referenceName() {
        return source.referenceName();
    }

    @Override
    public DatabaseCoordinates take() {
        CompletableFuture<DatabaseCoordinates> next = next();
        if (next != null) {
            try {
                return next.join();
            } catch (CompletionException e) {
                // What was in the way may be gone; if not, the next line says what it is.
            }
        }
        return source.take();
    }

    private synchronized @Nullable CompletableFuture<DatabaseCoordinates> next() {
        CompletableFuture<DatabaseCoordinates> next = ready.poll();
        if (!closed && ready.size() < most) {
            ready.add(CompletableFuture.supplyAsync(source::take, thread));
        }
        return next;
    }

    @Override
    public void giveBack(DatabaseCoordinates clone) {
        source.giveBack(clone);
    }

    /** Gives back what nobody has taken. Does nothing the second time. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            for (CompletableFuture<DatabaseCoordinates> each = ready.poll(); each != null; each = ready.poll()) {
                CompletableFuture<DatabaseCoordinates> unused = each;
                thread.execute(() -> giveBack(unused));
            }
            thread.shutdown();
        }
        try {
            thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the end of the session drops what is left
        }
    }

    private void giveBack(CompletableFuture<DatabaseCoordinates> unused) {
        try {
            source.giveBack(unused.join());
        } catch (CompletionException | ProblemException e) {
            // The end of the session drops what is left and tells of it.
        }
    }
}

package io.github.testhygiene.fork;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Work that may come to nothing: it has a limited time, and whatever goes wrong in it stays there. */
final class TimeLimitedWork {

    /** Names begin like this in all threads of ours. */
    static final String THREADS = "test-hygiene-";

    private TimeLimitedWork() {}

    /**
     * Does some work in a thread of its own, which is given up when its time is over.
     *
     * @param milliseconds how long it may take
     * @param work what to do; is interrupted when its time is over
     * @return null if it failed, or was not done in time
     */
    static <T> @Nullable T call(long milliseconds, Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(result, work), THREADS + "observer");
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = Thread.interrupted();
        try {
            return result.get(milliseconds, TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            thread.interrupt();
            return null;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> void complete(CompletableFuture<T> result, Callable<T> work) {
        try {
            result.complete(work.call());
        } catch (Throwable e) {
            // Code of the project's may run here, and throw whatever it likes.
            result.completeExceptionally(e);
        }
    }
}

package io.github.testhygiene.postgres;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A time by which several calls, together, have to answer. */
final class Deadline {

    private final long end;

    Deadline(Duration fromNow) {
        this.end = System.nanoTime() + fromNow.toNanos();
    }

    /** The call's answer; empty if it throws, or does not answer in time. Then its thread, a daemon, is left alone. */
    <T> Optional<T> call(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task, "test-hygiene-probe");
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.ofNullable(task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            task.cancel(true);
        }
    }
}

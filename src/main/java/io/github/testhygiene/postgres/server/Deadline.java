package io.github.testhygiene.postgres.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A time by which several calls, together, have to answer. */
public final class Deadline {

    private final long end;

    Deadline(Duration fromNow) {
        this.end = System.nanoTime() + fromNow.toNanos();
    }

    /** The call's answer; empty if it throws, or does not answer by the deadline. */
    <T> Optional<T> call(Callable<T> call) {
        try {
            return Optional.ofNullable(await(call, Duration.ofNanos(Long.MAX_VALUE)));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    /**
     * The call's answer. A call that does not answer keeps its thread, which is a daemon.
     *
     * @param call what to do
     * @param ownLimit how long to wait at most, where the deadline is later
     * @throws ExecutionException if the call throws
     * @throws TimeoutException if it does not answer in time, or this thread is interrupted
     */
    <T> T await(Callable<T> call, Duration ownLimit) throws ExecutionException, TimeoutException {
        long nanos = Math.max(0, Math.min(ownLimit.toNanos(), end - System.nanoTime()));
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task, "test-hygiene-probe");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        } finally {
            task.cancel(true);
        }
    }
}

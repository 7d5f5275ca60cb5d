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

    /** The call's answer; empty if it throws, or does not answer by the deadline. */
    <T> Optional<T> call(Callable<T> call) {
        return call(call, Long.MAX_VALUE);
    }

    /** The same, waiting also no longer than a time of its own. */
    <T> Optional<T> call(Callable<T> call, Duration ownLimit) {
        return call(call, ownLimit.toNanos());
    }

    /** A call that does not answer keeps its thread, which is a daemon. */
    private <T> Optional<T> call(Callable<T> call, long ownNanos) {
        long nanos = Math.max(0, Math.min(ownNanos, end - System.nanoTime()));
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task, "test-hygiene-probe");
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.ofNullable(task.get(nanos, TimeUnit.NANOSECONDS));
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

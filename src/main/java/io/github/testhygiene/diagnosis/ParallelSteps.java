package io.github.testhygiene.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Does the same for several things, a few at a time.
 *
 * @param workers how many at a time; at least 1
 * @param interrupted called when the waiting thread is interrupted, so that what is under way ends soon
 */
record ParallelSteps(int workers, Runnable interrupted) {

    ParallelSteps {
        if (workers < 1) {
            throw new IllegalArgumentException("at least one worker is needed: " + workers);
        }
    }

    /** Does it for all, and waits until all are done. What one of them throws is thrown when all are done. */
    <T> void forEach(List<T> all, Consumer<T> step) {
        if (workers == 1 || all.size() < 2) {
            all.forEach(step);
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(workers, all.size()), work -> {
            Thread thread = new Thread(work, "test-hygiene-search");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> pending = new ArrayList<>();
            all.forEach(each -> pending.add(threads.submit(() -> step.accept(each))));
            awaitAll(pending);
        } finally {
            threads.shutdown();
        }
    }

    private void awaitAll(List<Future<?>> pending) {
        RuntimeException first = null;
        for (Future<?> each : pending) {
            try {
                await(each);
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void await(Future<?> each) {
        boolean wasInterrupted = false;
        while (true) {
            try {
                each.get();
                break;
            } catch (InterruptedException e) {
                wasInterrupted = true;
                interrupted.run();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

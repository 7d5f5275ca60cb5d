package io.github.testhygiene.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Makes runs, several at a time.
 *
 * @param runner who makes them; called from several threads
 * @param workers how many at a time; at least 1
 * @param log where they are noted
 */
public record RunPool(TestRunner runner, int workers, RunLog log) {

    /** Checks the number of workers. */
    public RunPool {
        if (workers < 1) {
            throw new IllegalArgumentException("at least one worker is needed: " + workers);
        }
    }

    /**
     * Makes runs until none is left or it is time to stop, and waits for those that were begun.
     *
     * @param queue the runs; safe for use by several threads
     * @param goOn asked before each run
     * @param done told of each run, from the thread that made it
     */
    public void drain(Queue<RunRequest> queue, BooleanSupplier goOn, Consumer<CompletedRun> done) {
        ExecutorService threads = Executors.newFixedThreadPool(workers, work -> {
            Thread thread = new Thread(work, "test-hygiene-rerun");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> pending = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                pending.add(threads.submit(() -> work(queue, goOn, done)));
            }
            for (Future<?> each : pending) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
            runner.rest();
        }
    }

    private void work(Queue<RunRequest> queue, BooleanSupplier goOn, Consumer<CompletedRun> done) {
        while (goOn.getAsBoolean()) {
            RunRequest next = queue.poll();
            if (next == null) {
                return;
            }
            RunRequest following = queue.peek();
            if (following != null) {
                runner.prepare(following);
            }
            done.accept(log.make(next, runner));
        }
    }
}

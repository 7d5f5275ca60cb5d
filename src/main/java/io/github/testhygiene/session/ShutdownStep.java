package io.github.testhygiene.session;

import io.github.testhygiene.model.ProblemException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One thing to end, in a thread of its own, so that it can neither fail nor block the others. */
final class ShutdownStep {

    private final ShutdownPhase phase;
    private final String what;
    private final FutureTask<Boolean> task;

    ShutdownStep(ShutdownPhase phase, String what, Runnable action) {
        this.phase = phase;
        this.what = what;
        this.task = new FutureTask<>(action, true);
    }

    ShutdownPhase phase() {
        return phase;
    }

    void start() {
        Thread thread = new Thread(task, "test-hygiene-end-of-" + phase);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits for the step, also on a thread that is interrupted, which stays so.
     *
     * @param deadlineNanos how long, by {@code System.nanoTime()}
     * @return a sentence if it failed, or has not ended by then
     */
    Optional<String> join(long deadlineNanos) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    task.get(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
                    return Optional.empty();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException e) {
            return Optional.of("The end of " + what + " took too long and was not awaited.");
        } catch (ExecutionException e) {
            return Optional.of("The end of " + what + " failed: " + text(e));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String text(ExecutionException failed) {
        Throwable cause = failed.getCause();
        return cause instanceof ProblemException e ? e.problem().text() : String.valueOf(cause);
    }
}

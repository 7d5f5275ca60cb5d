package io.github.testhygiene.rerun.run;

import io.github.testhygiene.plan.TimeBudget;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for work no longer than the time budget and a few seconds: a server that copies a large database, or does not answer
 * at all, holds the work but not those who asked for it. Safe for use by several threads.
 */
public final class BudgetedWait {

    /** How long work that was under way when the budget ended may take to end. */
    static final Duration GRACE = Duration.ofSeconds(3);

    /** The same for work that begins later: something is given back. */
    private static final Duration LATE = Duration.ofSeconds(1);

    /** How often it is asked whether the budget is over, which an interrupted build ends before its time. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final TimeBudget budget;
    private final Duration grace;

    BudgetedWait(TimeBudget budget) {
        this(budget, GRACE);
    }

    /**
     * With another patience.
     *
     * @param budget how long all work may take
     * @param grace how long work may take to end after that
     */
    BudgetedWait(TimeBudget budget, Duration grace) {
        this.budget = budget;
        this.grace = grace;
    }

    /**
     * Does work in a thread of its own.
     *
     * @param work its result is ignored if it comes too late; it goes on then, and has to give back what it has taken
     * @param tooLate what is returned in its place then
     * @param <T> what the work results in
     * @return the result of one of them
     * @throws RuntimeException what the work has thrown
     */
    <T> T call(Supplier<T> work, Supplier<T> tooLate) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, Thread.currentThread().getName() + "-waits");
        thread.setDaemon(true);
        thread.start();
        Patience patience = new Patience(budget.isOver() ? LATE : grace);
        boolean interrupted = false;
        try {
            while (!patience.isOver()) {
                try {
                    return task.get(LOOK.toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    if (budget.isOver()) {
                        patience.begin();
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                    thread.interrupt(); // the work itself knows how to end early
                    patience.begin();
                }
            }
            return tooLate.get(); // the work goes on: it gives back what it has got
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** How long it is still waited once nothing but the end is expected. */
    private static final class Patience {
        private final Duration limit;
        private boolean begun;
        private long sinceNanos;

        Patience(Duration limit) {
            this.limit = limit;
        }

        void begin() {
            if (!begun) {
                begun = true;
                sinceNanos = System.nanoTime();
            }
        }

        boolean isOver() {
            return begun && System.nanoTime() - sinceNanos >= limit.toNanos();
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception
                ? exception
                : new IllegalStateException("a supplier throws no checked exception", cause);
    }
}

package io.github.testhygiene.check;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something once a second until it is closed. */
public final class PeriodicTask implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "test-hygiene-progress");
        thread.setDaemon(true);
        return thread;
    });

    private PeriodicTask() {}

    static PeriodicTask everySecond(Runnable action) {
        PeriodicTask ticking = new PeriodicTask();
        var unused = ticking.clock.scheduleAtFixedRate(action, 1, 1, TimeUnit.SECONDS);
        return ticking;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

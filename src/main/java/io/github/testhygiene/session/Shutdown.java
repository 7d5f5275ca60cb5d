package io.github.testhygiene.session;

import io.github.testhygiene.advice.SessionAdvice;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.postgres.server.ShutdownActions;
import io.github.testhygiene.postgres.server.ShutdownActions.Registration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The only owner of ends in a Maven session, and of the plugin's only shutdown hook: whatever has to be ended is registered
 * here with its {@link ShutdownPhase}. The phases run in order, once, and in the same way whether the build succeeded, failed, or was
 * interrupted by SIGINT or SIGTERM; only then, when there are seconds for everything, databases are dropped while the report
 * is being written. The steps of a phase run at the same time; one that fails or takes too long is logged and
 * keeps no other from running. Afterwards no hook is left, since the JVM may live on.
 */
public final class Shutdown implements AutoCloseable {

    private static final Duration JOIN_WHEN_INTERRUPTED = Duration.ofSeconds(5);
    private static final Duration JOIN = Duration.ofMinutes(6);

    private final Set<ShutdownStep> steps = new LinkedHashSet<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(() -> end(BuildEnd.INTERRUPTED), "test-hygiene-end");
    private final Consumer<String> warn;
    private boolean begun;

    private Shutdown(Consumer<String> warn) {
        this.warn = warn;
    }

    /**
     * Registers the JVM's hook.
     *
     * @param warn takes a sentence for each step that failed
     * @return the owner of ends; its {@link #close()} removes the hook
     * @throws ProblemException if the JVM is ending already
     */
    public static Shutdown begin(Consumer<String> warn) {
        Shutdown shutdown = new Shutdown(warn);
        try {
            Runtime.getRuntime().addShutdownHook(shutdown.hook);
        } catch (IllegalStateException jvmIsEnding) {
            throw new ProblemException(SessionAdvice.buildIsEnding(), jvmIsEnding);
        }
        return shutdown;
    }

    /**
     * Registers a step. If the end has begun already, runs the step at once.
     *
     * @param phase when it runs
     * @param what what it ends, as a noun for a message
     * @param step ends it
     * @return the registration, to be cancelled by an owner that has ended it by itself
     * @throws ProblemException if the end has begun
     */
    public Registration register(ShutdownPhase phase, String what, Runnable step) {
        ShutdownStep registered = new ShutdownStep(phase, what, step);
        synchronized (steps) {
            if (!begun) {
                steps.add(registered);
                return () -> cancel(registered);
            }
        }
        step.run();
        throw new ProblemException(SessionAdvice.buildIsEnding());
    }

    /**
     * The port for packages that register steps of one phase.
     *
     * @param phase when their steps run
     * @return takes their steps
     */
    public ShutdownActions in(ShutdownPhase phase) {
        return (what, step) -> register(phase, what, step);
    }

    private void cancel(ShutdownStep step) {
        synchronized (steps) {
            steps.remove(step);
        }
    }

    /** Runs all phases, or waits until they have been run, and removes the hook. Throws nothing. */
    @Override
    public void close() {
        end(BuildEnd.REGULAR);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException jvmIsEnding) {
            warn.accept("The build was interrupted.");
        }
    }

    private void end(BuildEnd how) {
        if (!isFirst()) {
            joined(how == BuildEnd.INTERRUPTED ? JOIN_WHEN_INTERRUPTED : JOIN);
            return;
        }
        long beginNanos = System.nanoTime();
        run(ShutdownPhase.RUNS, how, beginNanos);
        List<ShutdownStep> report = start(ShutdownPhase.REPORT);
        if (how == BuildEnd.REGULAR) {
            join(report, ShutdownPhase.REPORT, how, beginNanos);
        }
        run(ShutdownPhase.RECORDING, how, beginNanos);
        run(ShutdownPhase.DATABASES, how, beginNanos);
        if (how == BuildEnd.INTERRUPTED) {
            join(report, ShutdownPhase.REPORT, how, beginNanos);
        }
        run(ShutdownPhase.SERVERS, how, beginNanos);
        run(ShutdownPhase.FILES, how, beginNanos);
        over.countDown();
    }

    private boolean isFirst() {
        synchronized (steps) {
            boolean first = !begun;
            begun = true;
            return first;
        }
    }

    private void joined(Duration limit) {
        try {
            if (!over.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                warn.accept("The end of the build took longer than " + limit.toSeconds() + " s.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(ShutdownPhase phase, BuildEnd how, long beginNanos) {
        join(start(phase), phase, how, beginNanos);
    }

    private List<ShutdownStep> start(ShutdownPhase phase) {
        List<ShutdownStep> started = new ArrayList<>(steps(phase));
        started.forEach(ShutdownStep::start);
        return started;
    }

    private void join(List<ShutdownStep> started, ShutdownPhase phase, BuildEnd how, long beginNanos) {
        long deadlineNanos = phase.deadlineNanos(how, beginNanos, System.nanoTime());
        started.forEach(step -> step.join(deadlineNanos).ifPresent(warn));
    }

    private List<ShutdownStep> steps(ShutdownPhase phase) {
        synchronized (steps) {
            return steps.stream().filter(step -> step.phase() == phase).toList();
        }
    }
}

package io.github.testhygiene.rerun;

import io.github.testhygiene.model.ClusterChange;
import io.github.testhygiene.model.ClusterChanges;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import io.github.testhygiene.postgres.ClusterWatch;
import io.github.testhygiene.postgres.PostgresServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets every run find the server outside its database as the first test found it: roles, settings, tablespaces, prepared
 * transactions, slots, subscriptions. What a run changed is put back before the next one; runs that were under way at the
 * same time are repeated with nothing else running; a run before which it cannot be put back gives no answer. Safe for use
 * by several threads.
 */
public final class ClusterGuard implements AutoCloseable {

    private static final int NAMED = 3;

    private final PostgresServer server;
    private final BooleanSupplier othersTest;
    private final Consumer<String> warn;
    private final Set<Run> active = new HashSet<>();
    private final Map<TestId, List<ClusterChange>> byTest = new HashMap<>();
    private List<ClusterChange> byRun = List.of();
    private @Nullable ClusterWatch watch;
    private boolean changed;
    private boolean byItself;

    /** A run that is under way. */
    private static final class Run {
        private boolean disturbed;
    }

    /**
     * For one module.
     *
     * @param server the server
     * @param othersTest whether another module's own tests may be using the server now, so that nothing may be put back
     * @param warn called with a sentence if the server cannot be watched
     */
    public ClusterGuard(PostgresServer server, BooleanSupplier othersTest, Consumer<String> warn) {
        this.server = server;
        this.othersTest = othersTest;
        this.warn = warn;
    }

    /** Remembers how the server is before the first test; does nothing the second time. */
    public synchronized void beforeTests() {
        if (watch == null) {
            try {
                watch = ClusterWatch.begin(server);
            } catch (SQLException e) {
                warn.accept("Changes that tests make to the server outside their database are not noticed: "
                        + e.getMessage());
            }
        }
    }

    /** Notes what the user's own run has left. */
    public synchronized void beforeRuns() {
        if (watch != null) {
            try {
                byRun = watch.changes(true);
            } catch (SQLException e) {
                warn.accept("What the tests left on the server is not known: " + e.getMessage());
            }
        }
    }

    /**
     * What tests left, as far as it was seen by now.
     *
     * @return what runs of one test alone left, and what the user's own run left
     */
    public synchronized ClusterChanges left() {
        return new ClusterChanges(byTest, byRun);
    }

    /**
     * Watches over a runner.
     *
     * @param runner makes the runs
     * @return a runner for several threads, if the given one is
     */
    public TestRunner guard(TestRunner runner) {
        return new TestRunner() {
            @Override
            public RunResult run(RunRequest request) {
                return ClusterGuard.this.run(request, runner);
            }

            @Override
            public void prepare(RunRequest next) {
                runner.prepare(next);
            }

            @Override
            public void rest() {
                runner.rest();
            }
        };
    }

    private RunResult run(RunRequest request, TestRunner runner) {
        Run run = new Run();
        RunResult result = attempt(request, runner, run, false);
        return run.disturbed ? attempt(request, runner, new Run(), true) : result;
    }

    private RunResult attempt(RunRequest request, TestRunner runner, Run run, boolean alone) {
        String obstacle;
        try {
            obstacle = begin(run, alone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return noAnswer(Interruption.EXIT);
        }
        if (obstacle != null) {
            return noAnswer(new RunExit.NoAnswer(obstacle));
        }
        String unknown = null;
        RunResult result;
        try {
            result = runner.run(request);
        } finally {
            unknown = end(run, request, alone);
        }
        return unknown == null ? result : noAnswer(new RunExit.NoAnswer(unknown));
    }

    private static RunResult noAnswer(RunExit exit) {
        return RunResult.of(exit, List.of(), Duration.ZERO);
    }

    /** Waits until the run may begin. Returns why it must not; null if it may. */
    private synchronized @Nullable String begin(Run run, boolean alone) throws InterruptedException {
        while (!active.isEmpty() && (alone || byItself || changed)) {
            wait();
        }
        if (active.isEmpty()) {
            String obstacle = restore();
            if (obstacle != null) {
                return obstacle;
            }
        }
        active.add(run);
        byItself = alone;
        return null;
    }

    private @Nullable String restore() {
        ClusterWatch server = watch;
        if (server == null) {
            return null;
        }
        try {
            List<ClusterChange> left = othersTest.getAsBoolean() ? server.changes(true) : server.restore();
            changed = false;
            return left.isEmpty() ? null : "the server is not as it was before the first test: " + some(left);
        } catch (SQLException e) {
            return unknown(e);
        }
    }

    private static String some(List<ClusterChange> left) {
        String named = left.stream()
                .limit(NAMED)
                .map(each -> each.what() + " (" + each.undo() + ")")
                .collect(Collectors.joining(", "));
        return left.size() > NAMED ? named + " and " + (left.size() - NAMED) + " more" : named;
    }

    private static String unknown(SQLException e) {
        return "it is not known whether the server is as it was before the first test: " + e.getMessage();
    }

    /** Notes what a run left. Returns why its answer does not count; null if it does, or if the run will be repeated. */
    private synchronized @Nullable String end(Run run, RunRequest request, boolean alone) {
        String problem = null;
        ClusterWatch server = watch;
        if (server != null) {
            try {
                note(run, request, server.changes(active.size() == 1));
            } catch (SQLException e) {
                problem = unknown(e);
            }
        }
        active.remove(run);
        byItself &= !alone;
        notifyAll();
        return problem;
    }

    private void note(Run run, RunRequest request, List<ClusterChange> left) {
        if (left.isEmpty()) {
            return;
        }
        changed = true;
        if (active.size() > 1) {
            active.forEach(each -> each.disturbed = true);
        } else if (!run.disturbed
                && request.tests().size() == 1
                && server.provider() != Provider.EXTERNAL) { // where it may have been anybody
            // Whatever another one left that ended meanwhile was noticed at that end, so this is its own.
            List<ClusterChange> known = byTest.computeIfAbsent(request.ids().get(0), id -> new ArrayList<>());
            left.stream().filter(each -> !known.contains(each)).forEach(known::add);
        }
    }

    /** Puts the server back, if it is ours, and ends the watch. Does nothing the second time. */
    @Override
    public synchronized void close() {
        ClusterWatch server = watch;
        watch = null;
        if (server == null) {
            return;
        }
        try (server) {
            if (!othersTest.getAsBoolean()) {
                server.restore();
            }
        } catch (SQLException e) {
            warn.accept("The server could not be put back to what it was before the tests: " + e.getMessage());
        }
    }
}

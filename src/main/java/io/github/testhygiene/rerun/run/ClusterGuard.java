package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.ClusterChange;
import io.github.testhygiene.model.ClusterChanges;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import io.github.testhygiene.postgres.database.ClusterWatch;
import io.github.testhygiene.postgres.server.PostgresServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets every run find the server outside its database as the first test found it: roles, settings, tablespaces, prepared
 * transactions, slots, subscriptions. What a run changed is put back before the next one; runs that were under way at the
 * same time are repeated with nothing else running; a run before which it cannot be put back gives no answer. What others
 * may have changed stays as it is: runs that were under way give no answer, and later ones are compared with it. Safe for
 * use by several threads.
 */
public final class ClusterGuard implements AutoCloseable {

    private static final int NAMED = 3;

    /** The end of the build notifies those who wait; this is for an end that did not come so far. */
    private static final long WAIT_MILLIS = 1_000;

    private final PostgresServer server;
    private final OtherModules others;
    private final Consumer<String> warn;
    private final Set<Run> active = new HashSet<>();
    private final Map<TestId, List<ClusterChange>> byTest = new HashMap<>();
    private List<ClusterChange> byRun = List.of();
    private @Nullable ClusterWatch watch;
    private boolean begun;
    private boolean closed;
    private boolean changed;
    private boolean byItself;
    private boolean warned;
    private int othersBegun;
    private boolean othersUse;
    private boolean othersChanged;
    private boolean everUsedByOthers;

    /** A run that is under way. */
    private static final class Run {
        private boolean disturbed;
        private @Nullable String doubt;
    }

    /**
     * For one module.
     *
     * @param server the server
     * @param others the modules that use the same server; what they may have changed is not put back
     * @param warn called with a sentence if the server cannot be watched, or others have changed it
     */
    public ClusterGuard(PostgresServer server, OtherModules others, Consumer<String> warn) {
        this.server = server;
        this.others = others;
        this.warn = warn;
    }

    /** Remembers how the server is before the first test; does nothing the second time. */
    public synchronized void beforeTests() {
        if (!begun) {
            begun = true; // a later state is not the one before the first test
            try {
                mayBeOthers();
                watch = ClusterWatch.begin(server);
                othersChanged = false;
                everUsedByOthers = false;
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
                boolean unknownWhose = mayBeOthers();
                List<ClusterChange> changes = unknownWhose ? List.of() : watch.changes(true);
                synchronized (byTest) {
                    byRun = changes;
                }
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
    public ClusterChanges left() {
        synchronized (byTest) { // not this: a run may wait for the server
            return new ClusterChanges(byTest, byRun);
        }
    }

    /**
     * Watches over a runner.
     *
     * @param runner makes the runs
     * @return a runner for several threads, if the given one is
     */
    public TestRunner guard(TestRunner runner) {
        return runner.guardedBy(this::run);
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
            if (closed) {
                return Interruption.EXIT.reason();
            }
            wait(WAIT_MILLIS);
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
        others.beginning().lock();
        try {
            String obstacle = restore(server);
            changed = false;
            return obstacle;
        } catch (SQLException e) {
            return unknown(e);
        } finally {
            others.beginning().unlock();
        }
    }

    private @Nullable String restore(ClusterWatch watched) throws SQLException {
        if (mayBeOthers()) {
            watched.rebase();
            othersChanged = false;
            return null;
        }
        List<ClusterChange> left = watched.restore(others.databases());
        if (left.isEmpty()) {
            return null;
        }
        // What is in a database of ours goes away with it; only what is elsewhere stays for all later runs.
        if (server.provider() != Provider.EXTERNAL || watched.changes(false).isEmpty()) {
            return "the server is not as it was before the first test: " + some(left);
        }
        if (!warned) {
            warned = true;
            warn.accept(
                    "Your server was changed outside the tests' database, by a test or by another user. It stays as it"
                            + " is, and re-runs may be influenced: " + some(left));
        }
        watched.rebase();
        return null;
    }

    /** Whether other modules may have changed the server since it was last compared with its state. */
    private boolean mayBeOthers() {
        boolean use = others.useTheServer();
        int number = others.begun();
        othersChanged |= use || othersUse || number != othersBegun;
        everUsedByOthers |= othersChanged;
        othersUse = use;
        othersBegun = number;
        return othersChanged;
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
        try {
            if (watch != null) {
                boolean unknownWhose = mayBeOthers() || server.provider() == Provider.EXTERNAL;
                note(run, request, watch.changes(active.size() == 1 && !unknownWhose), unknownWhose);
            }
            return run.doubt;
        } catch (SQLException e) {
            return unknown(e);
        } catch (RuntimeException e) {
            return "it is not known whether the server is as it was before the first test: " + e;
        } finally {
            active.remove(run);
            byItself &= !alone;
            notifyAll();
        }
    }

    private void note(Run run, RunRequest request, List<ClusterChange> left, boolean unknownWhose) {
        if (left.isEmpty()) {
            return;
        }
        changed = true;
        if (unknownWhose) {
            String doubt = "the server was changed meanwhile, and it is not known by whom: " + some(left);
            active.forEach(each -> each.doubt = doubt);
        } else if (active.size() > 1) {
            active.forEach(each -> each.disturbed = true);
        } else if (!run.disturbed && request.tests().size() == 1) {
            // Whatever another one left that ended meanwhile was noticed at that end, so this is its own.
            synchronized (byTest) {
                List<ClusterChange> known = byTest.computeIfAbsent(request.ids().get(0), id -> new ArrayList<>());
                left.stream().filter(each -> !known.contains(each)).forEach(known::add);
            }
        }
    }

    /** Puts the server back, if it is ours, and ends the watch. Does nothing the second time. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        ClusterWatch server = watch;
        watch = null;
        if (server == null) {
            return;
        }
        others.beginning().lock();
        try (server) {
            mayBeOthers();
            if (!everUsedByOthers) {
                server.restore(others.databases());
            }
        } catch (SQLException e) {
            warn.accept("The server could not be put back to what it was before the tests: " + e.getMessage());
        } finally {
            others.beginning().unlock();
        }
    }
}

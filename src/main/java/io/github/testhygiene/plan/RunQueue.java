package io.github.testhygiene.plan;

import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import java.time.Duration;
import java.util.AbstractQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The runs still to be made, those first that may be expected to show most for their time.
 *
 * <ol>
 *   <li>Tests that have failed in an order, alone, since there is no verdict without that; then those that may be brittle,
 *       unless they are so many that they take more than a tenth of the time.
 *   <li>The order that is worth most, and the run of everything twice, which repeats the reference order.
 *   <li>Everything else by worth per second. If the time is enough for everything, orders before single tests and the
 *       longest first, so that no worker is busy long after the others.
 * </ol>
 *
 * An order and its reverse follow each other. What runs show changes what the others are worth. Safe for use by several
 * threads.
 */
public final class RunQueue extends AbstractQueue<RunRequest> {

    /** The share of the time that the runs may take at most to be called enough: the other half confirms and searches. */
    private static final double ENOUGH = 0.5;

    private static final double FOR_BRITTLE_SUSPECTS = 0.1;

    /** So many orders are compared; of a thousand random ones none is better than the next. */
    private static final int COMPARED = 16;

    private final RunWorth worth;
    private final RunCosts costs;
    private final Map<TestId, TestId> firstOfUnit = new HashMap<>();
    private final Map<TestId, RunRequest> urgent = new LinkedHashMap<>();
    private final Map<TestId, RunRequest> alone = new LinkedHashMap<>();
    private final List<RunRequest> orders = new ArrayList<>();
    private final boolean enough;
    private int ordersTaken;
    private @Nullable String promised;
    private @Nullable RunRequest best;
    private double bestRate;

    /**
     * With runs.
     *
     * @param planned the runs, in any sequence
     * @param suite the tests
     * @param recording the reference run
     * @param time how much time there is
     * @param workers how many runs are made at a time; at least 1
     */
    public RunQueue(List<RunRequest> planned, Suite suite, Recording recording, Duration time, int workers) {
        this.worth = new RunWorth(suite.units(), recording);
        this.costs = new RunCosts(recording);
        double seconds = time.toMillis() / 1e3 * workers;
        this.enough = planned.stream().mapToDouble(costs::seconds).sum() <= ENOUGH * seconds;
        List<RunRequest> single = new ArrayList<>();
        for (RunRequest request : planned) {
            if (request.kind() == RunKind.ALONE) {
                request.ids().stream().skip(1).forEach(id -> firstOfUnit.put(id, key(request)));
            }
            (request.kind() == RunKind.ALONE ? single : orders).add(request);
        }
        addAlone(single, FOR_BRITTLE_SUSPECTS * seconds);
    }

    private void addAlone(List<RunRequest> single, double secondsForSuspects) {
        Comparator<RunRequest> byRate = Comparator.comparingDouble(this::rate);
        Comparator<RunRequest> byTime = Comparator.comparingDouble(costs::seconds);
        double left = secondsForSuspects;
        List<RunRequest> sorted = new ArrayList<>(single);
        sorted.sort(byRate.reversed());
        List<RunRequest> later = new ArrayList<>();
        for (RunRequest request : sorted) {
            left -= worth.isOfBrittleSuspect(request) ? costs.seconds(request) : 0;
            boolean first = worth.isOfBrittleSuspect(request) && left >= 0;
            if (first) {
                urgent.put(key(request), request);
            } else {
                later.add(request);
            }
        }
        if (enough) {
            later.sort(byTime.reversed());
        }
        later.forEach(request -> alone.put(key(request), request));
    }

    private static TestId key(RunRequest alone) {
        return alone.segments().get(0).tests().get(0).id();
    }

    private double rate(RunRequest request) {
        return worth.of(request) / costs.seconds(request);
    }

    /**
     * Takes note of what a run has shown: who has failed is worth no order any more, and is to be run alone.
     *
     * @param run a run that was made
     */
    public synchronized void note(CompletedRun run) {
        if (worth.note(run)) {
            best = null;
        }
        for (TestOutcome outcome : run.result().outcomes().values()) {
            TestId unit = firstOfUnit.getOrDefault(outcome.id(), outcome.id());
            RunRequest needed = outcome.failed() ? alone.remove(unit) : null;
            if (needed != null) {
                urgent.put(unit, needed);
            }
        }
    }

    @Override
    public synchronized boolean offer(RunRequest request) {
        if (request.kind() == RunKind.ALONE) {
            alone.put(key(request), request);
        } else {
            orders.add(request);
            best = null;
        }
        return true;
    }

    @Override
    public synchronized @Nullable RunRequest peek() {
        RunRequest partner = named(promised);
        if (partner != null) {
            return partner;
        }
        RunRequest next = first(urgent).orElse(null);
        if (next != null) {
            return next;
        }
        RunRequest order = nextOrder();
        RunRequest single = first(alone).orElse(null);
        if (order == null || single == null) {
            return order == null ? single : order;
        }
        return enough || ordersTaken < 2 || bestRate >= rate(single) ? order : single;
    }

    private @Nullable RunRequest nextOrder() {
        if (ordersTaken > 0) {
            for (RunRequest order : orders) {
                if (order.kind() == RunKind.TWICE) {
                    return order;
                }
            }
        }
        if (best == null) {
            best = orders.stream()
                    .filter(order -> order.kind() != RunKind.TWICE || orders.size() == 1)
                    .filter(order -> !follows(order))
                    .limit(COMPARED)
                    .max(Comparator.comparingDouble(this::rate))
                    .orElse(orders.isEmpty() ? null : orders.get(0));
            bestRate = best == null ? 0 : rate(best);
        }
        return best;
    }

    /** Whether an order is the reverse of another one that is still to be made. */
    private boolean follows(RunRequest order) {
        String label = order.label();
        return label.endsWith(RunPlanner.REVERSED)
                && named(label.substring(0, label.length() - RunPlanner.REVERSED.length())) != null;
    }

    private @Nullable RunRequest named(@Nullable String label) {
        return label == null
                ? null
                : orders.stream()
                        .filter(order -> order.label().equals(label))
                        .findFirst()
                        .orElse(null);
    }

    private static Optional<RunRequest> first(Map<TestId, RunRequest> requests) {
        return requests.values().stream().findFirst();
    }

    @Override
    public synchronized @Nullable RunRequest poll() {
        RunRequest next = peek();
        if (next != null) {
            remove(next);
            if (next.kind() != RunKind.ALONE) {
                ordersTaken++;
                promised = next.label() + RunPlanner.REVERSED;
            }
        }
        return next;
    }

    @Override
    public synchronized boolean remove(Object request) {
        if (!(request instanceof RunRequest run)) {
            return false;
        }
        if (run.kind() == RunKind.ALONE) {
            return urgent.remove(key(run), run) || alone.remove(key(run), run);
        }
        best = null;
        return orders.remove(run);
    }

    /** The runs as they are now; it does not follow what happens meanwhile, and cannot remove. */
    @Override
    public synchronized Iterator<RunRequest> iterator() {
        List<RunRequest> all = new ArrayList<>(urgent.values());
        all.addAll(orders);
        all.addAll(alone.values());
        return List.copyOf(all).iterator();
    }

    @Override
    public synchronized int size() {
        return urgent.size() + alone.size() + orders.size();
    }
}

package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.RunLog;
import io.github.testhygiene.plan.RunPool;
import io.github.testhygiene.plan.RunQueue;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.TestRunner;
import io.github.testhygiene.plan.TimeBudget;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Makes the planned runs, several at a time, and confirms what looks suspicious, one run at a time with nothing else on
 * the machine. Planned runs are held back as soon as the rest of the budget is needed for confirming.
 */
public final class IsolationCheck {

    private final Suite suite;
    private final TestRunner runner;
    private final int workers;
    private final TimeBudget budget;
    private final RunLog log;
    private final Set<TestId> breaksItsJvm = ConcurrentHashMap.newKeySet();
    private final Set<RunRequest> asked = new HashSet<>();
    private Queue<RunRequest> queue = new ArrayDeque<>();
    private Consumer<CompletedRun> noted = run -> {};
    private final ReservedTime reserved = new ReservedTime();

    /**
     * For one suite.
     *
     * @param suite the tests
     * @param runner makes the runs; called from several threads
     * @param workers how many runs at a time; at least 1
     * @param budget the time there is
     * @param log holds the reference run already, and will hold every run
     */
    public IsolationCheck(Suite suite, TestRunner runner, int workers, TimeBudget budget, RunLog log) {
        this.suite = suite;
        this.runner = runner;
        this.workers = workers;
        this.budget = budget;
        this.log = log;
    }

    /**
     * Plans runs; nothing is made yet.
     *
     * @param planned the runs; each time the one is made that is worth most then
     */
    public void plan(RunQueue planned) {
        queue = planned;
        noted = planned::note;
    }

    /**
     * Makes planned runs, as long as there is time for them beside what their failures will cost; afterwards the log says
     * it all.
     *
     * @return whether planned runs are left, and time
     */
    public boolean execute() {
        RunPool pool = new RunPool(runner, workers, log);
        int made;
        do {
            made = log.runs().size();
            reserved.repeated();
            pool.drain(queue, this::timeForMore, this::note);
            confirmAll();
        } while (!queue.isEmpty() && log.runs().size() > made && !isOver());
        reserved.searched();
        return !queue.isEmpty() && !isOver();
    }

    /**
     * Whether runs that others made have shown something that is to be confirmed.
     *
     * @return true if so, and if there is time
     */
    public boolean isSuspicious() {
        return !isOver()
                && nextConfirmation(SuiteOutcomes.of(suite, log.runs())).isPresent();
    }

    private Optional<RunRequest> nextConfirmation(SuiteOutcomes facts) {
        return new ConfirmationPlanner(suite, breaksItsJvm).next(facts.suspicious(), asked);
    }

    private boolean isOver() {
        return budget.isOver() || Thread.currentThread().isInterrupted();
    }

    private boolean timeForMore() {
        return budget.remaining().compareTo(reserved.time(budget.total())) > 0;
    }

    /** Reserves time for what a failure will cost, and saves later orders from tests that end their JVM. */
    private void note(CompletedRun run) {
        reserved.add(run);
        noted.accept(run);
        run.result().lostWhileRunning().ifPresent(id -> {
            noteThatItEndsItsJvm(id);
            boolean inOrder = run.request().tests().size() > 1;
            if (inOrder && run.request().kind() != RunKind.ALONE) {
                OrderRepair.without(breaksItsJvm, run.request()).ifPresent(queue::add);
            }
            repairQueue(id);
        });
    }

    private void noteThatItEndsItsJvm(TestId id) {
        breaksItsJvm.add(id);
        // The steps of an ordered class make no sense without one of them.
        suite.unitOf(id).ifPresent(unit -> unit.tests().forEach(test -> breaksItsJvm.add(test.id())));
    }

    private void repairQueue(TestId broken) {
        for (RunRequest request : List.copyOf(queue)) {
            boolean inOrder = request.kind() != RunKind.ALONE && request.kind() != RunKind.CONFIRM;
            if (inOrder && request.ids().contains(broken) && queue.remove(request)) {
                OrderRepair.without(breaksItsJvm, request).ifPresent(queue::add);
            }
        }
    }

    private void confirmAll() {
        SuiteOutcomes facts = SuiteOutcomes.of(suite, log.runs());
        while (!isOver()) {
            Optional<RunRequest> next = nextConfirmation(facts);
            if (next.isEmpty()) {
                return;
            }
            asked.add(next.get());
            CompletedRun run = log.make(next.get(), runner);
            facts.add(run);
            run.result().lostWhileRunning().ifPresent(this::noteThatItEndsItsJvm);
        }
    }
}

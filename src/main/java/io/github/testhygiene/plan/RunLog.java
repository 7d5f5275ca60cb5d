package io.github.testhygiene.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers runs and keeps what they showed. Safe for use by several threads. */
public final class RunLog {

    private final RunListener listener;
    private final AtomicInteger lastNumber = new AtomicInteger();
    private final List<CompletedRun> runs = new ArrayList<>();

    /**
     * Empty.
     *
     * @param listener is told of every run
     */
    public RunLog(RunListener listener) {
        this.listener = listener;
    }

    /**
     * Notes a run that somebody else made, such as the reference run.
     *
     * @param request what was executed
     * @param result what it showed
     */
    public void add(RunRequest request, RunResult result) {
        note(new CompletedRun(lastNumber.incrementAndGet(), request, result));
    }

    /**
     * Makes a run and notes it.
     *
     * @param request what to execute
     * @param runner who executes it
     * @return the run
     */
    public CompletedRun make(RunRequest request, TestRunner runner) {
        int number = lastNumber.incrementAndGet();
        listener.started(number, request);
        CompletedRun run = new CompletedRun(number, request, runner.run(request));
        note(run);
        listener.finished(run);
        return run;
    }

    /**
     * Every run so far.
     *
     * @return by number
     */
    public List<CompletedRun> runs() {
        synchronized (runs) {
            return runs.stream()
                    .sorted(Comparator.comparingInt(CompletedRun::number))
                    .toList();
        }
    }

    private void note(CompletedRun run) {
        synchronized (runs) {
            runs.add(run);
        }
    }
}

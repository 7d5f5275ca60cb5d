package io.github.testhygiene.mojo;

import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.RunListener;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.TimeBudget;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells how far checking is: a line every few seconds, never one for each run. */
final class ProgressLog implements RunListener {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final int planned;
    private final TimeBudget budget;
    private final Consumer<String> log;
    private int started;
    private int done;
    private int toldOf;
    private int suspicious;
    private @Nullable Duration lastLine;

    ProgressLog(int planned, TimeBudget budget, Consumer<String> log) {
        this.planned = planned;
        this.budget = budget;
        this.log = log;
    }

    @Override
    public synchronized void started(int number, RunRequest request) {
        started++;
    }

    @Override
    public synchronized void finished(CompletedRun run) {
        done++;
        boolean failed = run.result().outcomes().values().stream().anyMatch(TestOutcome::failed);
        suspicious += failed ? 1 : 0;
        Duration now = budget.elapsed();
        if (lastLine == null || now.minus(lastLine).compareTo(EVERY) >= 0) {
            lastLine = now;
            toldOf = done;
            log.accept(line());
        }
    }

    /** Tells the end of it, unless that was told already. */
    synchronized void end() {
        if (toldOf < done) {
            log.accept(line());
        }
    }

    private String line() {
        return done + " of " + Math.max(planned, started) + " runs, " + clock(budget.elapsed()) + " of "
                + clock(budget.total()) + ", " + suspicious + (suspicious == 1 ? " run" : " runs") + " with failures";
    }

    static String clock(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}

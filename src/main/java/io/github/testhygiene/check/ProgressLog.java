package io.github.testhygiene.check;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.RunListener;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.TimeBudget;
import io.github.testhygiene.text.Wording;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far checking is: in one line that is written again where somebody watches, and in a line of the log every
 * ten seconds elsewhere; never in a line for each run. Safe for use by several threads.
 */
public final class ProgressLog implements RunListener {

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final int planned;
    private final TimeBudget budget;
    private final Consumer<String> log;
    private final @Nullable StatusLine status;
    private final Set<TestId> suspects = new HashSet<>();
    private Duration lastLine;
    private int started;
    private int done;
    private int toldOf;
    private boolean ended;

    /**
     * Nothing is done yet.
     *
     * @param planned how many runs there will be at least
     * @param budget how much time there is
     * @param log takes a line
     * @param status is written again; null if there is only the log
     */
    ProgressLog(int planned, TimeBudget budget, Consumer<String> log, @Nullable StatusLine status) {
        this.planned = planned;
        this.budget = budget;
        this.log = log;
        this.status = status;
        this.lastLine = budget.elapsed();
    }

    @Override
    public synchronized void started(int number, RunRequest request) {
        started++;
        tick();
    }

    @Override
    public synchronized void finished(CompletedRun run) {
        done++;
        Stream.of(run.result().outcomes(), run.result().again())
                .flatMap(round -> round.values().stream())
                .filter(TestOutcome::failed)
                .map(TestOutcome::id)
                .forEach(suspects::add);
        tick();
    }

    /** Time has passed; to be called about once a second, so that long runs do not look like a halt. */
    synchronized void tick() {
        if (ended) {
            return;
        }
        if (status != null) {
            status.show(line());
        } else if (budget.elapsed().minus(lastLine).compareTo(EVERY) >= 0) {
            tell();
        }
    }

    /** Takes the status line away, and tells the end of it, unless that was told already. */
    synchronized void end() {
        ended = true;
        if (status != null) {
            status.clear();
        }
        if (toldOf < done) {
            tell();
        }
    }

    private void tell() {
        lastLine = budget.elapsed();
        toldOf = done;
        log.accept(line());
    }

    private String line() {
        return done + " of " + Math.max(planned, started) + (planned == 1 && started <= 1 ? " run, " : " runs, ")
                + clock(budget.remaining()) + " left of " + clock(budget.total()) + ", "
                + (suspects.isEmpty() ? "no suspect" : Wording.count(suspects.size(), "suspect"))
                + " so far";
    }

    static String clock(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}

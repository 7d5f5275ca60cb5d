package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.plan.KeptDatabase;
import io.github.testhygiene.plan.LeakExperiments;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TimeBudget;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the time budget where a lab waits for the server: copying, comparing, and dropping databases may take as long as they
 * like, but nobody waits for them a few seconds after its end.
 */
public final class TimeLimitedExperiments implements LeakExperiments {

    private static final String LATE = " while the database that a run left was inspected";

    private final LeakExperiments lab;
    private final TimeBudget budget;
    private final BudgetedWait within;

    /**
     * Bounds a lab.
     *
     * @param lab does the work; is left alone with it when the time is over
     * @param budget how long all of it may take
     */
    public TimeLimitedExperiments(LeakExperiments lab, TimeBudget budget) {
        this.lab = lab;
        this.budget = budget;
        this.within = new BudgetedWait(budget);
    }

    @Override
    public KeptDatabase after(RunRequest culprit) {
        return bounded(() -> lab.after(culprit));
    }

    private KeptDatabase bounded(Supplier<KeptDatabase> making) {
        KeptDatabase made = within.call(making, () -> new UnavailableDatabase(noAnswer()));
        return made instanceof UnavailableDatabase ? made : new Bounded(made);
    }

    private RunResult noAnswer() {
        return RerunExperiments.noAnswer(reason());
    }

    private String reason() {
        return budget.whyOver().orElse("the build was interrupted") + LATE;
    }

    /** What a comparison results in, in one piece: half of it would look like another result. */
    private record Compared(
            List<LeftItem> items, Optional<String> limits, Optional<String> limitsBesidesNew, Set<String> newTables) {}

    private final class Bounded implements KeptDatabase {

        private final KeptDatabase database;
        private @Nullable Compared compared;

        Bounded(KeptDatabase database) {
            this.database = database;
        }

        private synchronized Compared compared() {
            Compared known = compared;
            if (known == null) {
                known = within.call(
                        () -> new Compared(
                                database.items(), database.limits(), database.limitsBesidesNew(), database.newTables()),
                        () -> new Compared(List.of(), Optional.of(reason()), Optional.of(reason()), Set.of()));
                compared = known;
            }
            return known;
        }

        @Override
        public RunResult result() {
            return database.result();
        }

        @Override
        public List<LeftItem> items() {
            return compared().items();
        }

        @Override
        public Optional<String> limits() {
            return compared().limits();
        }

        @Override
        public Optional<String> limitsBesidesNew() {
            return compared().limitsBesidesNew();
        }

        @Override
        public Set<String> newTables() {
            return compared().newTables();
        }

        @Override
        public KeptDatabase comparedWith(KeptDatabase started) {
            return started instanceof Bounded other ? new Bounded(database.comparedWith(other.database)) : started;
        }

        @Override
        public KeptDatabase after(RunRequest request) {
            return bounded(() -> database.after(request));
        }

        @Override
        public RunResult run(Set<Integer> takenBack, RunRequest request) {
            return within.call(() -> database.run(takenBack, request), TimeLimitedExperiments.this::noAnswer);
        }

        @Override
        public List<String> cleanUp(Set<Integer> takenBack) {
            return within.call(() -> database.cleanUp(takenBack), List::of);
        }

        @Override
        public RunResult runAfter(List<String> statements, RunRequest request) {
            return within.call(() -> database.runAfter(statements, request), TimeLimitedExperiments.this::noAnswer);
        }

        @Override
        public void close() {
            // What is not dropped by then is dropped at the end of the session.
            within.call(
                    () -> {
                        database.close();
                        return true;
                    },
                    () -> false);
        }
    }
}

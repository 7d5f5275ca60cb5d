package io.github.testhygiene.report.chart;

import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.text.Phrases;
import io.github.testhygiene.text.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run, or all alone runs together, as a row of the matrix. Public for the templates alone.
 *
 * @param run the run; null for all alone runs together
 * @param outcomes one for each test, in the reference order
 */
public record MatrixRow(@Nullable RunEntry run, List<Outcome> outcomes) {

    private static final int NAME_LIMIT = 24;
    private static final int LABEL_LIMIT = 200;

    /** Copies the list. */
    public MatrixRow {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What a person calls the run.
     *
     * @return for example {@code reverse}, {@code shuffled-3} or {@code alone}, fit to be shown
     */
    public String name() {
        if (run == null) {
            return RunKind.ALONE.label();
        }
        return run.kind() == RunKind.SHUFFLED
                ? PlainText.line(run.label(), NAME_LIMIT)
                : run.kind().label();
    }

    /**
     * The run's number, where there is one run.
     *
     * @return for example {@code 4}; empty for the alone runs
     */
    public String number() {
        return run == null ? "" : Integer.toString(run.number());
    }

    /**
     * The run in a sentence.
     *
     * @return for example {@code run 4 (reverse order)}
     */
    public String who() {
        return run == null ? "its alone run" : Phrases.in(run);
    }

    /**
     * The run in full.
     *
     * @return for example {@code run 4 (reverse order), reverse: 2 failed}, fit to be shown
     */
    public String title() {
        String who = run == null
                ? "every test in its alone run"
                : Phrases.in(run) + ", " + PlainText.line(run.label(), LABEL_LIMIT);
        int open = count(Outcome.NOT_RUN);
        return who + ": " + Phrases.number(count(Outcome.FAILED)) + " failed"
                + (open == 0 ? "" : ", " + Phrases.number(open) + " not run");
    }

    /**
     * How many tests have an outcome in this run.
     *
     * @param outcome the outcome
     * @return 0 or more
     */
    public int count(Outcome outcome) {
        return (int) outcomes.stream().filter(each -> each == outcome).count();
    }

    /**
     * The row in short.
     *
     * @return stretches that cover every test once
     */
    public List<OutcomeStretch> stretches() {
        return OutcomeStretch.of(outcomes);
    }
}

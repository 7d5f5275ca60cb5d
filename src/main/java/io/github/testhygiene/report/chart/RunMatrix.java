package io.github.testhygiene.report.chart;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.RunKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every test in every run that is worth a row: the tests from left to right in the reference order, one unit each, and
 * the runs from top to bottom. Public for the templates alone.
 *
 * @param tests how many tests there are
 * @param rows the rows
 * @param leftOut how many other runs there are, but for alone runs
 */
public record RunMatrix(int tests, List<MatrixRow> rows, int leftOut) {

    private static final int ROWS = 60;
    private static final int FEW_ROWS = 30;
    /** In a run of one or two tests there is nothing to see at a glance. */
    private static final int FEW_TESTS = 2;

    /** So many tests are some pixels wide each, even on a phone. */
    private static final int WIDE_TESTS = 60;
    /** In bytes; some thousand failures of one run. */
    private static final int MANY = 12_000;

    private static final Comparator<RunEntry> ORDERS_FIRST =
            Comparator.comparingInt((RunEntry run) -> rank(run.kind())).thenComparingInt(RunEntry::number);

    /** Copies the list. */
    public RunMatrix {
        rows = List.copyOf(rows);
    }

    /**
     * Picks the runs that say something about the suite as a whole.
     *
     * @param report the report
     * @return the reference run, the alone runs together, then the orders, then what came of them
     */
    public static RunMatrix of(HygieneReport report) {
        RunOutcomes outcomes = new RunOutcomes(report);
        List<RunEntry> others = report.runs().stream()
                .filter(run -> run.kind() != RunKind.ALONE)
                .sorted(ORDERS_FIRST)
                .toList();
        Stream<MatrixRow> rows = others.stream()
                .filter(run -> rank(run.kind()) <= rank(RunKind.SHUFFLED) || run.tests() > FEW_TESTS)
                .flatMap(run -> outcomes.of(run).stream());
        List<MatrixRow> all = new ArrayList<>(rows.limit(ROWS - 1).toList());
        int leftOut = others.size() - all.size();
        int reference = all.isEmpty() || !isReference(all.get(0)) ? 0 : 1;
        outcomes.alone(report.runs()).ifPresent(alone -> all.add(reference, alone));
        return new RunMatrix(report.tests().size(), all, leftOut);
    }

    private static boolean isReference(MatrixRow row) {
        return row.run() != null && row.run().kind() == RunKind.REFERENCE;
    }

    private static int rank(RunKind kind) {
        return switch (kind) {
            case REFERENCE -> 0;
            case ALONE -> 1;
            case TWICE -> 2;
            case REVERSE -> 3;
            case SHUFFLED -> 4;
            case CONFIRM -> 5;
            case SEARCH, LOCATE -> 6;
        };
    }

    /**
     * Whether there is nothing to show.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return tests == 0 || rows.isEmpty();
    }

    /**
     * The height of a row: a finger's where there are few.
     *
     * @return in pixels, an even number
     */
    public int rowHeight() {
        return rows.size() <= FEW_ROWS ? 24 : 16;
    }

    /**
     * The height of all rows.
     *
     * @return in pixels
     */
    public int height() {
        return rows.size() * rowHeight();
    }

    /**
     * A hair line for each row, seen where a run was not about a test.
     *
     * @return the data of a path
     */
    public String tracks() {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> "M0 " + middle(row) + "h" + tests)
                .collect(Collectors.joining());
    }

    /**
     * What a row draws over that: where a test gave an outcome.
     *
     * @param row the row's place, from 0 up
     * @return the data of a path; may be empty
     */
    public String executed(int row) {
        return OutcomeStretch.path(rows.get(row).stretches(), middle(row), Outcome.PASSED, Outcome.FAILED);
    }

    /**
     * What a row draws over that: where a test failed.
     *
     * @param row the row's place, from 0 up
     * @return the data of a path; may be empty
     */
    public String failed(int row) {
        return OutcomeStretch.path(rows.get(row).stretches(), middle(row), Outcome.FAILED);
    }

    /**
     * Where a test failed, once more, for a mark that stays as wide as it is when a test is narrower than a pixel.
     *
     * @param row the row's place, from 0 up
     * @return the data of a path; empty where the failures themselves are wide enough, or too many to miss
     */
    public String marks(int row) {
        String failed = failed(row);
        return tests <= WIDE_TESTS || failed.length() > MANY ? "" : failed;
    }

    /**
     * Where a test was to run and gave no outcome.
     *
     * @param row the row's place, from 0 up
     * @return the data of a path; may be empty
     */
    public String notRun(int row) {
        return OutcomeStretch.path(rows.get(row).stretches(), middle(row), Outcome.NOT_RUN);
    }

    private int middle(int row) {
        return row * rowHeight() + rowHeight() / 2;
    }

    /**
     * How many rows show a failure.
     *
     * @return 0 or more
     */
    public long rowsWithFailures() {
        return rows.stream()
                .filter(row -> row.outcomes().contains(Outcome.FAILED))
                .count();
    }
}

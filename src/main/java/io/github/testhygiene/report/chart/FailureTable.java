package io.github.testhygiene.report.chart;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.text.CappedList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The tests that failed somewhere, in the runs in which somebody failed. Public for the templates alone.
 *
 * @param columns the reference run, the alone runs, and the runs with failures
 * @param lines the tests, those that failed most often first
 */
public record FailureTable(CappedList<MatrixRow> columns, CappedList<Line> lines) {

    private static final int COLUMNS = 40;
    private static final int LINES = 60;

    /**
     * One test.
     *
     * @param test the test
     * @param outcomes its outcomes, one for each column that is shown
     */
    public record Line(TestId test, List<Outcome> outcomes) {

        /** Copies the list. */
        public Line {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * Picks the failures out of a matrix.
     *
     * @param report the report
     * @param matrix its matrix
     * @return empty lines if nothing failed
     */
    public static FailureTable of(HygieneReport report, RunMatrix matrix) {
        CappedList<MatrixRow> columns =
                CappedList.of(matrix.rows().stream().filter(FailureTable::tells).toList(), COLUMNS);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < matrix.tests(); i++) {
            int test = i;
            List<Outcome> outcomes = columns.shown().stream()
                    .map(column -> column.outcomes().get(test))
                    .toList();
            if (outcomes.contains(Outcome.FAILED)) {
                lines.add(new Line(report.tests().get(i).id(), outcomes));
            }
        }
        lines.sort(Comparator.comparingInt(line -> -Collections.frequency(line.outcomes(), Outcome.FAILED)));
        return new FailureTable(columns, CappedList.of(lines, LINES));
    }

    private static boolean tells(MatrixRow row) {
        return row.run() == null
                || row.run().kind() == RunKind.REFERENCE
                || row.outcomes().contains(Outcome.FAILED);
    }
}

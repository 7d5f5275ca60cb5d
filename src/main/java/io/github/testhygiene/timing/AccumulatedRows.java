package io.github.testhygiene.timing;

import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.text.PlainNumbers;
import io.github.testhygiene.timing.LeastSquares.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A test that takes the longer the more rows others left in the tables that it names. */
final class AccumulatedRows implements CauseSearch {

    private static final int FEWEST_RUNS = 5;
    private static final int FEWEST_NUMBERS = 3;
    private static final double LEAST_CORRELATION = 0.9;
    private static final double LEAST_EFFECT = 0.2;
    private static final long MOST_ROWS_SHOWN = 1_000_000;
    private static final String ADVICE =
            "Roll back what tests write, or delete it after each test; or let this test read only rows of its own.";

    private final RowsBefore before;

    AccumulatedRows(RowsBefore before) {
        this.before = before;
    }

    /** The line through a test's times, and where on it the time to be explained lies. */
    private record Growth(Set<String> tables, double slope, double r, int runs, double rows, ExplainedTime total) {

        double millis() {
            return Math.min(total.millis(), slope * rows);
        }

        String message() {
            return "grows by " + perRows() + " that others left in " + PlainNumbers.list(List.copyOf(tables)) + ": "
                    + total.phrase(millis()) + " with " + PlainNumbers.count(Math.round(rows), "row") + " ("
                    + PlainNumbers.count(runs) + " runs, correlation " + PlainNumbers.rounded(r, 2) + ")";
        }

        private String perRows() {
            long rows = 1;
            while (slope * rows < 1 && rows < MOST_ROWS_SHOWN) {
                rows *= 10;
            }
            return PlainNumbers.time(slope * rows) + " per " + (rows == 1 ? "row" : PlainNumbers.count(rows) + " rows");
        }
    }

    @Override
    public Optional<WeightedCause> inTest(TestTimes test) {
        return growth(test)
                .flatMap(growth -> WeightedCause.time(
                        SlowCause.Kind.ROWS_ACCUMULATED,
                        growth.millis(),
                        test.total().orLonger(growth.total().millis()),
                        growth.total(),
                        growth.message(),
                        ADVICE));
    }

    @Override
    public Optional<WeightedCause> inSuite(SuiteTimes suite) {
        List<Growth> growing = new ArrayList<>();
        Set<String> tables = new TreeSet<>();
        for (TestTimes test : suite.tests()) {
            growth(test).filter(growth -> isOfReference(growth, test)).ifPresent(growth -> {
                growing.add(growth);
                tables.addAll(growth.tables());
            });
        }
        double part = growing.stream().mapToDouble(Growth::millis).sum();
        return WeightedCause.time(
                SlowCause.Kind.ROWS_ACCUMULATED,
                part,
                suite.total(),
                "rows that others left in " + PlainNumbers.list(List.copyOf(tables)) + " make "
                        + PlainNumbers.count(growing.size(), "test") + " slower: about "
                        + suite.total().phrase(part),
                ADVICE);
    }

    private static boolean isOfReference(Growth growth, TestTimes test) {
        return test.reference().isPresent() && growth.total().equals(test.total());
    }

    private Optional<Growth> growth(TestTimes test) {
        List<Execution> warm = test.warm();
        SpanEvidence evidence = test.evidence();
        if (evidence == null || warm.size() < FEWEST_RUNS || spread(warm) < ExplainedTime.LEAST_MILLIS) {
            return Optional.empty();
        }
        Set<String> tables = before.grown(evidence.tablesNamed());
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, Long>> rows =
                warm.stream().map(each -> before.of(each, tables)).toList();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < warm.size(); i++) {
            points.add(new Point(sum(rows.get(i)), warm.get(i).millis()));
        }
        Set<String> filled = new TreeSet<>();
        rows.forEach(each -> filled.addAll(each.keySet()));
        double median = Medians.ofDurations(warm);
        return LeastSquares.through(points)
                .filter(line -> isClear(line, points, median))
                .flatMap(line -> placed(test, line, filled, points, median));
    }

    private static double spread(List<Execution> executions) {
        double least = executions.stream().mapToDouble(Execution::millis).min().orElse(0);
        return executions.stream().mapToDouble(Execution::millis).max().orElse(0) - least;
    }

    private static double sum(Map<String, Long> rows) {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    private static boolean isClear(LeastSquares line, List<Point> points, double median) {
        double least = points.stream().mapToDouble(Point::x).min().orElse(0);
        double most = points.stream().mapToDouble(Point::x).max().orElse(0);
        double effect = line.slope() * (most - least);
        return points.stream().mapToDouble(Point::x).distinct().count() >= FEWEST_NUMBERS
                && line.r() >= LEAST_CORRELATION
                && effect >= LEAST_EFFECT * median
                && effect >= ExplainedTime.LEAST_MILLIS;
    }

    /** Explains the reference run's time; or the median, where the reference order puts the test before the others. */
    private Optional<Growth> placed(
            TestTimes test, LeastSquares line, Set<String> tables, List<Point> points, double median) {
        double medianRows = Medians.median(points.stream().map(Point::x).toList());
        Growth usual = new Growth(
                tables,
                line.slope(),
                line.r(),
                points.size(),
                medianRows,
                ExplainedTime.ofMiddle(median, points.size(), "run"));
        return test.reference()
                .map(reference -> new Growth(
                        tables, line.slope(), line.r(), points.size(), sum(before.of(reference, tables)), test.total()))
                .filter(AccumulatedRows::isWorthTelling)
                .or(() -> Optional.of(usual).filter(AccumulatedRows::isWorthTelling));
    }

    private static boolean isWorthTelling(Growth growth) {
        return growth.total().deserves(growth.millis());
    }
}

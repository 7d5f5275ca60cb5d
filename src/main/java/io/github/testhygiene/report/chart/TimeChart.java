package io.github.testhygiene.report.chart;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.text.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All executed tests by their median time: the fastest left, a logarithmic axis upwards, the causes of slowness as
 * marks; and, on an axis of its own, the sum of all medians so far against the suite's budget. Lengths are those of the
 * view box. Public for the templates alone.
 *
 * @param marks the tests, by cause
 * @param ticks the times on the left axis
 * @param band the limits of one test; null if they are not known
 * @param sum the line of the sum
 * @param texts what the picture says in words
 */
public record TimeChart(
        List<CauseMarks> marks, List<Tick> ticks, @Nullable Band band, Sum sum, Texts texts) {

    /** The width of the view box. */
    public static final int WIDTH = 960;
    /** The height of the view box. */
    public static final int HEIGHT = 372;

    static final int LEFT = 68;
    static final int RIGHT = 872;
    static final int TOP = 28;
    static final int BOTTOM = 328;

    /** Copies the lists. */
    public TimeChart {
        marks = List.copyOf(marks);
        ticks = List.copyOf(ticks);
    }

    /**
     * A time on the left axis.
     *
     * @param y its height
     * @param text the time
     */
    public record Tick(int y, String text) {}

    /**
     * The limits of one test.
     *
     * @param top the height of the budget
     * @param bottom the height of the floor
     * @param text both in words
     */
    public record Band(int top, int bottom, String text) {}

    /**
     * The sum of the medians, from the fastest test to the slowest.
     *
     * @param path the data of an SVG path
     * @param budgetY the height of the suite's budget
     * @param budgetTextY where its text stands
     * @param totalTextY where the text of the total stands
     * @param budget the suite's budget
     * @param total the total
     */
    public record Sum(String path, int budgetY, int budgetTextY, int totalTextY, String budget, String total) {}

    /**
     * The picture in words.
     *
     * @param tests how many tests it shows
     * @param median the median of their medians
     * @param slowest the time of the slowest
     * @param over how many are over the budget of one test
     */
    public record Texts(int tests, String median, String slowest, int over) {}

    /**
     * Draws the chart.
     *
     * @param report the report
     * @return a chart without marks if no test was executed
     */
    public static TimeChart of(HygieneReport report) {
        List<TestEntry> tests = report.tests().stream()
                .filter(test -> test.evidence().passed() + test.evidence().failed() > 0)
                .sorted(Comparator.comparingLong(test -> test.durations().medianMillis()))
                .toList();
        TimeBand limits = TimeBand.of(report.suite(), tests).orElse(null);
        TimeScale scale = scale(tests, limits);
        return new TimeChart(
                marks(tests, scale),
                scale.ticks().stream()
                        .map(tick -> new Tick(y(scale, tick), time(tick)))
                        .toList(),
                limits == null ? null : band(limits, scale),
                SumLine.of(tests, report.suite().budgetMillis()),
                texts(tests));
    }

    private static TimeScale scale(List<TestEntry> tests, @Nullable TimeBand limits) {
        long shortest = tests.isEmpty() ? 1 : millis(tests.get(0));
        long longest = tests.isEmpty() ? 1 : millis(tests.get(tests.size() - 1));
        return limits == null
                ? TimeScale.over(shortest, longest)
                : TimeScale.over(Math.min(shortest, limits.floor()), Math.max(longest, limits.budget()));
    }

    private static List<CauseMarks> marks(List<TestEntry> tests, TimeScale scale) {
        Map<CauseShape, StringBuilder> paths = new EnumMap<>(CauseShape.class);
        Map<CauseShape, Integer> counts = new EnumMap<>(CauseShape.class);
        Map<CauseShape, String> last = new EnumMap<>(CauseShape.class);
        for (int i = 0; i < tests.size(); i++) {
            CauseShape shape = CauseShape.of(tests.get(i));
            counts.merge(shape, 1, Integer::sum);
            String mark = shape.at(x(i, tests.size()), y(scale, millis(tests.get(i))));
            // From left to right all goes up, so that only the last mark can be in the same place.
            if (!mark.equals(last.put(shape, mark))) {
                paths.computeIfAbsent(shape, unused -> new StringBuilder()).append(mark);
            }
        }
        List<CauseMarks> marks = new ArrayList<>();
        paths.forEach(
                (shape, path) -> marks.add(new CauseMarks(shape, counts.getOrDefault(shape, 0), path.toString())));
        return marks;
    }

    private static Band band(TimeBand limits, TimeScale scale) {
        String text = time(limits.floor()) + " to " + time(limits.budget());
        return new Band(y(scale, limits.budget()), y(scale, limits.floor()), text);
    }

    private static Texts texts(List<TestEntry> tests) {
        if (tests.isEmpty()) {
            return new Texts(0, time(0), time(0), 0);
        }
        TestEntry middle = tests.get((tests.size() - 1) / 2);
        TestEntry slowest = tests.get(tests.size() - 1);
        long over = tests.stream().filter(test -> test.budget() == Budget.OVER).count();
        return new Texts(tests.size(), time(millis(middle)), time(millis(slowest)), (int) over);
    }

    static int x(int rank, int tests) {
        return LEFT + (int) Math.round((rank + 0.5) * (RIGHT - LEFT) / tests);
    }

    private static int y(TimeScale scale, long millis) {
        return BOTTOM - (int) Math.round(scale.share(millis) * (BOTTOM - TOP));
    }

    private static long millis(TestEntry test) {
        return test.durations().medianMillis();
    }

    private static String time(long millis) {
        // On an axis, 1.00 s has two digits too many.
        return millis % 1_000 == 0 && millis > 0 && millis < 60_000 ? millis / 1_000 + " s" : Phrases.time(millis);
    }

    /**
     * Whether there is nothing to show.
     *
     * @return true if no test was executed
     */
    public boolean isEmpty() {
        return marks.isEmpty();
    }
}

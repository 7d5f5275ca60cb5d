package io.github.testhygiene.report.chart;

import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.text.Phrases;
import java.util.List;

/** The sum of all medians so far, against the suite's budget. */
final class SumLine {

    /** Two lines of text. */
    private static final int TEXT_HEIGHT = 34;

    private SumLine() {}

    /**
     * Draws the line.
     *
     * @param tests the tests, the fastest first
     * @param budgetMillis the suite's budget
     * @return the line, from nothing at the left to the total at the right
     */
    static TimeChart.Sum of(List<TestEntry> tests, long budgetMillis) {
        double total = 0;
        for (TestEntry test : tests) {
            total += test.durations().medianMillis();
        }
        double budget = (double) budgetMillis;
        double most = Math.max(1, Math.max(total, budget));
        int budgetY = y(budget, most);
        int totalY = y(total, most);
        int gap = Math.abs(totalY - budgetY);
        // Where both texts would cover each other, the lower one goes down.
        int push = gap < TEXT_HEIGHT ? TEXT_HEIGHT - gap : 0;
        boolean over = totalY < budgetY;
        return new TimeChart.Sum(
                path(tests, most),
                budgetY,
                budgetY + (over ? push : 0),
                totalY + (over ? 0 : push),
                Phrases.time(budgetMillis),
                Phrases.time((long) total));
    }

    private static String path(List<TestEntry> tests, double most) {
        StringBuilder path = new StringBuilder();
        path.append('M').append(TimeChart.LEFT).append(' ').append(TimeChart.BOTTOM);
        double sum = 0;
        for (int i = 0; i < tests.size(); i++) {
            sum += tests.get(i).durations().medianMillis();
            int x = TimeChart.x(i, tests.size());
            // Of several tests in one column of pixels the last one's sum counts.
            if (i + 1 == tests.size() || TimeChart.x(i + 1, tests.size()) != x) {
                path.append('L').append(x).append(' ').append(y(sum, most));
            }
        }
        return path.append('H').append(TimeChart.RIGHT).toString();
    }

    private static int y(double millis, double most) {
        double share = Math.min(1, millis / most);
        return TimeChart.BOTTOM - (int) Math.round(share * (TimeChart.BOTTOM - TimeChart.TOP));
    }
}

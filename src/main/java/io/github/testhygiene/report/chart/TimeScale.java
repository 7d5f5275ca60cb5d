package io.github.testhygiene.report.chart;

import java.util.List;

/**
 * A logarithmic axis of times that begins and ends at a round one.
 *
 * @param ticks the round times on it, in milliseconds, ascending; at least two
 */
record TimeScale(List<Long> ticks) {

    private static final List<Long> ROUND =
            List.of(1L, 10L, 100L, 1_000L, 10_000L, 60_000L, 600_000L, 3_600_000L, 36_000_000L, 360_000_000L);

    TimeScale {
        ticks = List.copyOf(ticks);
        if (ticks.size() < 2) {
            throw new IllegalArgumentException("an axis without a length: " + ticks);
        }
    }

    /**
     * The shortest axis for some times.
     *
     * @param shortest in milliseconds; what is below one is shown at one
     * @param longest in milliseconds; what is above a hundred hours is shown there
     * @return a decade at least
     */
    static TimeScale over(long shortest, long longest) {
        int first = 0;
        while (first + 2 < ROUND.size() && ROUND.get(first + 1) <= shortest) {
            first++;
        }
        int last = first + 1;
        while (last + 1 < ROUND.size() && ROUND.get(last) < longest) {
            last++;
        }
        return new TimeScale(ROUND.subList(first, last + 1));
    }

    /**
     * Where a time stands.
     *
     * @param millis any time
     * @return 0 at the axis's begin to 1 at its end
     */
    double share(long millis) {
        double first = Math.log(ticks.get(0));
        double last = Math.log(ticks.get(ticks.size() - 1));
        return Math.max(0, Math.min(1, (Math.log((double) Math.max(1, millis)) - first) / (last - first)));
    }
}

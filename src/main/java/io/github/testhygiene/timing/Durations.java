package io.github.testhygiene.timing;

import io.github.testhygiene.model.TestEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a test's durations in all runs come to. */
public final class Durations {

    private Durations() {}

    /**
     * Sums up all runs that executed a test. The median is the lower one, so that it is a time that was measured; the
     * 95th percentile is by nearest rank. All are rounded to the nearest millisecond. A test that no run executed has
     * zeros.
     *
     * <p>The first test in a JVM pays for loading classes and opening pools, whichever test that is. So the median is
     * that of the warm times; only a test that was always first is judged by its cold ones.
     *
     * @param reference its time in the reference run; null if it was not executed there
     * @param alone its time in its alone run; null if there was none
     * @param cold its times in all runs in which it was the first test of its JVM
     * @param warm its times in all other runs
     * @return its times in milliseconds
     * @throws IllegalArgumentException if a duration is negative
     */
    public static TestEntry.Durations summarize(
            @Nullable Duration reference, @Nullable Duration alone, List<Duration> cold, List<Duration> warm) {
        List<Duration> all = sorted(cold, warm);
        if (all.isEmpty()) {
            return new TestEntry.Durations(null, 0, 0, 0, null, 0);
        }
        if (all.get(0).isNegative()) {
            throw new IllegalArgumentException("negative duration: " + all.get(0));
        }
        return new TestEntry.Durations(
                reference == null ? null : millis(reference),
                millis(ranked(warm.isEmpty() ? all : sorted(warm, List.of()), 50)),
                millis(ranked(all, 95)),
                millis(ranked(all, 100)),
                alone == null ? null : millis(alone),
                warm.isEmpty() ? all.size() : warm.size());
    }

    private static List<Duration> sorted(List<Duration> one, List<Duration> other) {
        List<Duration> all = new ArrayList<>(one);
        all.addAll(other);
        Collections.sort(all);
        return all;
    }

    /** The nearest-rank percentile: the smallest value that at least so many percent of all values do not exceed. */
    private static Duration ranked(List<Duration> sorted, int percent) {
        int rank = Math.toIntExact(((long) sorted.size() * percent + 99) / 100);
        return sorted.get(rank - 1);
    }

    private static long millis(Duration duration) {
        return duration.plusNanos(500_000).toMillis();
    }
}

package io.github.testhygiene.timing;

import io.github.testhygiene.text.PlainNumbers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Middle values. */
final class Medians {

    private Medians() {}

    /** The lower median, which is one of the values; 0 if there are none. */
    static double median(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) / 2);
    }

    /** What the lower median of some values is called: of one or two there is no median. */
    static String words(int values, String noun) {
        return switch (values) {
            case 1 -> "in one " + noun;
            case 2 -> "the faster of 2 " + noun + "s";
            default -> "the median of " + PlainNumbers.count(values, noun);
        };
    }

    /** The lower median of durations, in milliseconds. */
    static double ofDurations(Collection<Execution> executions) {
        return median(executions.stream().map(Execution::millis).toList());
    }

    static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}

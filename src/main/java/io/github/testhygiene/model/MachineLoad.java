package io.github.testhygiene.model;

/**
 * How busy the machine was while tests were checked, by its load average of the last minute, sampled once a second.
 *
 * @param processors how many processors it has; at least 1
 * @param median the median of the samples
 * @param highest the highest sample
 * @param overloaded whether the median is more than twice the number of processors, so that tests that depend on time may
 *     have failed, and runs may have been ended, for this reason alone
 */
public record MachineLoad(int processors, double median, double highest, boolean overloaded) {

    /** Above this multiple of the processors, threads wait longer than they run; our own re-runs stay below it. */
    private static final int TIMES_THE_PROCESSORS = 2;

    /**
     * Judges the load.
     *
     * @param processors how many processors the machine has; at least 1
     * @param median the median of the samples
     * @param highest the highest sample
     * @return the load
     */
    public static MachineLoad of(int processors, double median, double highest) {
        return new MachineLoad(processors, median, highest, median > (double) TIMES_THE_PROCESSORS * processors);
    }
}

package io.github.testhygiene.text;

import io.github.testhygiene.model.TestEntry;

/** Says how long a test takes, and of how many runs that is the median; of one or two runs there is none. */
public final class MedianPhrase {

    private static final int FEWEST = 3;

    private MedianPhrase() {}

    /**
     * Returns the time with the runs that it stands for.
     *
     * @param test a test that was executed
     * @param time its median time in words
     * @return for example {@code takes 1.1 s at the median of 7 runs}, {@code takes 1.1 s in its only run}, or {@code takes
     *     1.1 s or more in 2 runs}
     */
    public static String describe(TestEntry test, String time) {
        Integer runs = test.durations().medianRuns();
        if (runs == null) {
            return "takes " + time + " at the median";
        }
        if (runs >= FEWEST) {
            return "takes " + time + " at the median of " + runs + " runs";
        }
        // A run in which it started the JVM says nothing about the others.
        int all = test.evidence().passed() + test.evidence().failed();
        String warm = all > runs ? " in a warm JVM" : "";
        return runs == 2 ? "takes " + time + " or more in 2 runs" + warm : "takes " + time + " in its only run" + warm;
    }
}

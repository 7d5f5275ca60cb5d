package io.github.testhygiene.diagnosis;

import java.util.Locale;

/**
 * Between which rates the true one lies, with 95 % confidence (Wilson, "Probable Inference, the Law of Succession, and
 * Statistical Inference", Journal of the American Statistical Association 22, 1927).
 *
 * @param low 0 to 1
 * @param high 0 to 1, at least {@code low}
 */
record WilsonInterval(double low, double high) {

    // The 97.5 % quantile of the standard normal distribution.
    private static final double Z = 1.959963984540054;

    /**
     * For a number of trials.
     *
     * @param hits how many of them showed it; 0 to {@code trials}
     * @param trials at least 1
     */
    static WilsonInterval of(int hits, int trials) {
        if (trials < 1 || hits < 0 || hits > trials) {
            throw new IllegalArgumentException(hits + " of " + trials);
        }
        double rate = (double) hits / trials;
        double z2 = Z * Z / trials;
        double centre = (rate + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(rate * (1 - rate) / trials + z2 / (4 * trials));
        return new WilsonInterval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /** For example {@code 3 of 10 runs failed (30 %; between 11 % and 60 % with 95 % confidence)}. */
    static String ofFailures(int failed, int runs) {
        WilsonInterval interval = of(failed, runs);
        return String.format(
                Locale.ROOT,
                "%d of %d runs failed (%d %%; between %d %% and %d %% with 95 %% confidence)",
                failed,
                runs,
                Math.round(100.0 * failed / runs),
                Math.round(100 * interval.low()),
                Math.round(100 * interval.high()));
    }
}

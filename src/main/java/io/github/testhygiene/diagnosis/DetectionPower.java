package io.github.testhygiene.diagnosis;

/**
 * How likely orders show a dependence. A victim with p polluters and c cleaners fails in a uniformly random order with
 * probability p/(p+c+1), a brittle test with s state-setters with 1/(s+1): whichever of them and the test come first
 * and last decides (Wei et al., "Probabilistic and Systematic Coverage of Consecutive Test-Method Pairs for Detecting
 * Order-Dependent Flaky Tests", TACAS 2021).
 */
public final class DetectionPower {

    private DetectionPower() {}

    /**
     * The probability that at least one of several independent random orders makes a victim fail.
     *
     * @param polluters how many polluters it has; at least 1
     * @param cleaners how many cleaners it has; at least 0
     * @param orders how many orders were tried; at least 0
     * @return 0 to 1
     */
    public static double ofVictim(int polluters, int cleaners, int orders) {
        if (polluters < 1 || cleaners < 0 || orders < 0) {
            throw new IllegalArgumentException(polluters + " polluters, " + cleaners + " cleaners, " + orders);
        }
        double failsInOne = (double) polluters / (polluters + cleaners + 1);
        return 1 - Math.pow(1 - failsInOne, orders);
    }
}

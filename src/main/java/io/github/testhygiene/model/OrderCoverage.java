package io.github.testhygiene.model;

/**
 * How much of what can depend on order has been tried. Of runs that were completed, the reference run among them; a pair
 * is of two tests that ran in the same run in an order that we can choose.
 *
 * @param tests how many tests can be put into an order; a class that declares the order of its tests counts as one
 * @param orders how many different orders of two tests or more were completed
 * @param pairs how many pairs of tests there are: n·(n-1)/2
 * @param bothWays how many of them ran both ways round
 * @param neighbours how many ordered pairs of tests of the same class there are
 * @param neighboursSeen how many of those ran with the second directly after the first
 * @param suspected how many ordered pairs there are of a test that leaves rows in a table and one that names it
 * @param suspectedSeen how many of those ran in that order with nobody who writes to that table between them
 * @param detectionPower the probability, 0 to 1, that a victim of one polluter and one cleaner has failed in one of the
 *     orders: {@code 1-(1-f)^k} with f = 1/3
 */
public record OrderCoverage(
        int tests,
        int orders,
        long pairs,
        long bothWays,
        long neighbours,
        long neighboursSeen,
        long suspected,
        long suspectedSeen,
        double detectionPower) {

    /** Checks that no part is larger than its whole. */
    public OrderCoverage {
        requirePart(bothWays, pairs);
        requirePart(neighboursSeen, neighbours);
        requirePart(suspectedSeen, suspected);
        if (tests < 0 || orders < 0) {
            throw new IllegalArgumentException("negative: " + tests + " tests, " + orders + " orders");
        }
        if (!(detectionPower >= 0 && detectionPower <= 1)) {
            throw new IllegalArgumentException("no probability: " + detectionPower);
        }
    }

    private static void requirePart(long part, long whole) {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " of " + whole);
        }
    }
}

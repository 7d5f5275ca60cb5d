package io.github.testhygiene.timing;

import io.github.testhygiene.text.PlainNumbers;

/**
 * A time of which causes explain their shares.
 *
 * @param millis the time in milliseconds; not negative
 * @param leastShare the smallest share that is told; 0 to 1
 * @param suffix what follows the time in a sentence; empty if nothing does
 */
record ExplainedTime(double millis, double leastShare, String suffix) {

    /** What explains less of a test's time is not told. */
    static final double TEST_SHARE = 0.1;

    /** Nor is what explains a shorter time, whatever its share: it may as well be chance. */
    static final double LEAST_MILLIS = 20;

    /** Whose time it is, where a sentence needs to say so. */
    static final String REFERENCE = " in the reference run";

    /** The time that a test took in the reference run, which explanations are about as a rule. */
    static ExplainedTime ofReference(double millis) {
        return new ExplainedTime(millis, TEST_SHARE, REFERENCE);
    }

    /** A test's middle time in some runs. */
    static ExplainedTime ofMiddle(double millis, int runs, String noun) {
        return new ExplainedTime(millis, TEST_SHARE, " (" + Medians.words(runs, noun) + ")");
    }

    /** What explains much of a short re-run need not explain much of a long reference run: it is held against the longer. */
    ExplainedTime orLonger(double other) {
        return other > millis ? new ExplainedTime(other, leastShare, suffix) : this;
    }

    /** Whether so much time is a cause worth telling. */
    boolean deserves(double part) {
        return part >= LEAST_MILLIS && part >= leastShare * millis;
    }

    double share(double part) {
        return millis <= 0 ? 0 : Math.min(1, part / millis);
    }

    /** For example {@code 0.8 s of 1.2 s in the reference run}; a part is never said to exceed its whole. */
    String phrase(double part) {
        return PlainNumbers.time(Math.min(part, millis)) + " of " + PlainNumbers.time(millis) + suffix;
    }
}

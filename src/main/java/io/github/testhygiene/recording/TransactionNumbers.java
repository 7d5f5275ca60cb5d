package io.github.testhygiene.recording;

/** Compares transactions' numbers, which have 32 bits and start again; some come with the epoch as well. */
final class TransactionNumbers {

    private static final long RANGE = 1L << 32;

    private TransactionNumbers() {}

    /** Whether one transaction got its number before another. */
    static boolean isBefore(long one, long other) {
        return Math.floorMod(one - other, RANGE) >= RANGE / 2;
    }
}

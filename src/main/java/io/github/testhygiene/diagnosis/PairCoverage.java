package io.github.testhygiene.diagnosis;

import java.util.Arrays;
import java.util.List;

/**
 * Counts the pairs of tests that ran both ways round, exactly: 64 tests at a time, of which a bit each tells whether it
 * stood before or after every other test. That takes memory in proportion to the tests, and a 64th of the time that it
 * takes to look at each pair.
 */
final class PairCoverage {

    private PairCoverage() {}

    /**
     * Counts.
     *
     * @param tests how many tests there are
     * @param orders numbers of tests, each at most once in an order
     * @return at most tests·(tests-1)/2
     */
    static long count(int tests, List<int[]> orders) {
        if (orders.size() < 2) {
            return 0;
        }
        for (int[] order : orders) {
            if (order.length == tests && orders.stream().anyMatch(other -> isReverse(order, other))) {
                return (long) tests * (tests - 1) / 2;
            }
        }
        return countInBlocks(tests, orders);
    }

    private static boolean isReverse(int[] order, int[] other) {
        for (int i = 0; i < order.length; i++) {
            if (other.length != order.length || order[i] != other[order.length - 1 - i]) {
                return false;
            }
        }
        return true;
    }

    private static long countInBlocks(int tests, List<int[]> orders) {
        long[] before = new long[tests];
        long[] after = new long[tests];
        long both = 0;
        for (int block = 0; block < tests; block += Long.SIZE) {
            Arrays.fill(before, 0);
            Arrays.fill(after, 0);
            for (int[] order : orders) {
                note(block, order, before, after);
            }
            for (int test = 0; test < tests; test++) {
                both += Long.bitCount(before[test] & after[test]);
            }
        }
        return both / 2; // each pair was met from both of its tests
    }

    /** Notes for every test which of the block stood before it, and which after it. */
    private static void note(int block, int[] order, long[] before, long[] after) {
        long present = 0;
        for (int test : order) {
            present |= bit(block, test);
        }
        long passed = 0;
        for (int test : order) {
            long self = bit(block, test);
            before[test] |= passed;
            passed |= self;
            after[test] |= present & ~passed;
        }
    }

    private static long bit(int block, int test) {
        int place = test - block;
        return place >= 0 && place < Long.SIZE ? 1L << place : 0;
    }
}

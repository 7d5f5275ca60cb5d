package io.github.testhygiene.plan;

import java.util.Arrays;

/**
 * A growing set of ordered pairs of tests, given by their numbers: a hash table of plain longs, since a suite of 50,000
 * tests has some hundred thousand pairs in each order.
 */
public final class PairSet {

    private static final long EMPTY = -1;

    private long[] table = new long[64];
    private int size;

    /** Empty. */
    public PairSet() {
        Arrays.fill(table, EMPTY);
    }

    /**
     * Adds a pair.
     *
     * @param first the number of the test that runs first; not negative
     * @param second the number of the other one; not negative
     * @return whether it is new
     */
    public boolean add(int first, int second) {
        long key = key(first, second);
        int place = place(table, key);
        if (table[place] == key) {
            return false;
        }
        table[place] = key;
        size++;
        if (size > table.length / 2) {
            grow();
        }
        return true;
    }

    /**
     * Whether a pair was added.
     *
     * @param first the number of the test that runs first
     * @param second the number of the other one
     * @return true if so
     */
    public boolean contains(int first, int second) {
        long key = key(first, second);
        return table[place(table, key)] == key;
    }

    /**
     * How many pairs there are.
     *
     * @return 0 or more
     */
    public int size() {
        return size;
    }

    private static long key(int first, int second) {
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("numbers of tests are not negative: " + first + ", " + second);
        }
        return ((long) first << 32) | second;
    }

    private static int place(long[] table, long key) {
        long mixed = key * 0x9E37_79B9_7F4A_7C15L;
        int place = (int) (mixed >>> 32) & (table.length - 1);
        while (table[place] != EMPTY && table[place] != key) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        Arrays.fill(larger, EMPTY);
        for (long key : table) {
            if (key != EMPTY) {
                larger[place(larger, key)] = key;
            }
        }
        table = larger;
    }
}

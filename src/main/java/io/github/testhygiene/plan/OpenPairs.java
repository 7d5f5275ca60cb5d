package io.github.testhygiene.plan;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which suspected pairs no order has turned yet, counted for each unit and table, so that nobody has to list them. Pairs
 * whose reader is known to fail already are none of them.
 */
final class OpenPairs {

    private final TableUse use;
    private final SuspectedPairs pairs;
    private final BitSet known;
    private final PairSet turned = new PairSet();
    private final int[] readers;
    private final int[] leavers;
    private final int[][] turnedByWriter;
    private final int[][] turnedByReader;

    OpenPairs(TableUse use, BitSet known) {
        this.use = use;
        this.pairs = new SuspectedPairs(use);
        this.known = known;
        int units = use.units().size();
        this.readers = new int[use.tables()];
        this.leavers = new int[use.tables()];
        this.turnedByWriter = new int[units][];
        this.turnedByReader = new int[units][];
        for (int unit = 0; unit < units; unit++) {
            turnedByWriter[unit] = new int[use.leaves(unit).length];
            turnedByReader[unit] = new int[use.names(unit).length];
            for (int table : use.leaves(unit)) {
                leavers[table]++;
            }
            for (int table : names(unit)) {
                readers[table]++;
            }
        }
    }

    TableUse use() {
        return use;
    }

    /** The tables that a unit names; none if we know already that it fails. */
    int[] names(int unit) {
        return known.get(unit) ? new int[0] : use.names(unit);
    }

    /** How many units name a table. */
    int readers(int table) {
        return readers[table];
    }

    /** How many units leave rows in a table. */
    int leavers(int table) {
        return leavers[table];
    }

    /** Whether a pair has not been turned. */
    boolean isOpen(int writer, int reader) {
        return writer != reader && !turned.contains(writer, reader);
    }

    /** How many readers of a table have not yet run after a unit that leaves rows in it. */
    int openAfter(int writer, int table) {
        int slot = Arrays.binarySearch(use.leaves(writer), table);
        int self = known.get(writer) ? 0 : 1;
        return slot < 0 ? 0 : readers[table] - self - turnedByWriter[writer][slot];
    }

    /** Whether a reader of a table has not yet run after everybody who leaves rows in it. */
    boolean isOpenBefore(int reader, int table) {
        int slot = Arrays.binarySearch(use.names(reader), table);
        int self = Arrays.binarySearch(use.leaves(reader), table) >= 0 ? 1 : 0;
        return slot >= 0 && leavers[table] - self - turnedByReader[reader][slot] > 0;
    }

    /**
     * Notes an order.
     *
     * @param order numbers of units
     * @return how many open pairs it has turned
     */
    int turn(int[] order) {
        int before = turned.size();
        pairs.turn(order, (writer, reader) -> {
            if (!known.get(reader) && turned.add(writer, reader)) {
                note(writer, reader);
            }
        });
        return turned.size() - before;
    }

    /** A pair may share more tables than the one through which it was turned. */
    private void note(int writer, int reader) {
        int[] left = use.leaves(writer);
        int[] named = use.names(reader);
        int i = 0;
        int k = 0;
        while (i < left.length && k < named.length) {
            if (left[i] == named[k]) {
                turnedByWriter[writer][i++]++;
                turnedByReader[reader][k++]++;
            } else if (left[i] < named[k]) {
                i++;
            } else {
                k++;
            }
        }
    }
}

package io.github.testhygiene.plan;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The ordered pairs of a unit that leaves rows in a table and another one that names it: whoever depends on rows is the
 * second of such a pair. Ten thousand tests on one table make a hundred million of them, so they are never listed; they
 * are counted by table, and an order is asked which of them it turns.
 */
public final class SuspectedPairs {

    private static final int NOBODY = -1;

    private final TableUse use;

    /**
     * Of a suite.
     *
     * @param use which tables its units use
     */
    public SuspectedPairs(TableUse use) {
        this.use = use;
    }

    /**
     * How many pairs there are, each counted once however many tables it shares.
     *
     * @return 0 or more
     */
    public long count() {
        BitSet[] leavers = new BitSet[use.tables()];
        Arrays.setAll(leavers, table -> new BitSet());
        Map<Tables, BitSet> readers = new HashMap<>();
        for (int unit = 0; unit < use.units().size(); unit++) {
            for (int table : use.leaves(unit)) {
                leavers[table].set(unit);
            }
            if (use.names(unit).length > 0) {
                readers.computeIfAbsent(new Tables(use.names(unit)), key -> new BitSet())
                        .set(unit);
            }
        }
        long pairs = 0;
        for (Map.Entry<Tables, BitSet> each : readers.entrySet()) {
            BitSet anyOf = new BitSet();
            for (int table : each.getKey().numbers) {
                anyOf.or(leavers[table]);
            }
            long writers = anyOf.cardinality();
            pairs += writers * each.getValue().cardinality();
            anyOf.and(each.getValue());
            pairs -= anyOf.cardinality(); // nobody is paired with itself
        }
        return pairs;
    }

    /** A set of tables, as a key. */
    private static final class Tables {

        private final int[] numbers;

        Tables(int[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Tables tables && Arrays.equals(numbers, tables.numbers);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(numbers);
        }
    }

    /** Is told of a pair that an order turns. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * A pair; one that shares several tables may come several times.
         *
         * @param writer the number of the unit that left rows
         * @param reader the number of the unit that names their table
         */
        void turned(int writer, int reader);
    }

    /**
     * Tells which pairs an order turns: the writer stands before the reader, and nobody between them writes to that table,
     * since that could take the rows away. So there is one writer at most for each reader and table.
     *
     * @param order the numbers of units; not necessarily all
     * @param visitor is told of each pair
     */
    public void turn(int[] order, Visitor visitor) {
        int[] lastWriter = new int[use.tables()];
        boolean[] left = new boolean[use.tables()];
        Arrays.fill(lastWriter, NOBODY);
        for (int unit : order) {
            for (int table : use.names(unit)) {
                if (left[table] && lastWriter[table] != unit) {
                    visitor.turned(lastWriter[table], unit);
                }
            }
            for (int table : use.writes(unit)) {
                lastWriter[table] = unit;
                left[table] = false;
            }
            for (int table : use.leaves(unit)) {
                left[table] = true;
            }
        }
    }
}

package io.github.testhygiene.plan;

import io.github.testhygiene.plan.DirectedOrder.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says which of the siblings that are left are worth a look as the next one: all, if they are few. Of many, the next
 * ones of the base order, a reader of each of the tables that were written and have the fewest readers, and the next
 * writer of such a table.
 */
final class NextUnitCandidates {

    /** So many siblings are all looked at: small suites are worth it. */
    private static final int FEW = 64;

    private static final int NEXT = 12;
    private static final int TABLES = 8;

    private final int[] next;
    private final boolean[] gone;
    private final List<Deque<Integer>> readers = new ArrayList<>();
    private final Deque<Integer> writers = new ArrayDeque<>();
    private int[] rareTables = {};
    private int first;
    private int furthest;
    private int left;

    /** All siblings, in the base order; they are named by their places in it. */
    NextUnitCandidates(List<Node> siblings, OpenPairs open) {
        this.left = siblings.size();
        this.gone = new boolean[left];
        this.next = IntStream.rangeClosed(1, left).toArray();
        if (left > FEW) {
            index(siblings, open);
        }
    }

    private void index(List<Node> siblings, OpenPairs open) {
        int tables = open.use().tables();
        for (int table = 0; table < tables; table++) {
            readers.add(new ArrayDeque<>());
        }
        int[] fewest = new int[siblings.size()];
        Arrays.fill(fewest, Integer.MAX_VALUE);
        for (int i = 0; i < fewest.length; i++) {
            for (int unit : siblings.get(i).units()) {
                for (int table : open.names(unit)) {
                    Deque<Integer> queue = readers.get(table);
                    if (queue.isEmpty() || queue.getLast() != i) {
                        queue.add(i);
                    }
                }
                for (int table : open.use().leaves(unit)) {
                    fewest[i] = Math.min(fewest[i], open.readers(table));
                }
            }
        }
        IntStream.range(0, fewest.length)
                .filter(i -> fewest[i] < Integer.MAX_VALUE)
                .boxed()
                .sorted(Comparator.comparingInt(i -> fewest[i]))
                .forEach(writers::add);
        rareTables = IntStream.range(0, tables)
                .boxed()
                .sorted(Comparator.comparingInt(open::readers))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    boolean isEmpty() {
        return left == 0;
    }

    /** Takes one out that {@link #next} gave. */
    void remove(int sibling) {
        gone[sibling] = true;
        furthest = Math.max(furthest, sibling);
        left--;
    }

    /**
     * Those to look at.
     *
     * @param lastLeaver by table, who left rows in it last; negative if nobody did
     * @return at least one while any is left
     */
    int[] next(int[] lastLeaver) {
        IntStream.Builder found = IntStream.builder();
        first = skip(first);
        boolean few = gone.length <= FEW;
        addFrom(first, few ? FEW : NEXT, found);
        if (!few) {
            addFrom(skip(furthest), NEXT, found); // those before it may all be put off
        }
        int looked = 0;
        for (int i = 0; i < rareTables.length && looked < TABLES; i++) {
            if (lastLeaver[rareTables[i]] >= 0) {
                looked += addHead(readers.get(rareTables[i]), found);
            }
        }
        addHead(writers, found);
        return found.build().toArray();
    }

    private void addFrom(int start, int most, IntStream.Builder found) {
        int at = start;
        for (int i = 0; i < most && at < gone.length; i++) {
            found.add(at);
            next[at] = skip(next[at]);
            at = next[at];
        }
    }

    private int addHead(Deque<Integer> queue, IntStream.Builder found) {
        while (!queue.isEmpty() && gone[queue.getFirst()]) {
            queue.removeFirst();
        }
        if (queue.isEmpty()) {
            return 0;
        }
        found.add(queue.getFirst());
        return 1;
    }

    /** The first one from here on that is left, with the way there made short for the next time. */
    private int skip(int from) {
        int at = from;
        while (at < gone.length && gone[at]) {
            int after = next[at];
            if (after < gone.length && gone[after]) {
                next[at] = next[after];
            }
            at = next[at];
        }
        return at;
    }
}

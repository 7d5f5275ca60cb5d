package io.github.testhygiene.plan;

import io.github.testhygiene.model.TestId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds an order that turns as many open suspected pairs as it can find, step by step: each step takes whatever turns
 * most pairs at once, and puts off readers whose writers are still to come, and whoever would take rows away from them.
 * Where nothing speaks for one or the other, it follows a given order, so that pairs without any common table are turned as well. A
 * step looks at a limited number of candidates, so that the time grows in proportion to the tests.
 */
final class DirectedOrder {

    private static final int NOBODY = -1;

    /** Of two that are equal otherwise, a writer comes first, so that polluters add up before their victim. */
    private static final double WRITER_FIRST = 0.25;

    private final OpenPairs open;
    private final TableUse use;
    private final Map<TestId, Integer> numbers;
    private final int[] place;
    private final int[] lastLeaver;
    private final int[] readersLeft;
    private final int[] leaversLeft;
    private final int[] leaverInside;
    private final boolean[] counted;
    private final List<TestUnit> order = new ArrayList<>();

    /** What is moved as a whole at one level: a unit, or a launch or class with all that is inside. */
    static final class Node {

        private final int[] units;
        private final @Nullable OrderTree inside;

        Node(int[] units, @Nullable OrderTree inside) {
            this.units = units;
            this.inside = inside;
        }

        int[] units() {
            return units;
        }

        @Nullable
        OrderTree inside() {
            return inside;
        }
    }

    private DirectedOrder(OpenPairs open, Map<TestId, Integer> numbers, List<TestUnit> base) {
        this.open = open;
        this.use = open.use();
        this.numbers = numbers;
        this.place = new int[use.units().size()];
        for (int i = 0; i < base.size(); i++) {
            place[number(base.get(i))] = i;
        }
        this.lastLeaver = new int[use.tables()];
        Arrays.fill(lastLeaver, NOBODY);
        this.leaverInside = lastLeaver.clone();
        this.counted = new boolean[use.tables()];
        this.readersLeft = new int[use.tables()];
        Arrays.setAll(readersLeft, open::readers);
        this.leaversLeft = new int[use.tables()];
        Arrays.setAll(leaversLeft, open::leavers);
    }

    /**
     * Builds an order.
     *
     * @param tree the shape that it keeps
     * @param open the pairs that it should turn; they stay as they are
     * @param numbers the number of each unit, by its first test
     * @param base the order that it follows otherwise; all units of the tree
     * @return all units of the tree
     */
    static List<TestUnit> build(OrderTree tree, OpenPairs open, Map<TestId, Integer> numbers, List<TestUnit> base) {
        DirectedOrder directed = new DirectedOrder(open, numbers, base);
        directed.arrange(tree);
        return directed.order;
    }

    private int number(TestUnit unit) {
        return numbers.getOrDefault(unit.first().id(), 0);
    }

    private void arrange(OrderTree level) {
        if (level.declaresOrder()) {
            level.own().forEach(unit -> append(number(unit)));
        } else {
            List<Node> own = new ArrayList<>();
            level.own().forEach(unit -> own.add(new Node(new int[] {number(unit)}, null)));
            arrange(own);
        }
        List<Node> children = new ArrayList<>();
        for (OrderTree child : level.children()) {
            int[] units =
                    child.inReferenceOrder().stream().mapToInt(this::number).toArray();
            children.add(new Node(units, child));
        }
        arrange(children);
    }

    private void arrange(List<Node> siblings) {
        List<Node> inBaseOrder = new ArrayList<>(siblings);
        inBaseOrder.sort(Comparator.comparingInt(node ->
                Arrays.stream(node.units()).map(unit -> place[unit]).min().orElse(0)));
        NextUnitCandidates candidates = new NextUnitCandidates(inBaseOrder, open);
        while (!candidates.isEmpty()) {
            int best = best(inBaseOrder, candidates.next(lastLeaver));
            candidates.remove(best);
            OrderTree inside = inBaseOrder.get(best).inside();
            if (inside == null) {
                append(inBaseOrder.get(best).units()[0]);
            } else {
                arrange(inside);
            }
        }
    }

    private int best(List<Node> siblings, int[] candidates) {
        if (candidates.length == 1) {
            return candidates[0];
        }
        int best = candidates[0];
        double most = Double.NEGATIVE_INFINITY;
        for (int candidate : candidates) {
            double score = score(siblings.get(candidate));
            if (score > most || (score == most && candidate < best)) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private void append(int unit) {
        order.add(use.units().get(unit));
        for (int table : open.names(unit)) {
            readersLeft[table]--;
        }
        for (int table : use.leaves(unit)) {
            leaversLeft[table]--;
        }
        for (int table : use.writes(unit)) {
            lastLeaver[table] = NOBODY;
        }
        for (int table : use.leaves(unit)) {
            lastLeaver[table] = unit;
        }
    }

    /** The pairs that a node turns here, less those that others will turn no more, and its own that can wait. */
    private double score(Node node) {
        boolean leaves = noteLeaversInside(node);
        double turned = 0;
        double early = 0;
        for (int reader : node.units()) {
            for (int table : open.names(reader)) {
                int writer = lastLeaver[table];
                boolean othersInside = leaverInside[table] != NOBODY && leaverInside[table] != reader;
                if (writer != NOBODY && open.isOpen(writer, reader)) {
                    turned++;
                } else if (!othersInside && leaversLeft[table] > 0 && open.isOpenBefore(reader, table)) {
                    early++;
                }
            }
        }
        double score = turned - early - takenAway(node);
        return turned > 0 && leaves ? score + WRITER_FIRST : score;
    }

    private boolean noteLeaversInside(Node node) {
        boolean any = false;
        for (int unit : node.units()) {
            for (int table : use.leaves(unit)) {
                any = true;
                leaverInside[table] = unit;
            }
        }
        return any;
    }

    /** What readers to come lose by a node that takes rows away; clears what was noted about it. */
    private double takenAway(Node node) {
        double lost = 0;
        for (int unit : node.units()) {
            for (int table : use.writes(unit)) {
                if (leaverInside[table] == NOBODY && !counted[table]) {
                    counted[table] = true;
                    lost += expected(lastLeaver[table], table);
                }
            }
        }
        for (int unit : node.units()) {
            for (int table : use.writes(unit)) {
                counted[table] = false;
                leaverInside[table] = NOBODY;
            }
        }
        return lost;
    }

    /** How many of the readers to come have not yet run after a writer, taking those that have as spread evenly. */
    private double expected(int writer, int table) {
        if (writer == NOBODY) {
            return 0;
        }
        return (double) open.openAfter(writer, table) * readersLeft[table] / Math.max(1, open.readers(table));
    }
}

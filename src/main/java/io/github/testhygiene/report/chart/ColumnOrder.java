package io.github.testhygiene.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order of two columns in which the lines between them cross each other seldom: each box goes to the mean place of
 * those that it is joined with, by turns, and the best order seen is kept.
 *
 * @param left the left boxes' numbers from top to bottom
 * @param right the right boxes' numbers from top to bottom
 */
record ColumnOrder(List<Integer> left, List<Integer> right) {

    private static final int SWEEPS = 12;

    ColumnOrder {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /**
     * A line.
     *
     * @param left the left box's number
     * @param right the right box's number
     */
    record Link(int left, int right) {}

    /**
     * Orders the columns.
     *
     * @param left how many boxes are left
     * @param right how many are right
     * @param links the lines
     * @return the same for the same question
     */
    static ColumnOrder of(int left, int right, List<Link> links) {
        ColumnOrder best = new ColumnOrder(numbers(left), numbers(right));
        ColumnOrder order = best;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            order = sweep % 2 == 0
                    ? new ColumnOrder(order.left, byMean(order.right, order.left, flipped(links)))
                    : new ColumnOrder(byMean(order.left, order.right, links), order.right);
            if (order.crossings(links) < best.crossings(links)) {
                best = order;
            }
        }
        return best;
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static List<Link> flipped(List<Link> links) {
        return links.stream()
                .map(link -> new Link(/* left= */ link.right, /* right= */ link.left))
                .toList();
    }

    /** Moves the boxes that are left in the links to the mean places of the others. */
    private static List<Integer> byMean(List<Integer> moved, List<Integer> fixed, List<Link> links) {
        List<Integer> sorted = new ArrayList<>(moved);
        sorted.sort(Comparator.comparingDouble(box -> links.stream()
                .filter(link -> link.left == box)
                .mapToInt(link -> fixed.indexOf(link.right))
                .average()
                .orElse(0)));
        return sorted;
    }

    /**
     * How many pairs of lines cross.
     *
     * @param links the lines
     * @return 0 or more
     */
    int crossings(List<Link> links) {
        int crossings = 0;
        for (int i = 0; i < links.size(); i++) {
            for (int j = 0; j < i; j++) {
                int above = left.indexOf(links.get(i).left) - left.indexOf(links.get(j).left);
                int beside = right.indexOf(links.get(i).right) - right.indexOf(links.get(j).right);
                crossings += (long) above * beside < 0 ? 1 : 0;
            }
        }
        return crossings;
    }
}

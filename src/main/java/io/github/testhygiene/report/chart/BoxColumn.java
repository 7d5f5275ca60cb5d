package io.github.testhygiene.report.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/** One column of boxes, from top to bottom without overlap. */
final class BoxColumn {

    static final int TOP = 34;
    static final int GAP = 14;

    private final List<Integer> order;
    private final IntUnaryOperator heights;
    private final Map<Integer, Integer> tops = new HashMap<>();
    private int bottom = TOP;

    /**
     * Stacks boxes as close as may be.
     *
     * @param order the boxes' numbers from top to bottom
     * @param heights the height of each
     */
    BoxColumn(List<Integer> order, IntUnaryOperator heights) {
        this.order = order;
        this.heights = heights;
        for (int box : order) {
            put(box, bottom == TOP ? TOP : bottom + GAP);
        }
    }

    private void put(int box, int top) {
        tops.put(box, top);
        bottom = Math.max(bottom, top + height(box));
    }

    /**
     * Moves each box as near to the place that it wants as the others let it.
     *
     * @param wanted the middle that each wants
     * @param limit the lowest bottom; not above the column's
     */
    void spread(IntToDoubleFunction wanted, int limit) {
        int free = TOP;
        for (int box : order) {
            int top = Math.max(free, (int) Math.round(wanted.applyAsDouble(box)) - height(box) / 2);
            put(box, top);
            free = top + height(box) + GAP;
        }
        int end = limit;
        for (int i = order.size() - 1; i >= 0; i--) {
            int box = order.get(i);
            tops.put(box, Math.min(top(box), end - height(box)));
            end = top(box) - GAP;
        }
        bottom = order.stream().mapToInt(box -> top(box) + height(box)).max().orElse(TOP);
    }

    int top(int box) {
        return tops.getOrDefault(box, TOP);
    }

    int height(int box) {
        return heights.applyAsInt(box);
    }

    int middle(int box) {
        return top(box) + height(box) / 2;
    }

    int bottom() {
        return bottom;
    }
}

package io.github.testhygiene.report.chart;

import io.github.testhygiene.model.TestId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A box of the graph. Public for the templates alone.
 *
 * @param caption the small line on top, cut to the box: a test's class, or what several tests are to each other
 * @param lines who is in the box
 * @param x its left edge
 * @param y its top
 * @param height its height
 */
public record GraphNode(String caption, List<Line> lines, int x, int y, int height) {

    /** The width of every box. */
    public static final int WIDTH = 280;

    static final int LINE_HEIGHT = 18;
    private static final int CAPTION = 19;
    private static final int PADDING = 10;

    /** Copies the list. */
    public GraphNode {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a box without anybody");
        }
    }

    /**
     * A name in the box.
     *
     * @param test the test that is named; null for fixtures and for a note on how many are left out
     * @param text the name, cut to the box
     * @param whole the name
     */
    public record Line(@Nullable TestId test, String text, String whole) {}

    /**
     * The height that so many lines need.
     *
     * @param lines at least 1
     * @return the height
     */
    static int height(int lines) {
        return CAPTION + lines * LINE_HEIGHT + PADDING;
    }

    /**
     * Where the caption stands.
     *
     * @return its base line
     */
    public int captionY() {
        return top() + 18;
    }

    /**
     * Where a name stands.
     *
     * @param line its place, from 0 up
     * @return its base line
     */
    public int lineY(int line) {
        return top() + CAPTION + 17 + line * LINE_HEIGHT;
    }

    /** The box may be higher than its text, which stands in the middle. */
    private int top() {
        return y + (height - height(lines.size())) / 2;
    }
}

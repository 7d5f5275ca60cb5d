package io.github.testhygiene.report.chart;

/** The way of a line: a curve, then straight on to the box, with the label above the straight part. */
final class EdgeLine {

    /** The straight part. */
    private static final int LANE = 200;

    private static final int BEND = 130;
    private static final int HEAD = 9;
    private static final int LABEL_COLUMNS = 25;

    private EdgeLine() {}

    static GraphEdge route(Dependence dependence, int fromX, int fromY, int toX, int toY) {
        int lane = toX - LANE;
        String line = "M" + fromX + " " + fromY + "C" + (fromX + BEND) + " " + fromY + " " + (lane - BEND) + " " + toY
                + " " + lane + " " + toY + "H" + (toX - HEAD);
        String head = "M" + (toX - 1) + " " + toY + "l-" + HEAD + "-4v8z";
        return new GraphEdge(
                line,
                head,
                CutText.cut(dependence.through(), LABEL_COLUMNS),
                toX - HEAD - 5,
                toY - 5,
                dependence.sentence());
    }
}

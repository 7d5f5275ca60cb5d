package io.github.testhygiene.report.chart;

import java.util.List;

/**
 * Culprits at the left, those who depend on them at the right, and lines between them. Lengths are in pixels. Public for
 * the templates alone.
 *
 * @param setsUp whether it shows state-setters and brittle tests, rather than polluters and victims
 * @param culprits the left boxes, from top to bottom
 * @param suspects the right boxes, from top to bottom
 * @param edges the lines
 * @param height the height of the view box
 */
public record PollutionGraph(
        boolean setsUp, List<GraphNode> culprits, List<GraphNode> suspects, List<GraphEdge> edges, int height) {

    /** The width of the view box. */
    public static final int WIDTH = 1_000;

    /** Copies the lists. */
    public PollutionGraph {
        culprits = List.copyOf(culprits);
        suspects = List.copyOf(suspects);
        edges = List.copyOf(edges);
    }

    /**
     * What the left boxes are.
     *
     * @return a noun
     */
    public String left() {
        return (setsUp ? "State-setter" : "Polluter") + (culprits.size() == 1 ? "" : "s");
    }

    /**
     * What the right boxes are.
     *
     * @return a noun
     */
    public String right() {
        return (setsUp ? "Brittle test" : "Victim") + (suspects.size() == 1 ? "" : "s");
    }

    /**
     * What a line says.
     *
     * @return a verb
     */
    public String verb() {
        return setsUp ? "makes pass" : "makes fail";
    }
}

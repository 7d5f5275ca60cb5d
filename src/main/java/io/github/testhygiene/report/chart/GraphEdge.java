package io.github.testhygiene.report.chart;

/**
 * A line of the graph. Public for the templates alone.
 *
 * @param line the data of its path
 * @param head the data of its arrow head's path
 * @param label through what, cut to the room
 * @param labelX where the label ends
 * @param labelY the label's base line
 * @param sentence what it means
 */
public record GraphEdge(String line, String head, String label, int labelX, int labelY, String sentence) {}

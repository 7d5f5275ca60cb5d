package io.github.testhygiene.timing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The straight line through points that has the least sum of squared vertical distances, by ordinary least squares
 * (Legendre, <i>Nouvelles méthodes pour la détermination des orbites des comètes</i>, 1805; see NIST/SEMATECH
 * e-Handbook of Statistical Methods, 4.1.4.1), and Pearson's correlation coefficient of the points (Pearson,
 * <i>Proceedings of the Royal Society of London</i> 58, 1895, 240-242).
 *
 * @param slope by how much y grows with x
 * @param r the correlation, -1 to 1
 */
record LeastSquares(double slope, double r) {

    /**
     * A point.
     *
     * @param x what may explain
     * @param y what is to be explained
     */
    record Point(double x, double y) {}

    /** The line; empty if all points have one x or one y, so that there is nothing to explain. */
    static Optional<LeastSquares> through(List<Point> points) {
        // Sums of rounded numbers depend on their order: the same points always give the same line.
        List<Point> sorted = points.stream()
                .sorted(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
                .toList();
        double meanX = sorted.stream().mapToDouble(Point::x).average().orElse(0);
        double meanY = sorted.stream().mapToDouble(Point::y).average().orElse(0);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (Point point : sorted) {
            double dx = point.x() - meanX;
            double dy = point.y() - meanY;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
        return constant(sorted)
                ? Optional.empty()
                : Optional.of(new LeastSquares(xy / xx, Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))));
    }

    /** Compares the points themselves, because a mean of equal numbers may be rounded to another one. */
    private static boolean constant(List<Point> points) {
        return points.stream().mapToDouble(Point::x).distinct().count() < 2
                || points.stream().mapToDouble(Point::y).distinct().count() < 2;
    }
}

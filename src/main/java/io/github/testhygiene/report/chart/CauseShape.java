package io.github.testhygiene.report.chart;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.TestEntry;
import java.util.List;
import java.util.Locale;

/**
 * Why a test takes its time, as a mark that differs from the others in shape as well as in colour. Public for the
 * templates alone.
 */
public enum CauseShape {
    /** Not over its budget, so that nobody asked why. */
    FAST("not over the budget", 0, 0, "h0"),
    /** The server's own work. */
    SERVER("the server's work", 0, 0, "h0"),
    /** Rows that others left in tables that the test reads. */
    ROWS_ACCUMULATED("rows left by others", -5, 0, "h10m-5-5v10"),
    /** Connections that were opened. */
    CONNECTIONS("connections opened", 0, -6, "l6 6-6 6-6-6z"),
    /** The schema was made again. */
    SCHEMA("the schema made again", -5, -4, "h10l-5 9z"),
    /** Computing, waiting, other services. */
    CLIENT("computing or waiting", -5, 4, "h10l-5-9z"),
    /** Fixtures of the test itself. */
    TEST_FIXTURE("the test's fixtures", -4, -4, "h8v8h-8z"),
    /** Fixtures of the class. */
    CLASS_FIXTURE("the class's fixtures", -5, 4, "h10l-5-9z"),
    /** A framework's start. */
    FRAMEWORK_START("a framework's start", 0, -6, "l6 6-6 6-6-6z"),
    /** Containers that were started. */
    CONTAINERS("containers started", -5, -4, "h10l-5 9z"),
    /** Over its budget, and no cause is known. */
    UNKNOWN("over the budget, cause unknown", -4, -4, "l8 8m0-8l-8 8");

    private final String words;
    private final int fromX;
    private final int fromY;
    private final String outline;

    CauseShape(String words, int fromX, int fromY, String outline) {
        this.words = words;
        this.fromX = fromX;
        this.fromY = fromY;
        this.outline = outline;
    }

    /**
     * The shape of a test's first cause.
     *
     * @param test a test that was executed
     * @return a shape in any case
     */
    static CauseShape of(TestEntry test) {
        List<SlowCause> causes = test.slowBecause();
        if (causes != null && !causes.isEmpty()) {
            return of(causes.get(0).kind());
        }
        return test.budget() == Budget.OVER ? UNKNOWN : FAST;
    }

    /**
     * The shape of a kind of cause.
     *
     * @param kind the kind
     * @return its shape
     */
    public static CauseShape of(SlowCause.Kind kind) {
        return switch (kind) {
            case SERVER -> SERVER;
            case ROWS_ACCUMULATED -> ROWS_ACCUMULATED;
            case CONNECTIONS -> CONNECTIONS;
            case SCHEMA -> SCHEMA;
            case CLIENT -> CLIENT;
            case TEST_FIXTURE -> TEST_FIXTURE;
            case CLASS_FIXTURE -> CLASS_FIXTURE;
            case FRAMEWORK_START -> FRAMEWORK_START;
            case CONTAINERS -> CONTAINERS;
        };
    }

    /**
     * What the shape means.
     *
     * @return for example {@code the server's work}
     */
    public String words() {
        return words;
    }

    /**
     * The shape's name in the style sheet.
     *
     * @return for example {@code k-server}
     */
    public String style() {
        return "k-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The mark at some place.
     *
     * @param x its middle
     * @param y its middle
     * @return the data of an SVG path, at most 22 bytes in a chart
     */
    public String at(int x, int y) {
        return "M" + (x + fromX) + " " + (y + fromY) + outline;
    }
}

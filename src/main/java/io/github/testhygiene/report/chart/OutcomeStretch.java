package io.github.testhygiene.report.chart;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Neighbouring tests of the reference order that have the same outcome in one run.
 *
 * @param outcome the outcome
 * @param length how many tests; at least 1
 */
public record OutcomeStretch(Outcome outcome, int length) {

    /** Checks that it is not empty. */
    public OutcomeStretch {
        Objects.requireNonNull(outcome, "outcome");
        if (length < 1) {
            throw new IllegalArgumentException("a stretch of " + length + " tests");
        }
    }

    /**
     * Puts equal neighbours together.
     *
     * @param outcomes one for each test
     * @return stretches in the same order; no two neighbours have the same outcome
     */
    static List<OutcomeStretch> of(List<Outcome> outcomes) {
        List<OutcomeStretch> stretches = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= outcomes.size(); i++) {
            if (i == outcomes.size() || outcomes.get(i) != outcomes.get(start)) {
                stretches.add(new OutcomeStretch(outcomes.get(start), i - start));
                start = i;
            }
        }
        return stretches;
    }

    /**
     * A horizontal line wherever one of some outcomes stands; one unit is one test.
     *
     * @param stretches all stretches of a run
     * @param y the line's height in the picture
     * @param first an outcome
     * @param others outcomes that are drawn alike
     * @return the data of an SVG path, of about 7 bytes a line; empty if none stands
     */
    static String path(List<OutcomeStretch> stretches, int y, Outcome first, Outcome... others) {
        Set<Outcome> drawn = EnumSet.of(first, others);
        StringBuilder path = new StringBuilder();
        int at = 0;
        int pen = 0;
        int end = 0; // Of the line that is being drawn, if it is beyond the pen.
        for (OutcomeStretch stretch : stretches) {
            if (drawn.contains(stretch.outcome())) {
                if (end == at && end > pen) {
                    end += stretch.length();
                } else {
                    pen = line(path, pen, end);
                    move(path, pen, at, y);
                    pen = at;
                    end = at + stretch.length();
                }
            }
            at += stretch.length();
        }
        line(path, pen, end);
        return path.toString();
    }

    private static void move(StringBuilder path, int pen, int to, int y) {
        if (path.length() == 0) {
            path.append('M').append(to).append(' ').append(y);
        } else {
            path.append('m').append(to - pen).append(" 0");
        }
    }

    private static int line(StringBuilder path, int pen, int end) {
        if (end <= pen) {
            return pen;
        }
        path.append('h').append(end - pen);
        return end;
    }
}

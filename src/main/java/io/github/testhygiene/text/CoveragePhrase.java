package io.github.testhygiene.text;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.OrderCoverage;
import org.jspecify.annotations.Nullable;

/** Says in words how much of what can depend on order was tried. */
public final class CoveragePhrase {

    private static final String MEANING =
            " Suspected is a pair of a test that leaves rows in a table and one that names it; it counts if they ran in that"
                    + " order with no other writer between them. Neighbours are tests of a class of which one directly"
                    + " followed the other.";

    private CoveragePhrase() {}

    /**
     * Says what was tried.
     *
     * @param report the report
     * @return a sentence; empty if nothing was run again, or if there are no two tests that can change places
     */
    public static String describe(HygieneReport report) {
        String tried = tried(report.coverage());
        return tried.isEmpty() ? "" : tried + ".";
    }

    /**
     * Says what was tried, and what that is worth.
     *
     * @param report the report
     * @return a sentence; empty like {@link #describe}
     */
    public static String withPower(HygieneReport report) {
        OrderCoverage coverage = report.coverage();
        String tried = tried(coverage);
        return coverage == null || tried.isEmpty()
                ? ""
                : tried + "; so many show a victim of one polluter and one cleaner with "
                        + Phrases.percent(coverage.detectionPower()) + ".";
    }

    /**
     * Says what was tried, and what the words mean.
     *
     * @param report the report
     * @return sentences; empty like {@link #describe}
     */
    public static String explained(HygieneReport report) {
        String sentence = describe(report);
        return sentence.isEmpty() ? "" : sentence + MEANING;
    }

    private static String tried(@Nullable OrderCoverage coverage) {
        if (coverage == null || coverage.pairs() == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder("Tried ")
                .append(Phrases.count(coverage.orders(), "order"))
                .append(" of ")
                .append(Phrases.count(coverage.tests(), "test"))
                .append(": ")
                .append(percent(coverage.bothWays(), coverage.pairs()))
                .append(" of the pairs both ways round");
        if (coverage.suspected() > 0) {
            text.append(", ")
                    .append(Phrases.number(coverage.suspectedSeen()))
                    .append(" of ")
                    .append(Phrases.count(coverage.suspected(), "suspected pair"));
        }
        if (coverage.neighbours() > 0) {
            text.append(", ")
                    .append(percent(coverage.neighboursSeen(), coverage.neighbours()))
                    .append(" of the neighbours");
        }
        return text.toString();
    }

    private static String percent(long part, long whole) {
        return Phrases.percent((double) part / whole);
    }
}

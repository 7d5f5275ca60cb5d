package io.github.testhygiene.report;

import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.text.CappedList;
import io.github.testhygiene.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One table in which tests leave rows. Public for the templates alone.
 *
 * @param table its name, fit to be shown
 * @param tests how many tests leave something there
 * @param growth by how many rows they make it grow; negative if it shrinks
 * @param shares what each of them leaves there
 */
public record TableRows(String table, int tests, long growth, CappedList<Share> shares) {

    private static final int SHARES = 5;
    private static final int NAME_LIMIT = 200;

    /**
     * What one test leaves in the table.
     *
     * @param by the test
     * @param change what it leaves there
     */
    public record Share(TraceOwner by, TableChange change) {}

    /**
     * Sorts by tables what tests left.
     *
     * @param tests the tests, in the reference order
     * @return the table first in which the most tests leave rows; among equals, the one that grows or shrinks most
     */
    static List<TableRows> of(List<TraceOwner> tests) {
        Map<String, List<Share>> shares = new LinkedHashMap<>();
        for (TraceOwner test : tests) {
            for (TableChange change : test.rows()) {
                shares.computeIfAbsent(change.table(), unused -> new ArrayList<>())
                        .add(new Share(test, change));
            }
        }
        return shares.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(TableRows::tests)
                        .thenComparingLong(rows -> Math.abs(rows.growth()))
                        .reversed()
                        .thenComparing(TableRows::table))
                .toList();
    }

    private static TableRows of(String table, List<Share> shares) {
        long growth =
                shares.stream().mapToLong(share -> share.change().growth()).sum();
        String name = PlainText.line(table, NAME_LIMIT);
        return new TableRows(name, shares.size(), growth, CappedList.of(shares, SHARES));
    }
}

package io.github.testhygiene.postgres.difference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares a table's rows in two databases. */
public final class TableComparison {

    /** A larger table is not compared. */
    static final int MOST_ROWS = 200_000;

    private static final String SUMMARY =
            "SELECT /* test-hygiene */ count(*), coalesce(sum(hashtextextended(line, 0)::numeric), 0)"
                    + " FROM (SELECT " + RowReader.WHOLE_ROW + " AS line FROM ONLY %s AS test_hygiene_row LIMIT "
                    + (MOST_ROWS + 1)
                    + ") AS lines";

    private final RowReader before;
    private final RowReader after;

    TableComparison(RowReader before, RowReader after) {
        this.before = before;
        this.after = after;
    }

    /** A table is too large. */
    static final class TooLarge extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Finds the rows that differ. Rows with the same key are one row, which was updated; of a table without a key,
     * whole rows are compared.
     */
    List<LeftRow> compare(ComparedTable table) throws SQLException, TooLarge {
        if (summary(before, table).equals(summary(after, table))) {
            return List.of();
        }
        Map<String, Deque<String>> gone = new HashMap<>();
        before.all(table, List.of(RowReader.DIGEST), (place, values) -> gone.computeIfAbsent(
                        values.get(0), digest -> new ArrayDeque<>(1))
                .add(place));
        List<String> come = new ArrayList<>();
        after.all(table, List.of(RowReader.DIGEST), (place, values) -> {
            Deque<String> same = gone.get(values.get(0));
            if (same == null) {
                come.add(place);
            } else {
                same.remove();
                if (same.isEmpty()) {
                    gone.remove(values.get(0));
                }
            }
        });
        return pairs(table, gone.values().stream().flatMap(Deque::stream).toList(), come);
    }

    /** Every row of a table that was not there before. */
    List<LeftRow> allOf(ComparedTable table) throws SQLException, TooLarge {
        summary(after, table);
        List<LeftRow> rows = new ArrayList<>();
        after.all(table, List.of(), (place, values) -> rows.add(new LeftRow(table, null, place)));
        return rows;
    }

    private List<LeftRow> pairs(ComparedTable table, List<String> gone, List<String> come) throws SQLException {
        Map<List<@Nullable String>, String> goneByKey = byKey(before, table, gone);
        Map<List<@Nullable String>, String> comeByKey = byKey(after, table, come);
        List<LeftRow> rows = new ArrayList<>();
        // Keys that cannot be told apart as text are none.
        if (goneByKey.size() < gone.size() || comeByKey.size() < come.size()) {
            come.forEach(place -> rows.add(new LeftRow(table, null, place)));
            gone.forEach(place -> rows.add(new LeftRow(table, place, null)));
        } else {
            comeByKey.forEach((key, place) -> rows.add(new LeftRow(table, goneByKey.remove(key), place)));
            goneByKey.values().forEach(place -> rows.add(new LeftRow(table, place, null)));
        }
        return rows;
    }

    /** Empty if the table has no key. */
    private static Map<List<@Nullable String>, String> byKey(
            RowReader reader, ComparedTable table, Collection<String> places) throws SQLException {
        Map<List<@Nullable String>, String> keyed = new LinkedHashMap<>();
        List<String> key =
                table.keyColumns().stream().map(ComparedTable.Column::quoted).toList();
        if (!key.isEmpty() && !places.isEmpty()) {
            reader.at(table, places, key, (place, values) -> keyed.put(values, place));
        }
        return keyed;
    }

    /** The number of rows, and a sum that tells whether they are the same, in whatever order. */
    private static List<String> summary(RowReader reader, ComparedTable table) throws SQLException, TooLarge {
        try (Statement statement = reader.connection().createStatement();
                ResultSet row = statement.executeQuery(String.format(SUMMARY, table.name()))) {
            row.next();
            if (row.getLong(1) > MOST_ROWS) {
                throw new TooLarge();
            }
            return List.of(row.getString(1), row.getString(2));
        }
    }
}

package io.github.testhygiene.postgres.difference;

import io.github.testhygiene.model.LeftItem.Kind;
import io.github.testhygiene.model.SecretNames;
import io.github.testhygiene.postgres.difference.ComparedTable.Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in a few words which row it is: {@code id 17}. */
public final class RowDescriptions {

    private static final int MOST_CHARACTERS = 80;
    private static final int COLUMNS_OF_A_ROW_WITHOUT_KEY = 8;

    private final RowReader before;
    private final RowReader after;

    RowDescriptions(RowReader before, RowReader after) {
        this.before = before;
        this.after = after;
    }

    /** Describes rows of one table. */
    Map<LeftRow, String> of(ComparedTable table, List<LeftRow> rows) throws SQLException {
        boolean keyed = !table.key().isEmpty();
        List<Column> shown = keyed
                ? table.keyColumns()
                : table.columns().stream().limit(COLUMNS_OF_A_ROW_WITHOUT_KEY).toList();
        Map<LeftRow, List<@Nullable String>> were = values(before, true, table, rows, shown);
        Map<LeftRow, List<@Nullable String>> are = values(after, false, table, rows, shown);
        List<LeftRow> updated =
                rows.stream().filter(row -> row.kind() == Kind.UPDATED).toList();
        Map<LeftRow, String> differences = updated.isEmpty() ? Map.of() : differences(table, updated);
        Map<LeftRow, String> texts = new HashMap<>();
        for (LeftRow row : rows) {
            List<@Nullable String> values = Objects.requireNonNull((row.after() == null ? were : are).get(row));
            String difference = differences.get(row);
            String text = text(shown, values, keyed);
            texts.put(row, cut(difference == null ? text : text + ": " + difference));
        }
        return texts;
    }

    private static String text(List<Column> columns, List<@Nullable String> values, boolean keyed) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (keyed || values.get(i) != null) {
                parts.add(columns.get(i).name() + " " + value(columns.get(i), values.get(i)));
            }
        }
        return parts.isEmpty() ? "a row of nulls" : String.join(", ", parts);
    }

    private Map<LeftRow, String> differences(ComparedTable table, List<LeftRow> rows) throws SQLException {
        List<Column> columns = table.columns().stream()
                .filter(column -> !table.key().contains(column.name()))
                .toList();
        Map<LeftRow, List<@Nullable String>> were = values(before, true, table, rows, columns);
        Map<LeftRow, String> texts = new HashMap<>();
        values(after, false, table, rows, columns).forEach((row, now) -> {
            List<@Nullable String> old = Objects.requireNonNull(were.get(row));
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                if (!Objects.equals(old.get(i), now.get(i))) {
                    Column column = columns.get(i);
                    String was = value(column, old.get(i));
                    String is = value(column, now.get(i));
                    parts.add(column.name() + (was.equals(is) ? " changed" : " " + was + " → " + is));
                }
            }
            texts.put(row, String.join(", ", parts));
        });
        return texts;
    }

    private static Map<LeftRow, List<@Nullable String>> values(
            RowReader reader, boolean inBefore, ComparedTable table, List<LeftRow> rows, List<Column> columns)
            throws SQLException {
        Map<String, LeftRow> places = new HashMap<>();
        rows.forEach(row -> {
            String place = row.place(inBefore);
            if (place != null) {
                places.put(place, row);
            }
        });
        Map<LeftRow, List<@Nullable String>> values = new HashMap<>();
        if (!places.isEmpty()) {
            List<String> expressions =
                    columns.stream().map(RowDescriptions::beginning).toList();
            reader.at(table, places.keySet(), expressions, (place, read) -> {
                LeftRow row = places.get(place);
                if (row != null) {
                    values.put(row, read);
                }
            });
        }
        return values;
    }

    /** Of a long value its beginning, and what tells it from others with the same beginning. */
    private static String beginning(Column column) {
        String text = "(" + column.quoted() + ")::text";
        return "CASE WHEN length(" + text + ") > " + MOST_CHARACTERS + " THEN left(" + text + ", " + MOST_CHARACTERS
                + ") || hashtextextended(" + text + ", 0) ELSE " + text + " END";
    }

    private static String value(Column column, @Nullable String text) {
        if (text == null) {
            return "null";
        }
        if (SecretNames.suggest(column.name())) {
            return "***";
        }
        String line = cut(text.replaceAll("\\p{Cntrl}", " "));
        return column.bare() ? line : "'" + line + "'";
    }

    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= MOST_CHARACTERS) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS - 1)) + "…";
    }
}

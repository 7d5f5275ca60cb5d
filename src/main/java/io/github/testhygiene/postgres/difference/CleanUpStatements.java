package io.github.testhygiene.postgres.difference;

import io.github.testhygiene.model.LeftItem.Kind;
import io.github.testhygiene.model.SecretNames;
import io.github.testhygiene.postgres.difference.ComparedTable.Column;
import io.github.testhygiene.postgres.difference.DifferenceItems.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes SQL that a fixture could execute: rows are named by their keys. */
public final class CleanUpStatements {

    private static final int MOST_STATEMENTS = 10;
    private static final int MOST_ROWS = 50;
    private static final int MOST_CHARACTERS = 2_000;

    private final List<ForeignKey> foreignKeys;
    private final RowReader before;
    private final RowReader after;
    private final boolean insertFirst;

    /**
     * For one difference.
     *
     * @param insertFirst whether updated rows refer to inserted ones, which can be deleted only when they do not any more;
     *     else what is deleted makes room for what is inserted
     */
    CleanUpStatements(List<ForeignKey> foreignKeys, RowReader before, RowReader after, boolean insertFirst) {
        this.foreignKeys = foreignKeys;
        this.before = before;
        this.after = after;
        this.insertFirst = insertFirst;
    }

    /** Something has no key, is secret, or is too much. */
    private static final class NotWritten extends Exception {

        private static final long serialVersionUID = 1L;
    }

    List<String> of(List<Part> parts) throws SQLException {
        Map<Kind, Map<ComparedTable, List<LeftRow>>> rows = new HashMap<>();
        List<String> sequences = new ArrayList<>();
        for (Part part : parts) {
            part.rows().forEach(row -> rows.computeIfAbsent(row.kind(), kind -> new LinkedHashMap<>())
                    .computeIfAbsent(row.table(), table -> new ArrayList<>())
                    .add(row));
            part.sequence().ifPresent(sequence -> sequences.add("SELECT " + sequence.setBack()));
        }
        try {
            List<String> deletes = deletes(rows.getOrDefault(Kind.INSERTED, Map.of()));
            List<String> updates = updates(rows.getOrDefault(Kind.UPDATED, Map.of()));
            List<String> inserts = inserts(rows.getOrDefault(Kind.DELETED, Map.of()));
            List<String> statements = new ArrayList<>(insertFirst ? inserts : deletes);
            statements.addAll(insertFirst ? updates : inserts);
            statements.addAll(insertFirst ? deletes : updates);
            statements.addAll(sequences);
            boolean tooMuch = statements.size() > MOST_STATEMENTS
                    || statements.stream().anyMatch(statement -> statement.length() > MOST_CHARACTERS);
            return tooMuch ? List.of() : List.copyOf(statements);
        } catch (NotWritten e) {
            return List.of();
        }
    }

    private List<String> deletes(Map<ComparedTable, List<LeftRow>> rows) throws SQLException, NotWritten {
        List<String> statements = new ArrayList<>();
        for (ComparedTable table : childrenFirst(rows)) {
            List<Column> key = key(table);
            List<String> keys = read(after, false, table, rows.get(table), key).values().stream()
                    .map(values -> String.join(", ", values))
                    .map(values -> key.size() == 1 ? values : "(" + values + ")")
                    .toList();
            String where = key.size() == 1 ? names(key) : "(" + names(key) + ")";
            String test = keys.size() == 1 ? " = " + keys.get(0) : " IN (" + String.join(", ", keys) + ")";
            statements.add("DELETE FROM " + only(table) + " WHERE " + where + test);
        }
        return statements;
    }

    private List<String> inserts(Map<ComparedTable, List<LeftRow>> rows) throws SQLException, NotWritten {
        List<String> statements = new ArrayList<>();
        for (ComparedTable table : childrenFirst(rows)) {
            key(table); // such a row could not be found again
            String numbered =
                    table.written().stream().anyMatch(Column::alwaysIdentity) ? " OVERRIDING SYSTEM VALUE" : "";
            String values = read(before, true, table, rows.get(table), table.written()).values().stream()
                    .map(row -> "(" + String.join(", ", row) + ")")
                    .collect(Collectors.joining(", "));
            statements.add(
                    0,
                    "INSERT INTO " + table.name() + " (" + names(table.written()) + ")" + numbered + " VALUES "
                            + values);
        }
        return statements;
    }

    private List<String> updates(Map<ComparedTable, List<LeftRow>> rows) throws SQLException, NotWritten {
        List<String> statements = new ArrayList<>();
        for (Map.Entry<ComparedTable, List<LeftRow>> entry : rows.entrySet()) {
            ComparedTable table = entry.getKey();
            List<Column> key = key(table);
            Map<LeftRow, List<String>> keys = read(after, false, table, entry.getValue(), key);
            for (LeftRow row : entry.getValue()) {
                String set = set(table, row);
                List<String> values = Objects.requireNonNull(keys.get(row));
                List<String> where = new ArrayList<>();
                for (int i = 0; i < key.size(); i++) {
                    where.add(key.get(i).quoted() + " = " + values.get(i));
                }
                statements.add("UPDATE " + only(table) + " SET " + set + " WHERE " + String.join(" AND ", where));
            }
        }
        return statements;
    }

    /** Only columns that changed, so that secrets in others stay where they are. */
    private String set(ComparedTable table, LeftRow row) throws SQLException, NotWritten {
        List<Column> columns = table.written();
        List<@Nullable String> old =
                values(before, true, table, List.of(row), columns).getOrDefault(row, List.of());
        List<@Nullable String> now =
                values(after, false, table, List.of(row), columns).getOrDefault(row, List.of());
        List<String> set = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!Objects.equals(old.get(i), now.get(i))) {
                set.add(columns.get(i).quoted() + " = " + literal(columns.get(i), old.get(i)));
            }
        }
        if (set.isEmpty()) {
            throw new NotWritten();
        }
        return String.join(", ", set);
    }

    /** A row's values as they stand in SQL. */
    private static Map<LeftRow, List<String>> read(
            RowReader reader, boolean inBefore, ComparedTable table, @Nullable List<LeftRow> rows, List<Column> columns)
            throws SQLException, NotWritten {
        if (rows == null || rows.size() > MOST_ROWS) {
            throw new NotWritten();
        }
        Map<LeftRow, List<@Nullable String>> read = values(reader, inBefore, table, rows, columns);
        Map<LeftRow, List<String>> literals = new LinkedHashMap<>();
        for (LeftRow row : rows) {
            List<@Nullable String> values = Objects.requireNonNull(read.get(row));
            List<String> ofRow = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                ofRow.add(literal(columns.get(i), values.get(i)));
            }
            literals.put(row, ofRow);
        }
        return literals;
    }

    private static Map<LeftRow, List<@Nullable String>> values(
            RowReader reader, boolean inBefore, ComparedTable table, List<LeftRow> rows, List<Column> columns)
            throws SQLException {
        Map<String, LeftRow> places = new LinkedHashMap<>();
        rows.forEach(row -> places.put(String.valueOf(row.place(inBefore)), row));
        Map<LeftRow, List<@Nullable String>> values = new HashMap<>();
        reader.at(
                table,
                places.keySet(),
                columns.stream().map(Column::quoted).toList(),
                (place, read) -> values.put(Objects.requireNonNull(places.get(place)), read));
        return values;
    }

    private static String literal(Column column, @Nullable String value) throws NotWritten {
        if (value == null) {
            return "null";
        }
        if (SecretNames.suggest(column.name())) {
            throw new NotWritten();
        }
        return column.literal(value);
    }

    private static List<Column> key(ComparedTable table) throws NotWritten {
        if (table.key().isEmpty()) {
            throw new NotWritten();
        }
        return table.keyColumns();
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::quoted).collect(Collectors.joining(", "));
    }

    private static String only(ComparedTable table) {
        return table.hasChildren() ? "ONLY " + table.name() : table.name();
    }

    /** Of tables that refer to each other in a circle, any may come first. */
    private List<ComparedTable> childrenFirst(Map<ComparedTable, List<LeftRow>> rows) {
        List<ComparedTable> left = new ArrayList<>(rows.keySet());
        List<ComparedTable> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            ComparedTable next = left.stream()
                    .filter(parent -> left.stream().noneMatch(child -> refers(child, parent)))
                    .findFirst()
                    .orElse(left.get(0));
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private boolean refers(ComparedTable child, ComparedTable parent) {
        return !child.equals(parent)
                && foreignKeys.stream()
                        .anyMatch(key -> key.children().contains(child.name())
                                && key.parents().contains(parent.name()));
    }
}

package io.github.testhygiene.postgres.difference;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.database.Transactions;
import io.github.testhygiene.postgres.server.Connections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLState;

/** Writes rows and sequences of a copy back to what they were. */
public final class RowReversal {

    private static final int ROWS_AT_ONCE = 500;
    private static final int CHARACTERS_AT_ONCE = 4_000_000;

    private final RowReader before;
    private final Connection copy;
    private final Map<ComparedTable, List<LeftRow>> rows = new LinkedHashMap<>();

    private RowReversal(RowReader before, Connection copy, List<LeftRow> rows) {
        this.before = before;
        this.copy = copy;
        rows.forEach(row -> this.rows
                .computeIfAbsent(row.table(), table -> new ArrayList<>())
                .add(row));
    }

    static void apply(
            DatabaseCoordinates before,
            DatabaseCoordinates copy,
            List<LeftRow> rows,
            List<LeftSequence> sequences,
            List<ForeignKey> foreignKeys)
            throws SQLException {
        try (Connection reading = Connections.open(before);
                Connection writing = Connections.open(copy);
                RowReader old = new RowReader(reading)) {
            RowReader.prepare(writing);
            RowReversal taking = new RowReversal(old, writing, rows);
            Set<String> names =
                    taking.rows.keySet().stream().map(ComparedTable::name).collect(Collectors.toSet());
            List<ForeignKey> touched = foreignKeys.stream()
                    .filter(key -> key.children().stream().anyMatch(names::contains)
                            || key.parents().stream().anyMatch(names::contains))
                    .toList();
            DisabledTriggers silence = DisabledTriggers.of(writing, names, touched);
            Transactions.run(writing, statement -> {
                silence.begin(statement);
                taking.deleteRows();
                taking.insertRows();
                for (LeftSequence sequence : sequences) {
                    statement.execute("SELECT /* test-hygiene */ " + sequence.setBack());
                }
                silence.end(statement);
                check(statement, touched);
            });
        }
    }

    /** An updated row is deleted and written anew: so two rows can swap what has to be unique. */
    private void deleteRows() throws SQLException {
        for (Map.Entry<ComparedTable, List<LeftRow>> table : rows.entrySet()) {
            List<String> places = places(table.getValue(), false);
            if (places.isEmpty()) {
                continue;
            }
            String name = table.getKey().name();
            try (PreparedStatement delete = copy.prepareStatement(
                    "DELETE /* test-hygiene */ FROM ONLY " + name + " WHERE ctid = ANY (?::text[]::tid[])")) {
                delete.setArray(1, RowReader.array(copy, places));
                expect(places.size(), delete.executeUpdate(), name);
            }
        }
    }

    private void insertRows() throws SQLException {
        for (Map.Entry<ComparedTable, List<LeftRow>> table : rows.entrySet()) {
            List<String> places = places(table.getValue(), true);
            if (places.isEmpty()) {
                continue;
            }
            try (PreparedStatement insert = copy.prepareStatement(insert(table.getKey()))) {
                Batch batch = new Batch(insert);
                before.at(
                        table.getKey(),
                        places,
                        List.of(RowReader.WHOLE_ROW),
                        (place, values) -> batch.add(String.valueOf(values.get(0))));
                batch.flush();
                expect(places.size(), batch.written, table.getKey().name());
            }
        }
    }

    /** The rows' text forms become rows again before their columns are taken. */
    private static String insert(ComparedTable table) {
        List<ComparedTable.Column> columns = table.written();
        return columns.stream()
                        .map(ComparedTable.Column::quoted)
                        .collect(Collectors.joining(
                                ", ",
                                "INSERT /* test-hygiene */ INTO " + table.name() + " (",
                                ") OVERRIDING SYSTEM VALUE SELECT "))
                + columns.stream()
                        .map(column -> "(old.line)." + column.quoted())
                        .collect(Collectors.joining(
                                ", ",
                                "",
                                " FROM (SELECT text::" + table.name()
                                        + " AS line FROM unnest(?::text[]) AS lines(text) OFFSET 0) AS old"));
    }

    private final class Batch {

        private final PreparedStatement insert;
        private final List<String> lines = new ArrayList<>();
        private int characters;
        private int written;

        Batch(PreparedStatement insert) {
            this.insert = insert;
        }

        void add(String line) throws SQLException {
            lines.add(line);
            characters += line.length();
            if (lines.size() >= ROWS_AT_ONCE || characters >= CHARACTERS_AT_ONCE) {
                flush();
            }
        }

        void flush() throws SQLException {
            if (!lines.isEmpty()) {
                insert.setArray(1, RowReader.array(copy, lines));
                written += insert.executeUpdate();
                lines.clear();
                characters = 0;
            }
        }
    }

    private static List<String> places(List<LeftRow> rows, boolean inBefore) {
        List<String> places = new ArrayList<>();
        for (LeftRow row : rows) {
            String place = row.place(inBefore);
            if (place != null) {
                places.add(place);
            }
        }
        return places;
    }

    /** A rule of the table can do otherwise than it is told. */
    private static void expect(int rows, int written, String table) throws SQLException {
        if (rows != written) {
            throw new SQLException(
                    written + " instead of " + rows + " rows of " + table + " were written",
                    PSQLState.DATA_ERROR.getState());
        }
    }

    private static void check(Statement statement, List<ForeignKey> keys) throws SQLException {
        for (ForeignKey key : keys) {
            if (!key.checkable()) {
                continue;
            }
            try (ResultSet row = statement.executeQuery(key.violations())) {
                if (row.next()) {
                    throw new SQLException(
                            "rows of " + key.child() + " would violate the foreign key " + key.name(),
                            PSQLState.FOREIGN_KEY_VIOLATION.getState());
                }
            }
        }
    }
}

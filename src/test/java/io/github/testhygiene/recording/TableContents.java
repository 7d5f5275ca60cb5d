package io.github.testhygiene.recording;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All rows of all tables, read by SQL: for each table a file, which a truncation replaces, and keys with their rows. */
record TableContents(Map<String, String> files, Map<String, Map<String, List<String>>> rows) {

    /** What differs between two contents. */
    record Difference(long inserted, long updated, long deleted, boolean truncated, long before, long after) {}

    /** The columns of the primary keys, by table; a table without one has none. */
    static Map<String, List<String>> keys(Connection connection) throws SQLException {
        Map<String, List<String>> keys = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT 'public.' || quote_ident(t.relname), array_remove(array_agg(a.attname::text
                          ORDER BY array_position(i.indkey::int2[], a.attnum)), NULL)
                        FROM pg_class t LEFT JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
                        LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
                        WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace GROUP BY 1
                        """)) {
            while (row.next()) {
                keys.put(row.getString(1), List.of((String[]) row.getArray(2).getArray()));
            }
        }
        return keys;
    }

    static TableContents read(Connection connection, Map<String, List<String>> keys) throws SQLException {
        Map<String, String> files = new HashMap<>();
        Map<String, Map<String, List<String>>> rows = new HashMap<>();
        String sql = keys.entrySet().stream()
                .map(each -> "SELECT '" + each.getKey() + "', pg_relation_filenode('" + each.getKey() + "'), "
                        + key(each.getValue()) + ", md5(t::text), t.ctid IS NOT NULL FROM (SELECT) one LEFT JOIN ONLY "
                        + each.getKey() + " t ON true")
                .collect(Collectors.joining(" UNION ALL "));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                files.put(row.getString(1), row.getString(2));
                Map<String, List<String>> table = rows.computeIfAbsent(row.getString(1), name -> new HashMap<>());
                if (row.getBoolean(5)) {
                    table.computeIfAbsent(row.getString(3), key -> new ArrayList<>())
                            .add(row.getString(4));
                }
            }
        }
        return new TableContents(files, rows);
    }

    private static String key(List<String> columns) {
        return columns.isEmpty()
                ? "md5(t::text)"
                : columns.stream()
                        .map(column -> "t.\"" + column + "\"")
                        .collect(Collectors.joining(", ", "ROW(", ")::text"));
    }

    long size(String table) {
        return rows.get(table).values().stream().mapToLong(List::size).sum();
    }

    /** Compares with what came later; only tables that differ. */
    Map<String, Difference> until(TableContents later) {
        Map<String, Difference> differences = new TreeMap<>();
        for (String table : rows.keySet()) {
            Difference difference = difference(table, later);
            if (difference.inserted() + difference.updated() + difference.deleted() > 0) {
                differences.put(table, difference);
            }
        }
        return differences;
    }

    private Difference difference(String table, TableContents later) {
        long before = size(table);
        long after = later.size(table);
        if (!files.get(table).equals(later.files.get(table))) {
            return new Difference(after, 0, before, true, before, after);
        }
        long inserted = 0;
        long updated = 0;
        long deleted = 0;
        Set<String> keys = new HashSet<>(rows.get(table).keySet());
        keys.addAll(later.rows.get(table).keySet());
        for (String key : keys) {
            List<String> old = rows.get(table).getOrDefault(key, List.of());
            List<String> now = later.rows.get(table).getOrDefault(key, List.of());
            inserted += Math.max(0, now.size() - old.size());
            deleted += Math.max(0, old.size() - now.size());
            updated += old.size() == now.size() && !old.equals(now) ? 1 : 0;
        }
        return new Difference(inserted, updated, deleted, false, before, after);
    }
}

package io.github.testhygiene.postgres.difference;

import io.github.testhygiene.postgres.difference.ComparedTable.Column;
import io.github.testhygiene.postgres.log.CatalogReader;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a {@link ComparedSchema}. */
public final class ComparedSchemaReader {

    private static final String NAME = "quote_ident(n.nspname) || '.' || quote_ident(c.relname)";

    private static final String TABLES = """
            SELECT /* test-hygiene */ {name}, c.relkind = 'm',
                   EXISTS (SELECT FROM pg_inherits i WHERE i.inhparent = c.oid),
                   ARRAY(SELECT a.attname::text {columns}), ARRAY(SELECT quote_ident(a.attname) {columns}),
                   ARRAY(SELECT format_type(a.atttypid, a.atttypmod) {columns}),
                   ARRAY(SELECT (a.attgenerated <> '')::text {columns}), ARRAY(SELECT (a.attidentity = 'a')::text {columns}),
                   ARRAY(SELECT a.attname::text FROM pg_index i, unnest(i.indkey::int2[]) WITH ORDINALITY k(number, place)
                           JOIN pg_attribute a ON a.attnum = k.number
                          WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND k.place <= i.indnkeyatts
                          ORDER BY k.place)
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'm') AND c.relpersistence <> 't' AND (c.relkind = 'r' OR c.relispopulated) AND {user}
            """.replace("{name}", NAME)
            .replace("{user}", CatalogReader.IN_USER_SCHEMA)
            .replace(
                    "{columns}",
                    "FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum");

    private static final String UNIQUE_KEYS =
            """
            SELECT /* test-hygiene */ {name},
                   ARRAY(SELECT pg_get_indexdef(i.indexrelid, k, false) FROM generate_series(1, i.indnkeyatts::int) k)
              FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE i.indisunique AND c.relkind = 'r' AND c.relpersistence <> 't' AND {user}
            """.replace("{name}", NAME).replace("{user}", CatalogReader.IN_USER_SCHEMA);

    /** What only newer servers know stands in the row's JSON. */
    private static final String FOREIGN_KEYS = """
            SELECT /* test-hygiene */ quote_ident(f.conname), {child}, {parent}, {columns}, {referenced},
                   f.convalidated AND coalesce((to_jsonb(f) ->> 'conenforced')::boolean, true)
                       AND NOT coalesce((to_jsonb(f) ->> 'conperiod')::boolean, false),
                   pg_get_constraintdef(f.oid)
              FROM pg_constraint f
             WHERE f.contype = 'f' AND f.conparentid = 0
             ORDER BY 2, 1
            """.replace("{child}", withPartitions("f.conrelid"))
            .replace("{parent}", withPartitions("f.confrelid"))
            .replace("{columns}", columns("f.conrelid", "f.conkey"))
            .replace("{referenced}", columns("f.confrelid", "f.confkey"));

    private static final String SEQUENCES = """
            SELECT /* test-hygiene */ {name}
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND {user} ORDER BY 1
            """.replace("{name}", NAME).replace("{user}", CatalogReader.IN_USER_SCHEMA);

    private ComparedSchemaReader() {}

    /** The table itself, whether it is partitioned, and the table with its partitions. */
    private static String withPartitions(String table) {
        String named = "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = " + table;
        return "(SELECT " + NAME + " " + named + "), (SELECT c.relkind = 'p' " + named + "), ARRAY(SELECT " + NAME + " "
                + named + " OR c.oid IN (SELECT relid FROM pg_partition_tree(" + table + ") WHERE isleaf))";
    }

    private static String columns(String table, String numbers) {
        return "ARRAY(SELECT quote_ident(a.attname) FROM unnest(" + numbers + ") WITH ORDINALITY k(number, place)"
                + " JOIN pg_attribute a ON a.attrelid = " + table + " AND a.attnum = k.number ORDER BY k.place)";
    }

    static ComparedSchema read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new ComparedSchema(
                    tables(statement), uniqueKeys(statement), foreignKeys(statement), sequences(statement));
        }
    }

    private static Map<String, ComparedTable> tables(Statement statement) throws SQLException {
        Map<String, ComparedTable> tables = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                List<String> names = texts(rows, 4);
                List<String> quoted = texts(rows, 5);
                List<String> types = texts(rows, 6);
                List<String> generated = texts(rows, 7);
                List<String> identity = texts(rows, 8);
                List<Column> columns = new ArrayList<>();
                for (int i = 0; i < names.size(); i++) {
                    columns.add(new Column(
                            names.get(i),
                            quoted.get(i),
                            types.get(i),
                            Boolean.parseBoolean(generated.get(i)),
                            Boolean.parseBoolean(identity.get(i))));
                }
                String name = rows.getString(1);
                tables.put(
                        name, new ComparedTable(name, rows.getBoolean(2), rows.getBoolean(3), columns, texts(rows, 9)));
            }
        }
        return tables;
    }

    private static Map<String, List<List<String>>> uniqueKeys(Statement statement) throws SQLException {
        Map<String, List<List<String>>> keys = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(UNIQUE_KEYS)) {
            while (rows.next()) {
                keys.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                        .add(texts(rows, 2));
            }
        }
        return keys;
    }

    private static List<ForeignKey> foreignKeys(Statement statement) throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(FOREIGN_KEYS)) {
            while (rows.next()) {
                keys.add(new ForeignKey(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getBoolean(3),
                        texts(rows, 4),
                        rows.getString(5),
                        rows.getBoolean(6),
                        texts(rows, 7),
                        texts(rows, 8),
                        texts(rows, 9),
                        rows.getBoolean(10),
                        rows.getString(11)));
            }
        }
        return keys;
    }

    private static List<String> sequences(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(SEQUENCES)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        List<String> texts = Arrays.asList((String[]) array.getArray());
        array.free();
        return texts;
    }
}

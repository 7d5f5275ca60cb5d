package io.github.testhygiene.postgres.log;

import io.github.testhygiene.postgres.log.Catalog.SchemaObject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a database's catalog. */
public final class CatalogReader {

    /** Of a schema {@code n} that is neither PostgreSQL's own nor for temporary tables. */
    public static final String IN_USER_SCHEMA = " n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' ";

    private static final String NOT_OF_AN_EXTENSION =
            " AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '%1$s'::regclass AND d.objid = %2$s.oid AND d.deptype = 'e') ";

    /**
     * Every object with a text that changes when its definition does. What we change ourselves is not in it; neither are
     * indexes of constraints and sequences of columns, which come and go with their tables.
     */
    private static final String OBJECTS = """
            SELECT /* test-hygiene */ 'schema', quote_ident(n.nspname), coalesce(n.nspacl::text, '')
              FROM pg_namespace n WHERE {user} {n}
            UNION ALL
            SELECT CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
                                  WHEN 'i' THEN 'index' WHEN 'I' THEN 'index' WHEN 'S' THEN 'sequence' WHEN 'f' THEN 'foreign table'
                                  ELSE 'type' END,
                   quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                   md5(concat_ws('|', c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.reloptions, c.relacl, c.relispartition,
                       CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) WHEN c.relkind IN ('i', 'I') THEN pg_get_indexdef(c.oid) END,
                       (SELECT string_agg(concat_ws(' ', a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                                                    a.attidentity, a.attgenerated, pg_get_expr(f.adbin, f.adrelid)), ',' ORDER BY a.attnum)
                          FROM pg_attribute a LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
                         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'c', 'f')),
                       (SELECT string_agg(k.conname || ' ' || pg_get_constraintdef(k.oid), ',' ORDER BY k.conname)
                          FROM pg_constraint k WHERE k.conrelid = c.oid),
                       (SELECT string_agg(pg_get_triggerdef(t.oid) || t.tgenabled::text, ',' ORDER BY t.tgname)
                          FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal),
                       (SELECT string_agg(p.polname || p.polcmd::text || coalesce(pg_get_expr(p.polqual, p.polrelid), ''), ',' ORDER BY p.polname)
                          FROM pg_policy p WHERE p.polrelid = c.oid),
                       (SELECT concat_ws(' ', q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcycle, q.seqcache)
                          FROM pg_sequence q WHERE q.seqrelid = c.oid)))
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind <> 't' AND c.relpersistence <> 't' AND {user} {c}
               AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND c.relkind IN ('i', 'I'))
               AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                                  AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND c.relkind = 'S')
            UNION ALL
            SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END,
                   quote_ident(n.nspname) || '.' || quote_ident(p.proname) || '(' || pg_get_function_identity_arguments(p.oid) || ')',
                   md5(concat_ws('|', p.prosrc, p.prolang, p.prorettype, p.proacl, p.proconfig, p.prosecdef, p.provolatile))
              FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE {user} {p}
            UNION ALL
            SELECT CASE t.typtype WHEN 'd' THEN 'domain' ELSE 'type' END,
                   quote_ident(n.nspname) || '.' || quote_ident(t.typname),
                   md5(concat_ws('|', t.typbasetype, t.typnotnull, t.typdefault,
                       (SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid),
                       (SELECT string_agg(pg_get_constraintdef(k.oid), ',' ORDER BY k.conname) FROM pg_constraint k WHERE k.contypid = t.oid)))
              FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
             WHERE t.typtype IN ('e', 'd', 'r') AND {user} {t}
            UNION ALL
            SELECT 'extension', quote_ident(e.extname), e.extversion FROM pg_extension e WHERE e.extname <> 'plpgsql'
            """.replace("{user}", IN_USER_SCHEMA)
            .replace("{n}", NOT_OF_AN_EXTENSION.formatted("pg_namespace", "n"))
            .replace("{c}", NOT_OF_AN_EXTENSION.formatted("pg_class", "c"))
            .replace("{p}", NOT_OF_AN_EXTENSION.formatted("pg_proc", "p"))
            .replace("{t}", NOT_OF_AN_EXTENSION.formatted("pg_type", "t"));

    private static final String TABLES =
            """
            SELECT /* test-hygiene */ quote_ident(n.nspname) || '.' || quote_ident(c.relname), c.relpersistence = 'u',
                   c.relkind = 'p',
                   (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_index i
                      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey::int2[])
                     WHERE i.indrelid = c.oid AND i.indisprimary),
                   -- The row of a system column is as old as the table, and nothing ever updates it.
                   (SELECT s.xmin::text::bigint FROM pg_attribute s WHERE s.attrelid = c.oid AND s.attname = 'tableoid')
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND {user} {c}
            """.replace("{user}", IN_USER_SCHEMA).replace("{c}", NOT_OF_AN_EXTENSION.formatted("pg_class", "c"));

    private static final String VIEWS = """
            SELECT /* test-hygiene */ DISTINCT quote_ident(vn.nspname) || '.' || quote_ident(v.relname),
                   quote_ident(n.nspname) || '.' || quote_ident(t.relname)
              FROM pg_rewrite w JOIN pg_class v ON v.oid = w.ev_class JOIN pg_namespace vn ON vn.oid = v.relnamespace
              JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_class'::regclass
              JOIN pg_class t ON t.oid = d.refobjid JOIN pg_namespace n ON n.oid = t.relnamespace
             WHERE v.relkind IN ('v', 'm') AND t.oid <> v.oid AND {user}
            """.replace("{user}", IN_USER_SCHEMA);

    /** What ALTER SYSTEM, ALTER DATABASE, ALTER ROLE and CREATE ROLE change. */
    private static final String SETTINGS = """
            SELECT /* test-hygiene */ 'setting ' || name, setting FROM pg_settings WHERE source = 'configuration file' AND sourcefile LIKE '%postgresql.auto.conf'
            UNION ALL
            SELECT 'settings of ' || concat_ws(' in ', CASE WHEN s.setrole <> 0 THEN 'role ' || s.setrole::regrole END,
                                               CASE WHEN s.setdatabase <> 0 THEN 'this database' END),
                   array_to_string(s.setconfig, ', ')
              FROM pg_db_role_setting s
             WHERE s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
            UNION ALL
            SELECT 'role ' || rolname, concat_ws(' ', rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls, rolconnlimit,
                       (SELECT string_agg(m.roleid::regrole::text, ',' ORDER BY m.roleid) FROM pg_auth_members m WHERE m.member = r.oid))
              FROM pg_roles r WHERE rolname NOT LIKE 'pg\\_%'
            """;

    private CatalogReader() {}

    /**
     * Reads the catalog of a database.
     *
     * @param connection a session on the database; stays open
     * @return what there is
     * @throws SQLException if the server does not answer
     */
    public static Catalog read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Map<SchemaObject, String> objects = new HashMap<>();
            try (ResultSet rows = statement.executeQuery(OBJECTS)) {
                while (rows.next()) {
                    objects.put(new SchemaObject(rows.getString(1), rows.getString(2)), rows.getString(3));
                }
            }
            Map<String, String> settings = new HashMap<>();
            try (ResultSet rows = statement.executeQuery(SETTINGS)) {
                while (rows.next()) {
                    settings.put(rows.getString(1), rows.getString(2));
                }
            }
            return withTables(statement, objects, settings);
        }
    }

    private static Catalog withTables(
            Statement statement, Map<SchemaObject, String> objects, Map<String, String> settings) throws SQLException {
        Map<String, List<String>> keys = new HashMap<>();
        Map<String, Long> tables = new HashMap<>();
        Set<String> unlogged = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                String name = rows.getString(1);
                tables.put(name, rows.getLong(5));
                if (rows.getBoolean(2) && !rows.getBoolean(3)) {
                    unlogged.add(name);
                }
                Array key = rows.getArray(4);
                if (key != null) {
                    keys.put(name, List.of((String[]) key.getArray()));
                    key.free();
                }
            }
        }
        return new Catalog(objects, settings, keys, tables, views(statement), unlogged);
    }

    private static Map<String, Set<String>> views(Statement statement) throws SQLException {
        Map<String, Set<String>> views = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(VIEWS)) {
            while (rows.next()) {
                views.computeIfAbsent(rows.getString(1), view -> new HashSet<>())
                        .add(rows.getString(2));
            }
        }
        return views;
    }
}

package io.github.testhygiene.postgres.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What all databases of a server share, as far as our role may read it; what is ours is left out. Values of passwords are
 * secret: they are compared and put back, and never shown.
 *
 * @param values each item's value, in the words of the statement that sets it
 */
public record ClusterState(Map<Item, String> values) {

    private static final int GRANT_OPTIONS_SINCE = 16;

    /** Copies the collections. */
    public ClusterState {
        values = Map.copyOf(values);
    }

    /** The kinds of items, in the order in which they are put back. */
    enum Kind {
        PREPARED,
        SUBSCRIPTION,
        SLOT,
        DATABASE,
        TABLESPACE,
        ROLE,
        PASSWORD,
        MEMBERSHIP,
        SETTING,
        SYSTEM
    }

    /**
     * One of the things that are shared.
     *
     * @param kind what it is
     * @param name its own name; of a setting, the role's, or empty for all roles
     * @param place the database it belongs to, or the member of a role; empty if there is none
     * @param setting the name of a setting; empty for others
     */
    record Item(Kind kind, String name, String place, String setting) {

        /** Whether it goes away with one of our databases. */
        boolean isInOurs() {
            return kind.compareTo(Kind.SLOT) <= 0 && OwnNames.isOurs(place);
        }
    }

    /** The same without some items. */
    ClusterState without(Predicate<Item> left) {
        return new ClusterState(values.entrySet().stream()
                .filter(each -> !left.test(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Reads it in one query. */
    static ClusterState read(Statement statement, int major, boolean superuser) throws SQLException {
        Map<Item, String> values = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery(query(major, superuser))) {
            while (row.next()) {
                Item item =
                        new Item(Kind.valueOf(row.getString(1)), row.getString(2), row.getString(3), row.getString(4));
                values.put(item, row.getString(5));
            }
        }
        return new ClusterState(values);
    }

    private static String query(int major, boolean superuser) {
        String grant = major >= GRANT_OPTIONS_SINCE
                ? "concat(' WITH ADMIN ', bool_or(a.admin_option), ', INHERIT ', bool_or(a.inherit_option), ', SET ',"
                        + " bool_or(a.set_option))"
                : "CASE WHEN bool_or(a.admin_option) THEN ' WITH ADMIN OPTION' ELSE '' END";
        List<String> parts = new ArrayList<>();
        parts.add("""
                SELECT /* test-hygiene */ 'ROLE', r.rolname::text, '', '', concat_ws(' ',
                       CASE WHEN r.rolsuper THEN 'SUPERUSER' ELSE 'NOSUPERUSER' END,
                       CASE WHEN r.rolinherit THEN 'INHERIT' ELSE 'NOINHERIT' END,
                       CASE WHEN r.rolcreaterole THEN 'CREATEROLE' ELSE 'NOCREATEROLE' END,
                       CASE WHEN r.rolcreatedb THEN 'CREATEDB' ELSE 'NOCREATEDB' END,
                       CASE WHEN r.rolcanlogin THEN 'LOGIN' ELSE 'NOLOGIN' END,
                       CASE WHEN r.rolreplication THEN 'REPLICATION' ELSE 'NOREPLICATION' END,
                       CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' ELSE 'NOBYPASSRLS' END,
                       'CONNECTION LIMIT ' || r.rolconnlimit,
                       'VALID UNTIL ' || quote_literal(coalesce(r.rolvaliduntil::text, 'infinity')))
                  FROM pg_roles r WHERE NOT starts_with(r.rolname, 'pg_') AND NOT starts_with(r.rolname, '%1$s')""");
        parts.add("""
                SELECT 'MEMBERSHIP', g.rolname, m.rolname, '', %2$s
                  FROM pg_auth_members a JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles m ON m.oid = a.member
                 WHERE NOT starts_with(g.rolname, '%1$s') AND NOT starts_with(m.rolname, '%1$s')
                   AND NOT starts_with(m.rolname, 'pg_')
                 GROUP BY 2, 3""");
        parts.add("""
                SELECT 'SETTING', coalesce(r.rolname, ''), coalesce(d.datname, ''), split_part(e, '=', 1),
                       substr(e, strpos(e, '=') + 1)
                  FROM pg_db_role_setting s LEFT JOIN pg_roles r ON r.oid = s.setrole
                  LEFT JOIN pg_database d ON d.oid = s.setdatabase CROSS JOIN LATERAL unnest(s.setconfig) AS e
                 WHERE NOT starts_with(coalesce(d.datname, ''), '%1$s')
                   AND NOT starts_with(coalesce(r.rolname, ''), '%1$s')""");
        parts.add("SELECT 'TABLESPACE', spcname, '', '', coalesce(pg_tablespace_location(oid), '') FROM pg_tablespace");
        parts.add("SELECT 'PREPARED', gid, database, '', coalesce(owner, '') FROM pg_prepared_xacts");
        parts.add("SELECT 'SLOT', slot_name, coalesce(database, ''), '', slot_type FROM pg_replication_slots"
                + " WHERE NOT temporary AND NOT starts_with(slot_name, '%1$s')");
        parts.add("SELECT 'SUBSCRIPTION', s.subname, d.datname, '', ''"
                + " FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid");
        parts.add("SELECT 'DATABASE', datname, '', '', '' FROM pg_database WHERE NOT starts_with(datname, '%1$s')");
        if (superuser) {
            parts.add("SELECT 'PASSWORD', rolname, '', '', rolpassword FROM pg_authid"
                    + " WHERE rolpassword IS NOT NULL AND NOT starts_with(rolname, '%1$s')");
            parts.add("SELECT 'SYSTEM', '', '', name, coalesce(setting, '') FROM pg_file_settings"
                    + " WHERE sourcefile LIKE '%%postgresql.auto.conf'");
        }
        return String.join("\nUNION ALL\n", parts).formatted(OwnNames.PREFIX, grant);
    }
}

package io.github.testhygiene.postgres.database;

import io.github.testhygiene.sql.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a database but is not copied by {@code CREATE DATABASE ... TEMPLATE}: its settings (for all roles and
 * for one) and its privileges.
 */
public final class DatabaseAttributes {

    /** Settings whose stored value is a list of quoted names; as in pg_dump's variable_is_guc_list_quote. */
    private static final Set<String> LISTS = Set.of(
            "local_preload_libraries",
            "search_path",
            "session_preload_libraries",
            "shared_preload_libraries",
            "temp_tablespaces",
            "unix_socket_directories");

    private DatabaseAttributes() {}

    /** Gives the target the source's settings and privileges; the target must be new. */
    static void copy(Statement statement, String source, String target) throws SQLException {
        List<String> changes = new ArrayList<>(settings(statement, source, target));
        changes.addAll(privileges(statement, source, target));
        if (!changes.isEmpty()) {
            statement.execute(String.join(";\n", changes));
        }
    }

    private static List<String> settings(Statement statement, String source, String target) throws SQLException {
        String query = """
                SELECT r.rolname, c.entry
                  FROM pg_db_role_setting s
                  JOIN pg_database d ON d.oid = s.setdatabase
                  LEFT JOIN pg_roles r ON r.oid = s.setrole
                 CROSS JOIN LATERAL unnest(s.setconfig) AS c(entry)
                 WHERE d.datname = %s""".formatted(SqlText.literal(source));
        List<String> changes = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                changes.add(setting(target, row.getString(1), row.getString(2)));
            }
        }
        return changes;
    }

    private static String setting(String target, @Nullable String role, String entry) {
        String database = SqlText.identifier(target);
        String who = role == null
                ? "ALTER DATABASE " + database
                : "ALTER ROLE " + SqlText.identifier(role) + " IN DATABASE " + database;
        return who + " SET " + assignment(entry);
    }

    /** A stored setting, {@code name=value}, as it stands behind {@code SET}. */
    static String assignment(String entry) {
        int equals = entry.indexOf('=');
        return assignment(entry.substring(0, equals), entry.substring(equals + 1));
    }

    /** What follows {@code SET}: a setting's name and its stored value. */
    static String assignment(String name, String value) {
        return settingName(name) + " TO " + (LISTS.contains(name) ? list(value) : SqlText.literal(value));
    }

    /** An extension's setting has a dot, which stands between two names. */
    static String settingName(String name) {
        return List.of(name.split("\\.")).stream().map(SqlText::identifier).collect(Collectors.joining("."));
    }

    /** {@code "$user", public} as {@code '$user', 'public'}: an empty name may be written only as a literal. */
    static String list(String value) {
        List<String> names = new ArrayList<>();
        int at = 0;
        while (at < value.length()) {
            StringBuilder name = new StringBuilder();
            if (value.charAt(at) == '"') {
                at = quoted(value, at + 1, name);
            } else {
                while (at < value.length() && value.charAt(at) != ',') {
                    name.append(value.charAt(at++));
                }
            }
            names.add(name.toString());
            while (at < value.length() && (value.charAt(at) == ',' || value.charAt(at) == ' ')) {
                at++;
            }
        }
        UnaryOperator<String> quote = SqlText::literal;
        return names.isEmpty() ? "''" : names.stream().map(quote).collect(Collectors.joining(", "));
    }

    private static int quoted(String value, int from, StringBuilder name) {
        int at = from;
        while (at < value.length()) {
            char c = value.charAt(at++);
            if (c == '"') {
                if (at >= value.length() || value.charAt(at) != '"') {
                    return at;
                }
                at++;
            }
            name.append(c);
        }
        return at;
    }

    private static List<String> privileges(Statement statement, String source, String target) throws SQLException {
        String query = """
                SELECT g.rolname, a.privilege_type, a.is_grantable
                  FROM pg_database d
                 CROSS JOIN LATERAL aclexplode(d.datacl) AS a
                  LEFT JOIN pg_roles g ON g.oid = a.grantee
                 WHERE d.datname = %s""".formatted(SqlText.literal(source));
        List<String> changes = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                changes.add(grant(target, row.getString(1), row.getString(2), row.getBoolean(3)));
            }
        }
        if (!changes.isEmpty()) {
            // A database whose privileges were never touched lets everybody connect; one with a list has only that.
            changes.add(0, "REVOKE ALL ON DATABASE " + SqlText.identifier(target) + " FROM PUBLIC");
        }
        return changes;
    }

    private static String grant(String target, @Nullable String grantee, String privilege, boolean grantable) {
        return "GRANT " + privilege + " ON DATABASE " + SqlText.identifier(target) + " TO "
                + (grantee == null ? "PUBLIC" : SqlText.identifier(grantee))
                + (grantable ? " WITH GRANT OPTION" : "");
    }
}

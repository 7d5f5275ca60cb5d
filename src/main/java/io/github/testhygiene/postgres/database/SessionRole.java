package io.github.testhygiene.postgres.database;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.RandomText;
import io.github.testhygiene.sql.SqlText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/**
 * The role with which tests log in to a server of the user's. It has a random password and ends with the session, since
 * failsafe writes every system property of the tests' JVM to its reports. Once logged in, the session acts as the user's
 * own role: what it creates belongs to that role, and it may do the same.
 */
public final class SessionRole implements AutoCloseable {

    private static final int PASSWORD_LENGTH = 32;

    private static final String ROLE_SETTINGS = """
            SELECT c.entry FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole
             CROSS JOIN LATERAL unnest(s.setconfig) AS c(entry)
             WHERE s.setdatabase = 0 AND r.rolname = current_user""";

    private final DatabaseCoordinates maintenance;
    private final String name;
    private final String password;

    private SessionRole(DatabaseCoordinates maintenance, String name, String password) {
        this.maintenance = maintenance;
        this.name = name;
        this.password = password;
    }

    /**
     * Creates the role, if ours is a superuser; other roles may not let a new one act for them.
     *
     * @param server a server that outlives this build
     * @param whyNot takes the reason why there is none, as what follows the role's name
     * @return empty if tests have to log in as the user's own role
     */
    public static Optional<SessionRole> create(PostgresServer server, Consumer<String> whyNot) {
        DatabaseCoordinates maintenance = server.maintenance();
        if (maintenance.password().isEmpty()) {
            return Optional.empty(); // there is nothing to protect
        }
        SessionRole role = new SessionRole(maintenance, new BuildNames().next(), RandomText.generate(PASSWORD_LENGTH));
        try (Connection connection = Connections.open(maintenance)) {
            if (!isSuperuser(connection)) {
                whyNot.accept("is no superuser");
                return Optional.empty();
            }
            role.create(connection);
        } catch (SQLException e) {
            role.close();
            whyNot.accept("could not create another role (" + e.getMessage() + ")");
            return Optional.empty();
        }
        return Optional.of(role);
    }

    private static boolean isSuperuser(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void create(Connection connection) throws SQLException {
        String role = SqlText.identifier(name);
        try (Statement statement = connection.createStatement()) {
            // It ends by itself where the build is killed and no other one comes.
            statement.execute(
                    "CREATE ROLE " + role + " SUPERUSER LOGIN REPLICATION VALID UNTIL '" + validUntil(statement) + "'");
            for (String setting : settings(statement)) {
                statement.execute("ALTER ROLE " + role + " SET " + setting);
            }
            statement.execute("ALTER ROLE " + role + " SET role TO " + SqlText.literal(maintenance.username()));
        }
        // Hashed here, so that it stands in no log of the server.
        connection.unwrap(PGConnection.class).alterUserPassword(name, password.toCharArray(), null);
        // The server's pg_hba.conf may let in only some roles.
        try (Connection tried = Connections.open(login(maintenance));
                Statement statement = tried.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_user")) {
            if (!row.next() || !maintenance.username().equals(row.getString(1))) {
                throw new SQLException("it does not act as " + maintenance.username());
            }
        }
    }

    private static String validUntil(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT (now() + interval '7 days')::text")) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<String> settings(Statement statement) throws SQLException {
        List<String> settings = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(ROLE_SETTINGS)) {
            while (row.next()) {
                settings.add(DatabaseAttributes.assignment(row.getString(1)));
            }
        }
        return settings;
    }

    /**
     * Returns a database with this login.
     *
     * @param database where
     * @return the same database, for the tests
     */
    public DatabaseCoordinates login(DatabaseCoordinates database) {
        return new DatabaseCoordinates(
                database.host(), database.port(), database.database(), name, password, database.parameters());
    }

    /** Drops the role; one that cannot be dropped is left to a later build. */
    @Override
    public void close() {
        try (Connection connection = Connections.open(maintenance);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS " + SqlText.identifier(name));
        } catch (SQLException e) {
            // The server is gone, or something of the role's stays in a database that was to be kept.
            return;
        }
    }
}

package io.github.testhygiene.postgres.database;

import io.github.testhygiene.model.ClusterChange;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.postgres.database.ClusterDifference.Change;
import io.github.testhygiene.postgres.database.ClusterState.Item;
import io.github.testhygiene.postgres.database.ClusterState.Kind;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.sql.SqlText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares what all databases of a server share with what it was, and puts it back on servers of ours; on the user's own
 * server it changes nothing. Has a session of its own from the beginning: one that is opened later would fail if a test
 * has changed our role's password or its settings. For one thread at a time.
 */
public final class ClusterWatch implements AutoCloseable {

    /** Others wait while the server is asked. */
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private static final int VALID_SECONDS = 5;
    private static final Duration RELOAD = Duration.ofSeconds(5);
    private static final int POLL_MILLIS = 5;
    private static final int PASSES = 2;

    private final PostgresServer server;
    private final boolean superuser;
    private Connection connection;
    private ClusterState initial;

    private ClusterWatch(PostgresServer server, Connection connection) throws SQLException {
        this.server = server;
        this.connection = connection;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")) {
            superuser = row.next() && row.getBoolean(1);
        }
        initial = state();
    }

    /**
     * Remembers how the server is now.
     *
     * @param server the server
     * @return the watch; to be closed
     * @throws SQLException if the server does not answer
     */
    public static ClusterWatch begin(PostgresServer server) throws SQLException {
        Connection connection = connect(server);
        try {
            return new ClusterWatch(server, connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        Connection connection = Connections.openFor(server.maintenance(), ANSWER);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = off; SET statement_timeout = '10s';"
                    + " SET lock_timeout = '5s'; SET idle_session_timeout = 0; SET client_min_messages = error");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private ClusterState read() throws SQLException {
        try {
            return state();
        } catch (SQLException e) {
            if (connection.isValid(VALID_SECONDS)) {
                throw e;
            }
        }
        // A test has ended all sessions but its own, or the server was started again.
        connection.close();
        connection = connect(server);
        return state();
    }

    private ClusterState state() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ClusterState state = ClusterState.read(statement, server.version().major(), superuser);
            // Others use the user's server, too: what they do in databases of their own is their business.
            return server.provider() == Provider.EXTERNAL ? state.without(ClusterWatch::isOfOthers) : state;
        }
    }

    private static boolean isOfOthers(Item item) {
        return item.kind() == Kind.DATABASE || (item.kind().compareTo(Kind.SLOT) <= 0 && !item.isInOurs());
    }

    /**
     * By what the server differs from what it was.
     *
     * @param withOurDatabases whether prepared transactions, subscriptions and slots in databases of ours count
     * @return in words; empty if it does not differ
     * @throws SQLException if the server does not answer
     */
    public List<ClusterChange> changes(boolean withOurDatabases) throws SQLException {
        return difference(withOurDatabases).told();
    }

    private ClusterDifference difference(boolean withOurDatabases) throws SQLException {
        ClusterState now = read();
        // Databases of ours are dropped when they are no longer needed, with what was in them.
        ClusterState before = initial.without(
                item -> item.isInOurs() && (!withOurDatabases || !now.values().containsKey(item)));
        return ClusterDifference.between(before, withOurDatabases ? now : now.without(Item::isInOurs));
    }

    /**
     * From now on compares with how the server is now, where others have changed it.
     *
     * @throws SQLException if the server does not answer
     */
    public void rebase() throws SQLException {
        initial = read();
    }

    /**
     * Puts back what differs, if the server is ours.
     *
     * @param ofOthers databases in which nothing is changed
     * @return what still differs, in words; empty if nothing does
     * @throws SQLException if the server does not answer
     */
    public List<ClusterChange> restore(Set<String> ofOthers) throws SQLException {
        ClusterDifference difference = difference(true);
        // Twice: what needs another session succeeds only when our role's password and rights are put back.
        for (int pass = 0; pass < PASSES && !difference.isEmpty() && server.provider() != Provider.EXTERNAL; pass++) {
            putBack(difference, ofOthers);
            difference = difference(true);
        }
        return difference.told();
    }

    private void putBack(ClusterDifference difference, Set<String> ofOthers) throws SQLException {
        boolean reload = false;
        for (Change change : difference.changes()) {
            try {
                undo(change, ofOthers);
                reload |= change.item().kind() == Kind.SYSTEM;
            } catch (SQLException e) {
                // What is still there afterwards is returned; what depended on another change is gone by then.
            }
        }
        if (reload) {
            reload();
        }
    }

    private void undo(Change change, Set<String> ofOthers) throws SQLException {
        Item item = change.item();
        if (item.kind() == Kind.PREPARED || item.kind() == Kind.SUBSCRIPTION) {
            in(server.maintenance().withDatabase(item.place()), change.undo());
            return;
        }
        if (item.kind() == Kind.ROLE && change.before() == null) {
            disown(item.name(), ofOthers);
        }
        execute(connection, change.undo());
    }

    /** Objects that depend on a role keep it; those in databases of ours and in the maintenance database go to us. */
    private void disown(String role, Set<String> ofOthers) throws SQLException {
        List<String> databases = new ArrayList<>(List.of(server.maintenance().database()));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT datname FROM pg_database WHERE datallowconn"
                        + " AND oid IN (SELECT dbid FROM pg_shdepend WHERE refclassid = 'pg_authid'::regclass"
                        + " AND refobjid = (SELECT oid FROM pg_roles WHERE rolname = " + SqlText.literal(role)
                        + "))")) {
            while (row.next()) {
                databases.add(row.getString(1));
            }
        }
        databases.removeAll(ofOthers);
        String name = SqlText.identifier(role);
        for (String database : databases) {
            in(
                    server.maintenance().withDatabase(database),
                    List.of("REASSIGN OWNED BY " + name + " TO CURRENT_USER", "DROP OWNED BY " + name));
        }
    }

    private void in(DatabaseCoordinates database, List<String> statements) throws SQLException {
        if (database.database().equals(server.maintenance().database())) {
            execute(connection, statements);
            return;
        }
        try (Connection other = Connections.openFor(database, ANSWER)) {
            List<String> all =
                    new ArrayList<>(List.of("SET default_transaction_read_only = off", "SET lock_timeout = '2s'"));
            all.addAll(statements);
            execute(other, all);
        }
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Has the server read its settings again, and waits until it has: new sessions get what it knows by then. */
    private void reload() throws SQLException {
        String before = loadTime();
        execute(connection, List.of("SELECT pg_reload_conf()"));
        long deadline = System.nanoTime() + RELOAD.toNanos();
        while (loadTime().equals(before) && System.nanoTime() < deadline) {
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private String loadTime() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_conf_load_time()::text")) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

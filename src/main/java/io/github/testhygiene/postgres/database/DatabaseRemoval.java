package io.github.testhygiene.postgres.database;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.sql.SqlStates;
import io.github.testhygiene.sql.SqlText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops databases of ours, with what tests left in them and what keeps a server from dropping them: prepared
 * transactions, subscriptions and replication slots that are in use. Never called for a database that is not ours.
 */
public final class DatabaseRemoval {

    private static final int END_MILLIS = 5_000;

    private final AdminConnections admin;
    private final DatabaseCoordinates maintenance;

    /**
     * For one server.
     *
     * @param admin connections to the maintenance database
     * @param maintenance that database
     */
    DatabaseRemoval(AdminConnections admin, DatabaseCoordinates maintenance) {
        this.admin = admin;
        this.maintenance = maintenance;
    }

    /**
     * Drops a database, ending the sessions of those who are connected; one that is gone is no error.
     *
     * @param name the database; one of ours
     * @throws SQLException if the server refuses
     */
    void remove(String name) throws SQLException {
        if (!OwnNames.isOurs(name)) {
            throw new IllegalArgumentException("not ours, so not dropped: " + name);
        }
        try {
            drop(name);
        } catch (SQLException e) {
            if (!SqlStates.objectInUse(e)) {
                throw e;
            }
            try {
                clear(name);
            } catch (SQLException inTheWay) {
                if (SqlStates.noSuchDatabase(inTheWay)) {
                    return; // another build dropped it meanwhile
                }
                e.addSuppressed(inTheWay);
                throw e;
            }
            drop(name);
        }
    }

    private void drop(String name) throws SQLException {
        admin.call(statement ->
                statement.execute("DROP DATABASE IF EXISTS " + SqlText.identifier(name) + " WITH (FORCE)"));
    }

    private void clear(String name) throws SQLException {
        admin.call(statement -> statement.execute(
                "ALTER DATABASE " + SqlText.identifier(name) + " WITH ALLOW_CONNECTIONS true CONNECTION LIMIT -1"));
        try (Connection connection = Connections.open(maintenance.withDatabase(name));
                Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = off; SET statement_timeout = " + 2 * END_MILLIS);
            statement.setEscapeProcessing(false);
            for (String gid :
                    names(statement, "SELECT gid FROM pg_prepared_xacts WHERE database = current_database()")) {
                statement.execute("ROLLBACK PREPARED " + SqlText.literal(gid));
            }
            for (String subscription : names(
                    statement,
                    "SELECT subname FROM pg_subscription"
                            + " WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())")) {
                for (String sql : dropSubscription(subscription)) {
                    statement.execute(sql);
                }
            }
        }
        admin.call(statement -> {
            for (String slot : names(
                    statement,
                    "SELECT slot_name, pg_terminate_backend(active_pid, " + END_MILLIS
                            + ") FROM pg_replication_slots WHERE database = " + SqlText.literal(name)
                            + " AND active_pid IS NOT NULL")) {
                statement.execute("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
                        + " WHERE NOT active AND slot_name = " + SqlText.literal(slot));
            }
            return true;
        });
    }

    /** The statements that drop a subscription of the database in which they are executed, whatever its publisher says. */
    static List<String> dropSubscription(String name) {
        String subscription = "SUBSCRIPTION " + SqlText.identifier(name);
        return List.of(
                "ALTER " + subscription + " DISABLE",
                "ALTER " + subscription + " SET (slot_name = NONE)",
                "DROP " + subscription);
    }

    private static List<String> names(Statement statement, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}

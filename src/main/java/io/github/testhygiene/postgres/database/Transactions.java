package io.github.testhygiene.postgres.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Transactions of our own, which the settings of a database or a role for its users' statements must not end. */
public final class Transactions {

    private static final String SETTINGS = """
            SELECT set_config(name, CASE name WHEN 'quote_all_identifiers' THEN 'off' ELSE '0' END, true) FROM pg_settings
            WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout',
              'transaction_timeout', 'quote_all_identifiers')
            """;

    private Transactions() {}

    /** What is done in a transaction. */
    public interface Work {

        /** Does it. */
        void run(Statement statement) throws SQLException;
    }

    /** Does the work and commits; rolls back if it fails. Leaves the connection as it was. */
    public static void run(Connection connection, Work work) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        boolean done = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
            work.run(statement);
            connection.commit();
            done = true;
        } finally {
            end(connection, done, autoCommit);
        }
    }

    private static void end(Connection connection, boolean done, boolean autoCommit) throws SQLException {
        try {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            // Of a connection that broke, the first error tells more.
            if (done) {
                throw e;
            }
        }
    }
}

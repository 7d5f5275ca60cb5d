package io.github.testhygiene.postgres.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** How sessions of ours behave on a database that tests use: they wait for nobody, and count for nothing. */
public final class SessionSettings {

    private SessionSettings() {}

    static void apply(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '100ms'; SET statement_timeout = '5s'; SET synchronous_commit = off;"
                    + " SET client_min_messages = error");
        }
        leaveOutOfStatistics(connection);
    }

    /** Only a superuser may; else our statements are told from the tests' by their texts. */
    private static void leaveOutOfStatistics(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET pg_stat_statements.track = 'none'");
        } catch (SQLException e) {
            // Refused, as it may be.
            return;
        }
    }
}

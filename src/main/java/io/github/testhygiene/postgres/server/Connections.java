package io.github.testhygiene.postgres.server;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.sql.SqlStates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.util.PSQLState;

/** Opens connections of our own, without asking the JVM-wide list of drivers. */
public final class Connections {

    /** How long a host may take to accept a connection. */
    static final int CONNECT_TIMEOUT_SECONDS = 5;

    /** How long logging in may take in all: a port may accept and stay silent. */
    static final int LOGIN_TIMEOUT_SECONDS = 10;

    /** How long a server may take to answer a statement of ours. */
    static final Duration ANSWER = Duration.ofMinutes(5);

    /** The same for what copies or changes whole databases. */
    public static final Duration LONG_ANSWER = Duration.ofHours(1);

    private static final int RETRY_MILLIS = 50;

    private Connections() {}

    /** Connects, waiting at most 5 s for the host, 10 s for the login, and then 5 minutes for each answer. */
    public static Connection open(DatabaseCoordinates database) throws SQLException {
        return openFor(database, ANSWER);
    }

    /**
     * Connects for statements that may take another time.
     *
     * @param answer how long each may take; then the connection is broken
     */
    public static Connection openFor(DatabaseCoordinates database, Duration answer) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.username());
        properties.setProperty("password", database.password());
        properties.setProperty("ApplicationName", "test-hygiene");
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_TIMEOUT_SECONDS));
        properties.setProperty("loginTimeout", Integer.toString(LOGIN_TIMEOUT_SECONDS));
        properties.setProperty("socketTimeout", Long.toString(answer.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        // The driver reads names in a URL as encoded.
        String name = URLEncoder.encode(database.database(), StandardCharsets.UTF_8);
        String url = database.withDatabase(name).jdbcUrl();
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException(
                    "not a PostgreSQL URL: " + database.shownUrl(), PSQLState.CONNECTION_UNABLE_TO_CONNECT.getState());
        }
        return connection;
    }

    /** Connects to a server that has just been started, trying again until it answers. */
    public static Connection open(DatabaseCoordinates database, Duration patience) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return open(database);
            } catch (SQLException e) {
                if (!SqlStates.notThereYet(e) || System.nanoTime() >= deadline) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static void pause(SQLException reason) throws SQLException {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}

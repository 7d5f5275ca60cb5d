package io.github.testhygiene.postgres.database;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.server.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Connections to the maintenance database that are kept for the next time: a new one costs about as much as a clone.
 * As many are kept as were ever used at once.
 */
public final class AdminConnections implements AutoCloseable {

    private static final int VALIDATION_SECONDS = 5;

    private static final int STATEMENT_SECONDS =
            (int) Connections.LONG_ANSWER.minusMinutes(1).toSeconds();

    private final DatabaseCoordinates maintenance;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    AdminConnections(DatabaseCoordinates maintenance) {
        this.maintenance = maintenance;
    }

    /** Work that may fail as SQL does. */
    @FunctionalInterface
    interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    <T> T call(Work<T> work) throws SQLException {
        Connection connection = take();
        boolean reusable = false;
        try (Statement statement = connection.createStatement()) {
            // The server is asked to give up before the connection breaks; a copy of a large template takes long.
            statement.setQueryTimeout(STATEMENT_SECONDS);
            T result = work.on(statement);
            reusable = true;
            return result;
        } catch (SQLException e) {
            // A refused statement leaves the connection sound; the driver closes a broken one itself.
            reusable = !connection.isClosed();
            throw e;
        } finally {
            giveBack(connection, reusable);
        }
    }

    private Connection take() throws SQLException {
        Connection connection = idle.pollFirst();
        while (connection != null) {
            // A server may end idle sessions; asking costs a fraction of a millisecond.
            if (connection.isValid(VALIDATION_SECONDS)) {
                return connection;
            }
            connection.close();
            connection = idle.pollFirst();
        }
        return open();
    }

    /** Opens a session that may write, whatever a test has made the default of our role. */
    private Connection open() throws SQLException {
        Connection connection = Connections.openFor(maintenance, Connections.LONG_ANSWER);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = off");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void giveBack(Connection connection, boolean reusable) throws SQLException {
        if (reusable && !closed) {
            idle.addFirst(connection);
        } else {
            connection.close();
        }
    }

    /** Closes what is idle, and what is in use when it is given back. */
    @Override
    public void close() throws SQLException {
        closed = true;
        for (Connection connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            connection.close();
        }
    }
}

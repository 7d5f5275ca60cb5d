package io.github.testhygiene.postgres.log;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ServerVersion;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.postgres.server.PostgresServer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session of ours on the database that the tests use, which writes markers into PostgreSQL's own log and looks at what
 * no log tells. Nothing that it asks waits for long: a lock that a test holds must not hold up the tests. For one thread
 * at a time.
 */
public final class DatabaseObserver implements AutoCloseable {

    // Before, statistics travel through a collector and are up to half a second old.
    private static final int STATISTICS_AT_ONCE_SINCE = 15;

    private final Connection connection;
    private final RowCounter counter;
    private final long database;
    private final boolean countsSessions;
    private final PreparedStatement mark;
    private final PreparedStatement locks;
    private String sequencesNow = "";
    private String sequencesTold = "";

    private DatabaseObserver(Connection connection, DatabaseCoordinates reference, ServerVersion version)
            throws SQLException {
        this.connection = connection;
        this.counter = new RowCounter(reference);
        this.countsSessions = version.major() >= STATISTICS_AT_ONCE_SINCE;
        SessionSettings.apply(connection);
        try (Statement statement = connection.createStatement()) {
            this.database = number(
                    statement, "SELECT /* test-hygiene */ oid FROM pg_database WHERE datname = current_database()");
        }
        this.mark = connection.prepareStatement(ObserverQueries.MARK);
        this.locks = connection.prepareStatement(ObserverQueries.LOCKS);
    }

    /**
     * Connects.
     *
     * @param server the server
     * @param reference the database that the tests use
     * @return the observer; the caller closes it before the database is dropped
     * @throws SQLException if it cannot connect
     */
    public static DatabaseObserver open(PostgresServer server, DatabaseCoordinates reference) throws SQLException {
        Connection connection = Connections.open(reference);
        try {
            return new DatabaseObserver(connection, reference, server.version());
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * The number by which the server knows the database.
     *
     * @return its oid
     */
    public long database() {
        return database;
    }

    /**
     * Opens the change log of this database; it ends with this session.
     *
     * @return the log
     * @throws SQLException if the server refuses
     */
    public ChangeLog openChangeLog() throws SQLException {
        return ChangeLog.open(connection);
    }

    /**
     * Writes a marker into the log and looks where the database stands.
     *
     * @param marker the marker's text
     * @param withSequences whether to look at sequences as well
     * @return the position
     * @throws SQLException if the server refuses
     */
    public MarkerPosition mark(String marker, boolean withSequences) throws SQLException {
        mark.setLong(1, database);
        mark.setBoolean(2, withSequences);
        mark.setString(3, marker);
        mark.setLong(4, database);
        try (ResultSet row = mark.executeQuery()) {
            row.next();
            if (withSequences) {
                String values = row.getString(10);
                sequencesNow = values == null ? "" : values;
            }
            return new MarkerPosition(
                    next(row.getLong(1), this.<Long>list(row, 9)),
                    countsSessions ? (Long) (row.getLong(2) - counter.sessions()) : null,
                    new SessionActivity(row.getLong(3), row.getLong(4)),
                    busy(row),
                    List.of());
        }
    }

    /**
     * The last value of every sequence, if any has changed since this was asked last; as of the last mark that looked at
     * sequences. To take them apart costs more than to get them.
     *
     * @return by name, null for one that was not used yet; null altogether if all are as they were
     */
    public @Nullable Map<String, @Nullable Long> changedSequences() {
        if (sequencesNow.equals(sequencesTold)) {
            return null;
        }
        sequencesTold = sequencesNow;
        Map<String, @Nullable Long> values = new HashMap<>();
        for (String sequence : sequencesNow.isEmpty() ? new String[0] : sequencesNow.split("\u0002", -1)) {
            int end = sequence.lastIndexOf('\u0001');
            String value = sequence.substring(end + 1);
            values.put(sequence.substring(0, end), value.isEmpty() ? null : (Long) Long.parseLong(value));
        }
        return values;
    }

    /**
     * The advisory locks that sessions hold, ours aside.
     *
     * @return in words, which lock and whose
     * @throws SQLException if the server refuses
     */
    public List<String> advisoryLocks() throws SQLException {
        List<String> held = new ArrayList<>();
        locks.setLong(1, database);
        try (ResultSet rows = locks.executeQuery()) {
            while (rows.next()) {
                held.add(rows.getString(1));
            }
        }
        return held;
    }

    private List<BusySession> busy(ResultSet row) throws SQLException {
        List<String> keys = list(row, 5);
        List<Boolean> active = list(row, 6);
        List<Long> idle = list(row, 7);
        List<String> descriptions = list(row, 8);
        List<BusySession> sessions = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            long idleMillis = active.get(i) ? 0 : Math.max(0, idle.get(i));
            sessions.add(new BusySession(keys.get(i), active.get(i), idleMillis, descriptions.get(i)));
        }
        return sessions;
    }

    @SuppressWarnings("unchecked") // the statement says what the elements are
    private <T> List<T> list(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((T[]) array.getArray());
    }

    /**
     * The number that the next transaction gets: what a snapshot tells is one past the last that has ended, and others may
     * be under way beyond it, whose numbers come without their epoch.
     */
    private static long next(long afterLastEnded, List<Long> running) {
        long next = afterLastEnded;
        for (long transaction : running) {
            long distance = (int) (transaction - afterLastEnded);
            next = Math.max(next, afterLastEnded + distance + 1);
        }
        return next;
    }

    /**
     * A text that changes with the schema.
     *
     * @return equal for two moments if no statement between them has changed the schema
     * @throws SQLException if the server refuses
     */
    public String schemaState() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ObserverQueries.SCHEMA_STATE)) {
            row.next();
            return row.getString(1);
        }
    }

    /**
     * The schema and the settings.
     *
     * @return as they are now
     * @throws SQLException if the server refuses
     */
    public Catalog catalog() throws SQLException {
        return CatalogReader.read(connection);
    }

    /**
     * The number of rows of some tables.
     *
     * @param tables their names as PostgreSQL writes them
     * @return by name; a table that cannot be counted is missing
     */
    public Map<String, Long> count(Set<String> tables) {
        return counter.count(tables);
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        counter.close();
        connection.close();
    }
}

package io.github.testhygiene.postgres.log;

import io.github.testhygiene.model.Provider;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.ServerOptions;
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

/**
 * What the server counted of the statements on each database, by {@code pg_stat_statements}. The extension lies in a
 * database that tests never see, so that theirs stay as they are. Safe for use by several threads, one at a time.
 */
public final class StatementLog implements AutoCloseable {

    private static final String COUNTS = """
            SELECT queryid, toplevel, calls, total_exec_time, rows, temp_blks_written
              FROM pg_stat_statements(false) WHERE dbid = ? AND calls > 0 AND queryid IS NOT NULL
            """;

    private static final String TEXTS =
            "SELECT queryid, query FROM pg_stat_statements(true) WHERE dbid = ? AND queryid = ANY (?)";

    private static final String RESET = "SELECT pg_stat_statements_reset(0, ?, 0)";

    private final Connection connection;
    private final PreparedStatement counts;
    private final PreparedStatement texts;
    private final PreparedStatement reset;
    private final Map<Long, String> known = new HashMap<>();

    private StatementLog(Connection connection) throws SQLException {
        this.connection = connection;
        this.counts = connection.prepareStatement(COUNTS);
        this.texts = connection.prepareStatement(TEXTS);
        this.reset = connection.prepareStatement(RESET);
    }

    /**
     * Opens the log of a server.
     *
     * @param server the server
     * @param databases makes a database for the extension where the maintenance database is not ours
     * @return the log; the caller closes it
     * @throws SQLException if the extension is neither there nor can be created, or if it may not be used
     */
    public static StatementLog open(PostgresServer server, Databases databases) throws SQLException {
        Connection connection = Connections.open(server.maintenance());
        try {
            if (!isInstalled(connection)) {
                if (server.provider() == Provider.EXTERNAL) {
                    connection.close();
                    connection = Connections.open(databases.create());
                }
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CREATE EXTENSION IF NOT EXISTS " + ServerOptions.STATEMENTS);
                }
            }
            return new StatementLog(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean isInstalled(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT 1 FROM pg_extension WHERE extname = '" + ServerOptions.STATEMENTS + "'")) {
            return found.next();
        }
    }

    /**
     * The statements on a database since the last look, and starts counting anew. What is executed while this looks may
     * be lost.
     *
     * @param database the database's oid
     * @return one count for each statement, in no order
     * @throws SQLException if the server refuses
     * @throws IllegalArgumentException if that is no database: to the server, 0 means all of them
     */
    public synchronized List<StatementCount> take(long database) throws SQLException {
        if (database <= 0) {
            throw new IllegalArgumentException("no database has the oid " + database);
        }
        List<Counted> counted = counted(database);
        List<Long> unknown = counted.stream()
                .map(Counted::queryId)
                .filter(id -> !known.containsKey(id))
                .toList();
        if (!unknown.isEmpty()) {
            readTexts(database, unknown);
        }
        reset.setLong(1, database);
        reset.execute();
        return counted.stream()
                .map(each -> each.with(known.getOrDefault(each.queryId(), "")))
                .toList();
    }

    private List<Counted> counted(long database) throws SQLException {
        counts.setLong(1, database);
        List<Counted> found = new ArrayList<>();
        try (ResultSet rows = counts.executeQuery()) {
            while (rows.next()) {
                found.add(new Counted(
                        rows.getLong(1),
                        rows.getBoolean(2),
                        rows.getLong(3),
                        rows.getDouble(4),
                        rows.getLong(5),
                        rows.getLong(6)));
            }
        }
        return found;
    }

    private void readTexts(long database, List<Long> unknown) throws SQLException {
        Array ids = connection.createArrayOf("bigint", unknown.toArray());
        texts.setLong(1, database);
        texts.setArray(2, ids);
        try (ResultSet rows = texts.executeQuery()) {
            while (rows.next()) {
                String text = rows.getString(2);
                if (text != null) {
                    known.put(rows.getLong(1), text);
                }
            }
        }
        ids.free();
    }

    /**
     * Whether the server counts what functions and triggers execute, too.
     *
     * @return false if it counts only what clients send
     * @throws SQLException if the server refuses
     */
    public synchronized boolean countsNested() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('pg_stat_statements.track') = 'all'")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /**
     * The number by which the server knows a database.
     *
     * @param name the database's name
     * @return its oid
     * @throws SQLException if there is no such database
     */
    public synchronized long oidOf(String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT oid FROM pg_database WHERE datname = ?")) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    throw new SQLException("there is no database " + name);
                }
                return found.getLong(1);
            }
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }

    private record Counted(long queryId, boolean toplevel, long calls, double millis, long rows, long tempBlocks) {

        StatementCount with(String text) {
            return new StatementCount(queryId, text, toplevel, calls, millis, rows, tempBlocks);
        }
    }
}

package io.github.testhygiene.postgres;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ServerVersion;
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

    /** The prefix of our markers in the log. */
    static final String MARKER_PREFIX = "test-hygiene";

    // Before, statistics travel through a collector and are up to half a second old.
    private static final int STATISTICS_AT_ONCE_SINCE = 15;

    // By this comment our statements are told from the tests'. It stands behind the first word, since PostgreSQL 18
    // drops one before it, and no constant would do: the server replaces those.
    // All in one, since every question to the server costs the tests' time. The message comes last: what is evaluated
    // before it is as of its moment, and nothing of the tests runs meanwhile.
    private static final String MARK = """
            SELECT /* test-hygiene */ pg_snapshot_xmax(pg_current_snapshot())::text::bigint, pg_stat_get_db_sessions(?::oid),
                   activity.*,
                   CASE WHEN ? THEN (
                     SELECT string_agg(quote_ident(n.nspname) || '.' || quote_ident(c.relname) || chr(1)
                                       || CASE WHEN has_sequence_privilege(c.oid, 'SELECT,USAGE')
                                               THEN coalesce(pg_sequence_last_value(c.oid)::text, '') ELSE '' END, chr(2) ORDER BY c.oid)
                       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                      WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND c.oid >= 16384) END,
                   pg_logical_emit_message(false, 'test-hygiene', ?)
              FROM (SELECT count(*) || ' ' || coalesce(max(state_change)::text, ''),
                           array_agg(pid || ' since ' || coalesce(xact_start::text, query_start::text, '') ORDER BY pid) FILTER (WHERE state <> 'idle'),
                           array_agg(state = 'active' ORDER BY pid) FILTER (WHERE state <> 'idle'),
                           array_agg(coalesce((extract(epoch FROM clock_timestamp() - state_change) * 1000)::bigint, 0) ORDER BY pid)
                             FILTER (WHERE state <> 'idle'),
                           array_agg('session ' || pid || coalesce(' (' || nullif(application_name, '') || ')', '') || ': '
                                     || coalesce(left(query, 200), '') ORDER BY pid) FILTER (WHERE state <> 'idle'),
                           array_agg(backend_xid::text::bigint) FILTER (WHERE backend_xid IS NOT NULL)
                      FROM pg_stat_activity
                     WHERE datid = ?::oid AND pid <> pg_backend_pid() AND backend_type = 'client backend') AS activity
            """;

    private static final String LOCKS = """
            SELECT /* test-hygiene */
                   'advisory lock ' || CASE WHEN objsubid = 1 THEN ((classid::bigint << 32) | objid::bigint)::text
                                            ELSE classid || ', ' || objid END || ' of session ' || pid
              FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = ?::oid AND pid <> pg_backend_pid()
             ORDER BY 1
            """;

    /** Changes with every statement that changes the schema, and costs a fraction of reading it. */
    private static final String SCHEMA_STATE = """
            SELECT /* test-hygiene */ concat_ws(' ',
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_class WHERE oid >= 16384),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_attribute WHERE attrelid >= 16384),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_constraint WHERE oid >= 16384),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_trigger WHERE oid >= 16384),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_type WHERE oid >= 16384),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_proc WHERE oid >= 16384),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_namespace),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_extension),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_enum),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_db_role_setting),
                (SELECT md5(string_agg(r::text, ',' ORDER BY r.rolname)) FROM pg_roles r),
                (SELECT md5(string_agg(s.name || s.setting, ',' ORDER BY s.name)) FROM pg_settings s
                  WHERE s.sourcefile LIKE '%postgresql.auto.conf'))
            """;

    private final Connection connection;
    private final long database;
    private final boolean countsSessions;
    private final PreparedStatement mark;
    private final PreparedStatement locks;
    private String sequencesNow = "";
    private String sequencesTold = "";

    private DatabaseObserver(Connection connection, ServerVersion version) throws SQLException {
        this.connection = connection;
        this.countsSessions = version.major() >= STATISTICS_AT_ONCE_SINCE;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '100ms'; SET statement_timeout = '5s'; SET synchronous_commit = off;"
                    + " SET client_min_messages = error");
            this.database = number(
                    statement, "SELECT /* test-hygiene */ oid FROM pg_database WHERE datname = current_database()");
        }
        leaveOutOfStatistics(connection);
        this.mark = connection.prepareStatement(MARK);
        this.locks = connection.prepareStatement(LOCKS);
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
            return new DatabaseObserver(connection, server.version());
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
     * The session itself, for the change log, which belongs to one session.
     *
     * @return the connection; it stays ours
     */
    Connection connection() {
        return connection;
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
    public Position mark(String marker, boolean withSequences) throws SQLException {
        mark.setLong(1, database);
        mark.setBoolean(2, withSequences);
        mark.setString(3, marker);
        mark.setLong(4, database);
        try (ResultSet row = mark.executeQuery()) {
            row.next();
            if (withSequences) {
                String values = row.getString(9);
                sequencesNow = values == null ? "" : values;
            }
            return new Position(
                    next(row.getLong(1), this.<Long>list(row, 8)),
                    countsSessions ? (Long) row.getLong(2) : null,
                    row.getString(3),
                    busy(row),
                    null);
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
        List<String> keys = list(row, 4);
        List<Boolean> active = list(row, 5);
        List<Long> idle = list(row, 6);
        List<String> descriptions = list(row, 7);
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
                ResultSet row = statement.executeQuery(SCHEMA_STATE)) {
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
        return RowCounts.of(connection, tables);
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

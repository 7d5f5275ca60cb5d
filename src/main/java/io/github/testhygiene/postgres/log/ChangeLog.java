package io.github.testhygiene.postgres.log;

import io.github.testhygiene.postgres.database.OwnNames;
import io.github.testhygiene.postgres.database.Transactions;
import io.github.testhygiene.postgres.server.RandomText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * What was committed in one database since this was opened, decoded from PostgreSQL's own log. Everything happens on one
 * connection, by one thread at a time; markers are written on any connection to the same database with {@code SELECT
 * pg_logical_emit_message(false, 'test-hygiene', …)}.
 */
public final class ChangeLog implements AutoCloseable {

    /** How the names of our slots begin. */
    static final String PREFIX = OwnNames.PREFIX;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String CREATE =
            "SELECT /* test-hygiene */ pg_create_logical_replication_slot('%s', 'test_decoding', temporary => true)";

    private static final String FLUSH =
            "SELECT /* test-hygiene */ pg_logical_emit_message(true, 'test-hygiene-end', '')";

    /** Large lines come in pieces of so many bytes, others whole. */
    private static final int PIECE = 32_768;

    private static final int PIECES_AT_ONCE = 50;

    // Numbers as %s: %d would write them in the digits of the user's language.
    private static final String READ = """
            SELECT /* test-hygiene */ CASE WHEN line.bytes IS NULL THEN line.data END, piece.number, line.last,
              substring(line.bytes FROM piece.number * %1$s + 1 FOR %1$s)
            FROM (
              SELECT data, bytes, coalesce((length(bytes) - 1) / %1$s, 0) AS last
              FROM (
                SELECT data, CASE WHEN octet_length(data) > %1$s THEN convert_to(data, 'UTF8') END AS bytes
                FROM pg_logical_slot_get_changes('%2$s', NULL, NULL, 'include-xids', '1', 'skip-empty-xacts', '1')
                OFFSET 0
              ) AS encoded
            ) AS line
            CROSS JOIN LATERAL generate_series(0, line.last) AS piece(number)
            """;

    private final Connection connection;
    private final String slot;
    private final ReplicaIdentity identity;
    private final Set<String> complete = new HashSet<>();

    private ChangeLog(Connection connection, String slot) {
        this.connection = connection;
        this.slot = slot;
        this.identity = new ReplicaIdentity(connection);
    }

    /**
     * Begins to log. Old rows are logged whole from here on, in every table that can be altered at once, unless somebody
     * else reads the log too.
     *
     * @param connection stays the caller's to close, after this; not inside a transaction
     * @return the log
     * @throws SQLException if the server's {@code wal_level} is not logical, the role may not replicate, or a transaction
     *     that stays open anywhere on the server held the log up for 5 s
     */
    public static ChangeLog open(Connection connection) throws SQLException {
        return open(connection, PATIENCE);
    }

    /** The same, with another patience. */
    static ChangeLog open(Connection connection, Duration patience) throws SQLException {
        String slot = PREFIX + RandomText.generate(16);
        Transactions.run(connection, statement -> {
            statement.execute("SET LOCAL statement_timeout = " + patience.toMillis());
            statement.execute(CREATE.formatted(slot));
        });
        ChangeLog log = new ChangeLog(connection, slot);
        try {
            log.identifyNewTables();
        } catch (SQLException e) {
            log.close();
            throw e;
        }
        return log;
    }

    /**
     * Sees to it that old rows are logged whole in tables that were created since the last time.
     *
     * @throws SQLException if the connection fails
     */
    public void identifyNewTables() throws SQLException {
        identity.makeFull();
    }

    /**
     * Reads what was committed before this call, and was not read before.
     *
     * @param listener is told of every change, on this thread
     * @throws SQLException if the server refuses, or writes what is not understood
     */
    public void read(ChangeListener listener) throws SQLException {
        flush();
        DecodedChanges changes = new DecodedChanges(listener, complete);
        Transactions.run(connection, statement -> {
            statement.setFetchSize(PIECES_AT_ONCE);
            try (ResultSet row = statement.executeQuery(READ.formatted(PIECE, slot))) {
                while (row.next()) {
                    // Of a line that was not read to its end, some pieces are left.
                    if (row.getInt(2) == 0) {
                        changes.read(line(row));
                    }
                }
            } catch (IOException e) {
                throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e.getMessage(), e);
            }
        });
    }

    /** Only what is flushed is decoded, and a transaction flushes only if it has a number: this message gives it one. */
    private void flush() throws SQLException {
        Transactions.run(connection, statement -> {
            statement.execute("SET LOCAL synchronous_commit = 'local'");
            statement.execute(FLUSH);
        });
    }

    private static Reader line(ResultSet row) throws SQLException {
        String whole = row.getString(1);
        return whole == null
                ? new InputStreamReader(new SplitLine(row), StandardCharsets.UTF_8)
                : new StringReader(whole);
    }

    /** Ends the log; the server forgets it at the latest when the connection is closed. */
    @Override
    public void close() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT /* test-hygiene */ pg_drop_replication_slot('" + slot + "')");
        } catch (SQLException e) {
            // A temporary slot ends with its session, which is then what has ended.
            complete.clear();
        }
    }
}

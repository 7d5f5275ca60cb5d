package io.github.testhygiene.postgres.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.log.RowChange.Column;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.ServerStarter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log of a real server. */
class ChangeLogTest {

    private static PostgresServer server;

    private final List<String> events = new ArrayList<>();
    private final List<RowChange> changes = new ArrayList<>();
    private Databases databases;
    private DatabaseCoordinates database;
    private Connection reader;
    private Connection writer;

    @BeforeAll
    static void start() {
        server = new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        databases = new Databases(server);
        database = databases.create();
        reader = Connections.open(database);
        writer = Connections.open(database);
    }

    @AfterEach
    void disconnect() throws SQLException {
        writer.close();
        reader.close();
        databases.dropAll();
    }

    /** Maven's JVM may speak a language that writes numbers in digits of its own, which PostgreSQL does not read. */
    @Test
    void theLogIsReadInALanguageWithOtherDigits() throws SQLException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(String.format("%d", 5)).as("the JDK knows the digits").isEqualTo("٥");
            execute(writer, "CREATE TABLE a (id int PRIMARY KEY)");
            try (ChangeLog log = ChangeLog.open(reader)) {
                execute(writer, "INSERT INTO a VALUES (1)");
                log.read(listener());
                assertThat(changes).hasSize(1);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatIsCommittedStandsBetweenItsMarkers() throws SQLException {
        execute(writer, "CREATE TABLE a (id int PRIMARY KEY, v text)");
        try (ChangeLog log = ChangeLog.open(reader)) {
            mark("1");
            execute(writer, "INSERT INTO a VALUES (1, 'x'); UPDATE a SET v = NULL; DELETE FROM a");
            mark("2");
            execute(writer, "BEGIN; INSERT INTO a VALUES (2, 'y'); ROLLBACK");
            execute(writer, "TRUNCATE a");
            log.read(listener());
            assertThat(events)
                    .containsExactly(
                            "1", "begin", "INSERT", "UPDATE", "DELETE", "commit", "2", "begin", "[public.a]", "commit");
            assertThat(changes.get(1).before().columns())
                    .containsExactly(
                            new Column("id", "1", null, false, false), new Column("v", "x", null, true, false));

            events.clear();
            log.read(listener());
            assertThat(events).isEmpty();
        }
    }

    @Test
    void oldRowsAreCompleteInTablesOfTheStartAndInIdentifiedNewOnes() throws SQLException {
        execute(writer, "CREATE TABLE a (id int PRIMARY KEY, v text); INSERT INTO a VALUES (1, 'x')");
        try (ChangeLog log = ChangeLog.open(reader)) {
            execute(writer, "DELETE FROM a");
            execute(writer, "CREATE TABLE b (id int PRIMARY KEY, v text); INSERT INTO b VALUES (1, 'x'), (2, 'y')");
            execute(writer, "DELETE FROM b WHERE id = 1");
            log.identifyNewTables();
            execute(writer, "DELETE FROM b WHERE id = 2");
            log.read(listener());
        }

        assertThat(changes.stream().map(RowChange::before).filter(row -> row != null))
                .extracting(row -> row.complete() + " " + row.columns().size())
                .containsExactly("true 2", "false 1", "true 2");
    }

    @Test
    void aTableThatIsInUseIsLeftAsItIs() throws SQLException {
        execute(writer, "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY)");
        try (ChangeLog log = ChangeLog.open(reader)) {
            execute(writer, "ALTER TABLE a REPLICA IDENTITY DEFAULT; ALTER TABLE b REPLICA IDENTITY DEFAULT");
            writer.setAutoCommit(false);
            execute(writer, "LOCK TABLE a IN ACCESS SHARE MODE");

            log.identifyNewTables();

            assertThat(query("SELECT string_agg(relreplident::text, '' ORDER BY relname) FROM pg_class"
                            + " WHERE relname IN ('a', 'b')"))
                    .isEqualTo("df");
            writer.rollback();
        }
    }

    @Test
    void noTableIsAlteredIfSomebodyElseReadsTheLog() throws SQLException {
        execute(writer, "CREATE TABLE a (id int PRIMARY KEY); CREATE PUBLICATION p FOR TABLE a");
        try (ChangeLog log = ChangeLog.open(reader)) {
            execute(writer, "INSERT INTO a VALUES (1)");
            log.read(listener());
        }

        assertThat(changes).hasSize(1);
        assertThat(query("SELECT relreplident FROM pg_class WHERE relname = 'a'"))
                .isEqualTo("d");
    }

    @Test
    void aTransactionThatStaysOpenElsewhereHoldsItUpForATimeOnly() throws SQLException {
        writer.setAutoCommit(false);
        execute(writer, "SELECT pg_current_xact_id()");

        assertThatThrownBy(() -> ChangeLog.open(reader, Duration.ofMillis(100)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("statement timeout");

        assertThat(slots()).isEqualTo("0");
        assertThat(reader.getAutoCommit()).isTrue();
        assertThat(query("SHOW statement_timeout")).isEqualTo("0");
        writer.rollback();
    }

    @Test
    void settingsForTheTestsStatementsDoNotEndTheReading() throws SQLException {
        execute(writer, "CREATE TABLE \"A b\" (id int PRIMARY KEY)");
        execute(reader, "SET statement_timeout = '1h'; SET quote_all_identifiers = on; SET search_path = pg_catalog");
        List<String> timeouts = new ArrayList<>();
        try (ChangeLog log = ChangeLog.open(reader)) {
            execute(writer, "INSERT INTO \"A b\" SELECT generate_series(1, 2000); DELETE FROM \"A b\" WHERE id = 7");
            log.read(new Listener() {
                @Override
                public void commit(long xid) {
                    timeouts.add(setting());
                }
            });
        }

        assertThat(timeouts).containsOnly("0");
        assertThat(setting()).isEqualTo("1h");
        assertThat(changes).hasSize(2001).extracting(RowChange::table).containsOnly("public.\"A b\"");
        assertThat(changes.get(2000).before().complete()).isTrue();
    }

    @Test
    void aLargeLineIsReadInPieces() throws SQLException {
        execute(writer, "CREATE TABLE a (id int, v text, w text)");
        try (ChangeLog log = ChangeLog.open(reader)) {
            execute(
                    writer,
                    "INSERT INTO a SELECT n, repeat('ß→😀''', 300000) || nullif(n, 2), 'end ' || n FROM generate_series(1, 3) n");
            execute(writer, "UPDATE a SET v = repeat('ß→😀''', 300000) || '1' WHERE id = 2 OR id = 3");
            log.read(listener());
        }

        assertThat(changes).hasSize(5);
        assertThat(changes)
                .extracting(each -> each.after().column("w").orElseThrow().text())
                .containsExactly("end 1", "end 2", "end 3", "end 2", "end 3");
        Column first = value(0);
        assertThat(first.text()).hasSize(ValueText.KEPT).startsWith("ß→😀'ß");
        assertThat(value(3)).isEqualTo(first);
        assertThat(value(4)).isEqualTo(first);
        assertThat(value(1).isNull()).isTrue();
        assertThat(value(2)).isNotEqualTo(first);
    }

    private Column value(int change) {
        return changes.get(change).after().column("v").orElseThrow();
    }

    @Test
    void aListenerThatFailsLeavesTheConnectionUsable() throws SQLException {
        execute(writer, "CREATE TABLE a (id int)");
        try (ChangeLog log = ChangeLog.open(reader)) {
            execute(writer, "INSERT INTO a VALUES (1)");
            ChangeListener failing = new Listener() {
                @Override
                public void changed(RowChange change) {
                    throw new IllegalStateException("no");
                }
            };
            assertThatThrownBy(() -> log.read(failing)).isInstanceOf(IllegalStateException.class);
            assertThat(query("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void closingLeavesNoSlotAndMindsNoBrokenConnection() throws SQLException {
        ChangeLog log = ChangeLog.open(reader);
        assertThat(slots()).isEqualTo("1");
        log.close();
        assertThat(slots()).isEqualTo("0");

        ChangeLog broken = ChangeLog.open(reader);
        String pid = query("SELECT pg_backend_pid()");
        // Waits until the server's process is gone: before that, nobody could drop the database.
        assertThat(query(writer, "SELECT pg_terminate_backend(" + pid + ", 10000)"))
                .isEqualTo("t");
        broken.close();
        assertThatThrownBy(() -> broken.read(listener())).isInstanceOf(SQLException.class);
    }

    private String setting() {
        try {
            return query("SHOW statement_timeout");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private String slots() throws SQLException {
        try (Connection other = Connections.open(database)) {
            return query(other, "SELECT count(*) FROM pg_replication_slots WHERE database = current_database()");
        }
    }

    private void mark(String content) throws SQLException {
        execute(reader, "SELECT pg_logical_emit_message(false, 'test-hygiene', '" + content + "')");
    }

    private Listener listener() {
        return new Listener();
    }

    /** Notes what it is told. */
    private class Listener implements ChangeListener {

        @Override
        public void marker(String content) {
            events.add(content);
        }

        @Override
        public void begin(long xid) {
            events.add("begin");
        }

        @Override
        public void changed(RowChange change) {
            events.add(change.operation().name());
            changes.add(change);
        }

        @Override
        public void truncated(List<String> tables) {
            events.add(tables.toString());
        }

        @Override
        public void commit(long xid) {
            events.add("commit");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        return query(reader, sql);
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}

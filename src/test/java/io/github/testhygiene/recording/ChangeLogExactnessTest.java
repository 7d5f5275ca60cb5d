package io.github.testhygiene.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.log.ChangeListener;
import io.github.testhygiene.postgres.log.ChangeLog;
import io.github.testhygiene.postgres.log.RowChange;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.ServerStarter;
import io.github.testhygiene.recording.TableContents.Difference;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What the log tells of each span is what a comparison of all rows before and after it shows. */
class ChangeLogExactnessTest {

    private static PostgresServer server;
    private static Connection reader;
    private static List<Connection> sessions;
    private static Map<String, List<String>> keys;

    @BeforeContainer
    static void start() throws SQLException {
        server = new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded());
        DatabaseCoordinates database = new Databases(server).create();
        reader = connect(database);
        execute(reader, ExactnessSchema.CREATE);
        keys = TableContents.keys(reader);
        sessions = new ArrayList<>();
        for (int i = 0; i < ExactnessScript.SESSIONS; i++) {
            Connection session = connect(database);
            execute(session, "SET lock_timeout = '5ms'");
            session.setAutoCommit(false);
            sessions.add(session);
        }
    }

    @AfterContainer
    static void stop() throws SQLException {
        for (Connection session : sessions) {
            session.close();
        }
        reader.close();
        server.close();
    }

    @Provide
    Arbitrary<ExactnessScript> scripts() {
        return ExactnessScript.any();
    }

    @Property(tries = 100)
    void theLogTellsOfEachSpanWhatAComparisonOfAllRowsShows(
            @ForAll("scripts") ExactnessScript script, @ForAll boolean synchronous) throws Exception {
        for (Connection session : sessions) {
            execute(session, "SET synchronous_commit = " + (synchronous ? "on" : "off"));
            session.commit();
        }
        execute(reader, ExactnessSchema.TRUNCATE);
        // Something is there before the first boundary.
        ExactnessScript.run(script.spans().get(0), sessions);

        List<TableContents> contents = new ArrayList<>();
        contents.add(TableContents.read(reader, keys));
        Spans spans = new Spans();
        try (ChangeLog log = ChangeLog.open(reader)) {
            for (List<ExactnessScript.Step> span :
                    script.spans().subList(1, script.spans().size())) {
                ExactnessScript.run(span, sessions);
                execute(
                        reader,
                        "SELECT pg_logical_emit_message(false, 'test-hygiene', '" + (contents.size() - 1) + "')");
                contents.add(TableContents.read(reader, keys));
            }
            log.read(spans);
        }

        assertThat(spans.ended).hasSize(script.spans().size() - 1);
        for (int i = 0; i < spans.ended.size(); i++) {
            assertThat(spans.differences(i, contents.get(0)))
                    .as("span " + i)
                    .isEqualTo(contents.get(i).until(contents.get(i + 1)));
        }
        TableContents last = contents.get(contents.size() - 1);
        assertThat(keys.keySet()).allSatisfy(table -> assertThat(spans.sizes
                        .now(table)
                        .given(OptionalLong.of(contents.get(0).size(table))))
                .hasValue(last.size(table)));
    }

    /** Nets each span. */
    private static final class Spans implements ChangeListener {

        private final TableSizes sizes = new TableSizes();
        private final List<NetChanges> ended = new ArrayList<>();
        private NetChanges current = newSpan();
        private long open;

        private static NetChanges newSpan() {
            return new NetChanges(table -> keys.getOrDefault(table, List.of()));
        }

        @Override
        public void marker(String content) {
            assertThat(content).isEqualTo("" + ended.size());
            ended.add(current);
            current = newSpan();
        }

        @Override
        public void begin(long xid) {
            assertThat(open).isZero();
            open = xid;
        }

        @Override
        public void changed(RowChange change) {
            current.add(change, sizes.add(change), false);
        }

        @Override
        public void truncated(List<String> tables) {
            tables.forEach(table -> current.truncate(table, sizes.emptied(table), false));
        }

        @Override
        public void commit(long xid) {
            assertThat(xid).isEqualTo(open).isPositive();
            open = 0;
        }

        private Map<String, Difference> differences(int span, TableContents initial) {
            Map<String, Difference> differences = new TreeMap<>();
            List<TableChange> changes =
                    ended.get(span).result(table -> OptionalLong.of(keys.containsKey(table) ? initial.size(table) : 0));
            for (TableChange each : changes) {
                differences.put(
                        each.table(),
                        new Difference(
                                each.inserted(),
                                each.updated(),
                                each.deleted(),
                                each.truncated(),
                                each.before(),
                                each.after()));
                assertThat(each.sample()).hasSizeBetween(0, 5);
            }
            return differences;
        }
    }

    private static Connection connect(DatabaseCoordinates database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

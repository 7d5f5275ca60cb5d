package io.github.testhygiene.postgres.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.log.Catalog.SchemaObject;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.postgres.server.DatabaseChoice;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.ServerSettings;
import io.github.testhygiene.postgres.server.ServerStarter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseObserverTest {

    private static PostgresServer server;

    private Databases databases;
    private DatabaseCoordinates reference;
    private Connection connection;
    private DatabaseObserver observer;

    @BeforeAll
    static void startServer(@TempDir Path cache) {
        server = new ServerStarter(new ClassPathBinaries(), line -> {})
                .start(new ServerSettings(DatabaseChoice.EMBEDDED, null, null, null, cache));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() throws SQLException {
        databases = new Databases(server);
        reference = databases.create();
        connection = Connections.open(reference);
        // Sessions of ours are not told; this one plays a test's.
        execute("SET application_name = 'a test'");
        observer = DatabaseObserver.open(server, reference);
    }

    @AfterEach
    void close() throws SQLException {
        observer.close();
        connection.close();
        databases.dropAll();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void activityIsNewIfASessionCameOrDidSomethingAndNotIfOneHasGone() throws SQLException {
        SessionActivity atFirst = observer.mark("a", false).activity();
        assertThat(observer.mark("b", false).activity()).isEqualTo(atFirst);
        assertThat(atFirst.sessions()).isEqualTo(1);

        execute("SELECT 1");
        SessionActivity used = observer.mark("c", false).activity();
        assertThat(used.isNewSince(atFirst)).isTrue();

        try (Connection second = Connections.open(reference)) {
            second.createStatement().execute("SET application_name = 'another test'");
            SessionActivity joined = observer.mark("d", false).activity();
            assertThat(joined.sessions()).isEqualTo(2);
            assertThat(joined.isNewSince(used)).isTrue();
            used = joined;
        }
        SessionActivity now = observer.mark("e", false).activity();
        while (now.sessions() > 1) {
            // The server ends a closed session in its own time.
            assertThat(now.isNewSince(used)).isFalse();
            now = observer.mark("e", false).activity();
        }
        assertThat(now).isNotEqualTo(used);
        assertThat(now.isNewSince(used)).isFalse();
    }

    @Test
    void everyKindOfObjectIsInTheCatalogAndChangesWithItsDefinition() throws SQLException {
        execute(
                "CREATE SCHEMA audit; CREATE TABLE audit.\"Entry\" (id int, part int, note text, PRIMARY KEY (part, id));"
                        + "CREATE VIEW entries AS SELECT id FROM audit.\"Entry\"; CREATE SEQUENCE numbers; CREATE TYPE mood AS ENUM ('ok');"
                        + "CREATE INDEX by_note ON audit.\"Entry\" (note); CREATE DOMAIN email AS text;"
                        + "CREATE FUNCTION twice(x int) RETURNS int LANGUAGE sql AS 'SELECT 2 * x';"
                        + "CREATE UNLOGGED TABLE scratch (x int); CREATE TEMPORARY TABLE passing (x int)");
        Catalog before = observer.catalog();
        String state = observer.schemaState();

        assertThat(before.objects().keySet())
                .contains(
                        new SchemaObject("schema", "audit"),
                        new SchemaObject("table", "audit.\"Entry\""),
                        new SchemaObject("view", "public.entries"),
                        new SchemaObject("sequence", "public.numbers"),
                        new SchemaObject("type", "public.mood"),
                        new SchemaObject("index", "audit.by_note"),
                        new SchemaObject("domain", "public.email"),
                        new SchemaObject("function", "public.twice(x integer)"))
                .noneMatch(object ->
                        object.name().contains("pkey") || object.name().contains("passing"));
        assertThat(before.keys()).containsOnly(Map.entry("audit.\"Entry\"", List.of("id", "part")));
        assertThat(before.tables()).containsOnlyKeys("audit.\"Entry\"", "public.scratch");
        assertThat(before.unlogged()).containsExactly("public.scratch");

        for (String change : List.of(
                "ALTER TABLE audit.\"Entry\" ALTER note SET DEFAULT 'x'",
                "ALTER TABLE audit.\"Entry\" ADD CHECK (id > 0)",
                "ALTER TYPE mood ADD VALUE 'bad'",
                "CREATE OR REPLACE FUNCTION twice(x int) RETURNS int LANGUAGE sql AS 'SELECT x + x'",
                "ALTER SEQUENCE numbers INCREMENT 5",
                "CREATE OR REPLACE VIEW entries AS SELECT id FROM audit.\"Entry\" WHERE id > 7",
                "ALTER DATABASE " + reference.database() + " SET work_mem = '7MB'",
                "CREATE EXTENSION pg_stat_statements")) {
            execute(change);
            Catalog after = observer.catalog();
            String changed = observer.schemaState();

            assertThat(after).as(change).isNotEqualTo(before);
            assertThat(changed).as(change).isNotEqualTo(state);
            before = after;
            state = changed;
        }
    }

    @Test
    void aTableThatIsMadeAgainHasAnotherBirthAndNoOtherStatementGivesItOne() throws SQLException {
        execute("CREATE TABLE a (x int)");
        long birth = observer.catalog().tables().get("public.a");

        execute("ALTER TABLE a ADD y int; ALTER TABLE a REPLICA IDENTITY FULL; INSERT INTO a VALUES (1); TRUNCATE a;"
                + " ALTER TABLE a ALTER x TYPE bigint");
        execute("VACUUM FULL a");
        assertThat(observer.catalog().tables()).containsEntry("public.a", birth);

        execute("DROP TABLE a; CREATE TABLE a (x int)");
        assertThat(observer.catalog().tables().get("public.a")).isGreaterThan(birth);
    }

    @Test
    void whatChangesOnlyRowsIsNoChangeOfTheSchema() throws SQLException {
        execute("CREATE TABLE a (id int GENERATED ALWAYS AS IDENTITY, x int)");
        Catalog before = observer.catalog();
        String state = observer.schemaState();

        execute("INSERT INTO a (x) SELECT generate_series(1, 100); DELETE FROM a WHERE x > 50; ANALYZE a");
        execute("VACUUM a");

        assertThat(observer.catalog()).isEqualTo(before);
        assertThat(observer.schemaState()).isEqualTo(state);
    }

    @Test
    void anExtensionsOwnObjectsAreNotTheUsers() throws SQLException {
        Catalog before = observer.catalog();

        execute("CREATE EXTENSION pg_stat_statements");

        assertThat(observer.catalog().objects().keySet())
                .containsExactlyInAnyOrderElementsOf(with(before, new SchemaObject("extension", "pg_stat_statements")));
    }

    private static List<SchemaObject> with(Catalog catalog, SchemaObject more) {
        List<SchemaObject> objects = new ArrayList<>(catalog.objects().keySet());
        objects.add(more);
        return objects;
    }

    @Test
    void aPositionTellsTheNextTransactionAndWhoIsAtWork() throws SQLException {
        execute("CREATE TABLE a (x int)");
        connection.setAutoCommit(false);
        execute("SELECT pg_advisory_lock(17)");
        MarkerPosition before = observer.mark("0", true);
        List<String> locked = observer.advisoryLocks();
        execute("INSERT INTO a VALUES (1)");
        MarkerPosition after = observer.mark("1", true);
        connection.rollback();
        MarkerPosition idle = observer.mark("2", false);

        assertThat(after.nextTransaction()).isEqualTo(before.nextTransaction() + 1);
        assertThat(before.busy()).singleElement().satisfies(session -> {
            assertThat(session.running()).isFalse();
            assertThat(session.description()).contains("pg_advisory_lock");
        });
        assertThat(after.busy().get(0).key()).isEqualTo(before.busy().get(0).key());
        assertThat(locked).singleElement().asString().contains("advisory lock 17 of session");
        assertThat(idle.busy()).isEmpty();
        assertThat(idle.advisoryLocks()).isEmpty();
    }

    @Test
    void everyConnectionIsCountedAtOnce() throws SQLException {
        Long before = observer.mark("0", false).sessions();
        for (int i = 0; i < 3; i++) {
            Connections.open(reference).close();
        }

        assertThat(observer.mark("1", false).sessions()).isNotNull().isEqualTo(before + 3);
    }

    @Test
    void sequencesTellTheirLastValues() throws SQLException {
        execute("CREATE SEQUENCE used; CREATE SEQUENCE fresh; SELECT nextval('used'); SELECT nextval('used')");

        observer.mark("0", true);
        assertThat(observer.changedSequences())
                .containsEntry("public.used", 2L)
                .containsEntry("public.fresh", null)
                .hasSize(2);
        observer.mark("1", true);
        assertThat(observer.changedSequences()).isNull();
    }

    @Test
    void aTableThatIsLockedIsNotWaitedForLong() throws SQLException {
        execute("CREATE UNLOGGED TABLE a (x int); INSERT INTO a VALUES (1); CREATE UNLOGGED TABLE b (x int)");
        connection.setAutoCommit(false);
        execute("LOCK TABLE a");

        assertThat(observer.count(Set.of("public.a", "public.b"))).isEqualTo(Map.of("public.b", 0L));
    }

    @Test
    void statementsAreCountedByTextWithoutOurOwn() throws SQLException {
        try (StatementLog log = StatementLog.open(server, databases)) {
            log.take(observer.database());
            execute("CREATE TABLE a (x int); INSERT INTO a VALUES (1); INSERT INTO a VALUES (2); SELECT * FROM a");
            observer.mark("0", true);
            observer.catalog();

            assertThat(log.take(observer.database()))
                    .extracting(StatementCount::text, StatementCount::calls)
                    .containsExactlyInAnyOrder(
                            tuple("CREATE TABLE a (x int)", 1L),
                            tuple("INSERT INTO a VALUES ($1)", 2L),
                            tuple("SELECT * FROM a", 1L));
            assertThat(log.take(observer.database())).isEmpty();
            assertThat(log.countsNested()).isTrue();
        }
    }
}

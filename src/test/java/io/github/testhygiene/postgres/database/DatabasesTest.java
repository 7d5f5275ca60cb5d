package io.github.testhygiene.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.RandomText;
import io.github.testhygiene.postgres.server.ServerCapabilities;
import io.github.testhygiene.postgres.server.ServerStarter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Databases on a real embedded server. */
class DatabasesTest {

    private static PostgresServer server;
    private static final List<String> LINES = new ArrayList<>();

    private Databases databases;

    @BeforeAll
    static void start() {
        server = new ServerStarter(new ClassPathBinaries(), LINES::add).start(ClassPathBinaries.embedded());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        databases = new Databases(server);
    }

    @AfterEach
    void dropAll() {
        databases.dropAll();
    }

    @Test
    void theServerIsReadyForEveryStage() {
        assertThat(server.provider()).isEqualTo(Provider.EMBEDDED);
        assertThat(server.version()).hasToString("18.6");
        assertThat(server.capabilities()).isEqualTo(new ServerCapabilities(true, true, true, true));
        assertThat(LINES).containsExactly("Using embedded PostgreSQL 18.6: as configured");
    }

    @Test
    void aWrongPasswordIsRefused() {
        DatabaseCoordinates right = server.maintenance();
        DatabaseCoordinates wrong = new DatabaseCoordinates(
                right.host(), right.port(), right.database(), right.username(), "wrong", right.parameters());

        assertThatThrownBy(() -> Connections.open(wrong))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    void aDatabaseThatIsLeftToTheUserStays() throws SQLException {
        DatabaseCoordinates left = databases.create();
        DatabaseCoordinates ours = databases.create();

        databases.leave(left);
        databases.dropAll();

        assertThatThrownBy(() -> Connections.open(ours)).isInstanceOf(SQLException.class);
        try (Connection connection = Connections.open(left)) {
            assertThat(connection.getCatalog()).isEqualTo(left.database());
        }
        assertThatIllegalArgumentException().isThrownBy(() -> databases.leave(left));
        execute(server.maintenance(), "DROP DATABASE " + left.database());
    }

    @Test
    void aCloneHasWhatTheReferenceHadWhenTheTemplateWasTaken() throws SQLException {
        DatabaseCoordinates reference = databases.create();
        execute(reference, "CREATE TABLE a (x int); INSERT INTO a VALUES (1)");
        Template template = databases.takeTemplate(reference);
        execute(reference, "INSERT INTO a VALUES (2)");

        DatabaseCoordinates clone = databases.cloneOf(template);

        assertThat(query(clone, "SELECT count(*) FROM a")).isEqualTo("1");
    }

    @Test
    void nobodyConnectsToATemplate() {
        Template template = databases.takeTemplate(databases.create());

        assertThatThrownBy(() -> Connections.open(template.database()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not currently accepting connections");
    }

    @Test
    void aCloneHasTheReferencesSettings() throws SQLException {
        DatabaseCoordinates reference = databases.create();
        String name = reference.database();
        String role = "role_" + RandomText.generate(8);
        execute(
                reference,
                "ALTER DATABASE " + name + " SET search_path TO \"$user\", \"Odd, name\", public;"
                        + "ALTER DATABASE " + name + " SET statement_timeout TO '17s';"
                        + "ALTER DATABASE " + name + " SET app.motto TO 'it''s \\ here';"
                        + "CREATE ROLE " + role + " LOGIN PASSWORD 'secret';"
                        + "ALTER ROLE " + role + " IN DATABASE " + name + " SET work_mem TO '7MB'");

        DatabaseCoordinates clone = databases.cloneOf(databases.takeTemplate(reference));

        assertThat(query(clone, "SHOW search_path")).isEqualTo("\"$user\", \"Odd, name\", public");
        assertThat(query(clone, "SHOW statement_timeout")).isEqualTo("17s");
        assertThat(query(clone, "SHOW app.motto")).isEqualTo("it's \\ here");
        assertThat(query(as(clone, role), "SHOW work_mem")).isEqualTo("7MB");
    }

    @Test
    void aCloneHasTheReferencesPrivileges() throws SQLException {
        DatabaseCoordinates reference = databases.create();
        String role = "role_" + RandomText.generate(8);
        execute(
                reference,
                "CREATE ROLE " + role + " LOGIN PASSWORD 'secret';"
                        + "REVOKE ALL ON DATABASE " + reference.database() + " FROM PUBLIC;"
                        + "GRANT CREATE ON DATABASE " + reference.database() + " TO " + role);

        DatabaseCoordinates clone = databases.cloneOf(databases.takeTemplate(reference));

        String privileges = "SELECT has_database_privilege('" + role + "', '" + clone.database() + "', '%s')";
        assertThat(query(clone, String.format(privileges, "CREATE"))).isEqualTo("t");
        assertThat(query(clone, String.format(privileges, "CONNECT"))).isEqualTo("f");
    }

    @Test
    void aTemplateIsRefusedWhileSomebodyIsConnected() throws SQLException {
        DatabaseCoordinates reference = databases.create();
        try (Connection other = Connections.open(reference);
                Statement statement = other.createStatement()) {
            statement.execute("SET application_name TO 'shop-application'");

            assertThatThrownBy(() -> databases.takeTemplate(reference))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("application shop-application")
                    .hasMessageContaining("idle")
                    .hasMessageContaining("pre-integration-test");
        }
    }

    @Test
    void manyWorkersCloneAtOnce() throws Exception {
        DatabaseCoordinates reference = databases.create();
        execute(reference, "CREATE TABLE a (x int)");
        Template template = databases.takeTemplate(reference);
        ExecutorService workers = Executors.newFixedThreadPool(6);
        try {
            List<Future<DatabaseCoordinates>> clones = new ArrayList<>();
            for (int i = 0; i < 18; i++) {
                clones.add(workers.submit(() -> databases.cloneOf(template)));
            }
            for (Future<DatabaseCoordinates> clone : clones) {
                assertThat(query(clone.get(), "SELECT count(*) FROM a")).isEqualTo("0");
            }
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void droppingEndsTheSessionsOfOthers() throws SQLException {
        DatabaseCoordinates database = databases.create();
        try (Connection other = Connections.open(database)) {
            databases.drop(database);

            assertThat(other.isValid(1)).isFalse();
        }
        assertThat(exists(database)).isEqualTo("f");
    }

    @Test
    void aSessionThatTheServerEndedIsReplaced() throws SQLException {
        databases.create();
        execute(
                server.maintenance(),
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                        + " WHERE application_name = 'test-hygiene' AND pid <> pg_backend_pid()");

        assertThat(exists(databases.create())).isEqualTo("t");
    }

    @Test
    void dropAllDropsWhatWasMadeHereAndNothingElse() throws SQLException {
        Databases others = new Databases(server);
        DatabaseCoordinates kept = others.create();
        DatabaseCoordinates gone = databases.create();
        Template goneToo = databases.takeTemplate(gone);

        databases.dropAll();

        assertThat(exists(gone)).isEqualTo("f");
        assertThat(exists(goneToo.database())).isEqualTo("f");
        assertThat(exists(kept)).isEqualTo("t");
        assertThatIllegalArgumentException().isThrownBy(() -> databases.drop(kept));
        others.dropAll();
    }

    @Test
    void aDatabaseThatIsGoneIsNoError() throws SQLException {
        DatabaseCoordinates dropped = databases.create();
        DatabaseCoordinates droppedByTheEnd = databases.create();

        databases.drop(dropped);
        databases.drop(dropped);
        databases.dropAll();
        databases.drop(droppedByTheEnd);

        assertThat(exists(droppedByTheEnd)).isEqualTo("f");
    }

    @Test
    void aDatabaseThatIsBeingCreatedWhenTheSessionEndsDoesNotStay() throws Exception {
        String before = query(server.maintenance(), "SELECT count(*) FROM pg_database");
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try (Connection blocker = Connections.open(server.maintenance());
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("COMMENT ON DATABASE template1 IS 'nobody copies me now'");
            Future<DatabaseCoordinates> creation = worker.submit(databases::create);
            while (query(
                            server.maintenance(),
                            "SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                                    + " WHERE NOT l.granted AND a.query LIKE 'CREATE DATABASE%'")
                    .equals("0")) {
                Thread.onSpinWait();
            }

            databases.dropAll(Duration.ofMillis(1));
            blocker.rollback();

            assertThatThrownBy(creation::get).hasMessageContaining("dropped while it was being created");
        } finally {
            worker.shutdownNow();
        }
        assertThat(query(server.maintenance(), "SELECT count(*) FROM pg_database"))
                .isEqualTo(before);
        assertThatThrownBy(databases::create).hasMessageContaining("the session has ended");
    }

    @Test
    void aFailedCloneLeavesNoDatabase() throws SQLException {
        Template template = databases.takeTemplate(databases.create());
        databases.drop(template.database());

        assertThatThrownBy(() -> databases.cloneOf(template))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("does not exist");
    }

    private static String exists(DatabaseCoordinates database) throws SQLException {
        return query(
                server.maintenance(),
                "SELECT EXISTS (SELECT FROM pg_database WHERE datname = '" + database.database() + "')");
    }

    private static DatabaseCoordinates as(DatabaseCoordinates database, String role) {
        return new DatabaseCoordinates(
                database.host(), database.port(), database.database(), role, "secret", database.parameters());
    }

    private static void execute(DatabaseCoordinates database, String sql) throws SQLException {
        try (Connection connection = Connections.open(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DatabaseCoordinates database, String sql) throws SQLException {
        try (Connection connection = Connections.open(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}

package io.github.testhygiene.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.postgres.server.ExternalLogin;
import io.github.testhygiene.postgres.server.ExternalServer;
import io.github.testhygiene.postgres.server.RandomText;
import io.github.testhygiene.postgres.server.UsersServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What builds leave on a real server that outlives them. */
class LeftoverDatabasesTest {

    private static UsersServer server;

    private final List<String> lines = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        server = UsersServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        assertThat(server.ours()).isEmpty();
    }

    @Test
    void whatAKilledBuildLeftIsDroppedByTheNextOneAndNothingElse() throws Exception {
        Databases living = new Databases(server.join(lines::add));
        DatabaseCoordinates used = living.create();
        DatabaseCoordinates kept = living.create();
        living.leave(kept);
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledJvm.class.getName(),
                        server.maintenance().jdbcUrl())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).isEqualTo("ready");
            server.join(lines::add);
            assertThat(server.ours()).hasSize(7);

            jvm.destroyForcibly().waitFor();
            server.join(lines::add);

            assertThat(server.ours()).containsExactlyInAnyOrder(used.database(), kept.database());
            assertThat(server.names("SELECT gid FROM pg_prepared_xacts")).isEmpty();
            assertThat(server.names("SELECT subname FROM pg_subscription")).isEmpty();
            assertThat(server.names("SELECT slot_name FROM pg_replication_slots"))
                    .isEmpty();
            assertThat(server.names("SELECT rolname FROM pg_roles WHERE rolname LIKE 'test\\_hygiene\\_%'"))
                    .isEmpty();
            assertThat(lines).hasSize(1);
            assertThat(lines.get(0))
                    .contains("Dropped what builds left", "database test_hygiene_", "role test_hygiene_");
        } finally {
            jvm.destroyForcibly();
            living.dropAll();
            server.execute(LeftoverDatabases.dropCommand(kept.database()));
        }
    }

    /** Leaves on a server what keeps it from dropping databases, and waits to be killed. */
    static final class KilledJvm {

        private KilledJvm() {}

        public static void main(String[] args) throws Exception {
            Databases databases =
                    new Databases(ExternalServer.join(new ExternalLogin(args[0], "postgres", ""), line -> {}));
            databases.takeTemplate(databases.create());
            leaveEverything(databases);
            UsersServer.executeIn(databases.create(), "CREATE ROLE " + new BuildNames().next());
            System.out.println("ready");
            Thread.currentThread().join();
        }
    }

    /** A database with a subscription and a slot, and one with a prepared transaction: {@code DROP DATABASE} refuses both. */
    private static void leaveEverything(Databases databases) throws SQLException {
        String subscription = "left_" + RandomText.generate(6);
        UsersServer.executeIn(
                databases.create(),
                "CREATE SUBSCRIPTION " + subscription
                        + " CONNECTION 'host=localhost port=1 dbname=nowhere' PUBLICATION p WITH (connect = false)",
                "SELECT pg_create_logical_replication_slot('" + subscription + "', 'test_decoding')");
        // Last: a server creates no slot while a transaction is open, and a prepared one stays open.
        UsersServer.executeIn(
                databases.create(),
                "BEGIN",
                "CREATE TABLE a (x int)",
                "PREPARE TRANSACTION 'left-" + RandomText.generate(6) + "'");
    }

    @Test
    void whatTestsLeaveInADatabaseDoesNotKeepIt() throws SQLException {
        Databases databases = new Databases(server.join(lines::add));
        leaveEverything(databases);

        databases.dropAll();
    }

    @Test
    void everyDatabaseThatCannotBeDroppedIsNamedWithItsCommand() throws SQLException {
        String role = "ordinary_" + RandomText.generate(6);
        server.execute("CREATE ROLE " + role + " LOGIN CREATEDB");
        Databases databases = new Databases(server.joinAs(role));
        for (int i = 0; i < 2; i++) {
            String name = databases.create().database();
            UsersServer.executeIn(
                    server.maintenance().withDatabase(name),
                    "BEGIN",
                    "CREATE TABLE a (x int)",
                    "PREPARE TRANSACTION '" + name + "'");
        }
        List<String> refused = server.ours();

        assertThatThrownBy(databases::dropAll)
                .hasMessageContaining("2 databases could not be dropped")
                .hasMessageContaining("DROP DATABASE " + refused.get(0) + " WITH (FORCE)")
                .hasMessageContaining("DROP DATABASE " + refused.get(1) + " WITH (FORCE)")
                .hasMessageContaining("mvn test-hygiene:clean");

        new Databases(server.join(lines::add)).dropAll();
        assertThat(server.ours()).isEqualTo(refused); // their build still runs: this one
        for (String name : refused) {
            UsersServer.executeIn(server.maintenance().withDatabase(name), "ROLLBACK PREPARED '" + name + "'");
            server.execute(LeftoverDatabases.dropCommand(name));
        }
    }

    @Test
    void ofAnotherMachineOnlyWhatIsOldAndUnusedIsDropped() throws SQLException {
        String old = stranger(Instant.now().minus(Duration.ofDays(2)));
        String used = stranger(Instant.now().minus(Duration.ofDays(2)));
        String young = stranger(Instant.now().minus(Duration.ofHours(2)));
        try (Connection session = Connections.open(server.maintenance().withDatabase(used))) {
            LeftoverDatabases.Result result = LeftoverDatabases.drop(server.maintenance(), LeftoverDatabases.LIMIT);

            assertThat(result.dropped()).containsExactly("database " + old);
            assertThat(result.refused()).isEmpty();
            assertThat(result.spared())
                    .extracting(LeftoverDatabases.Remainder::what)
                    .containsExactlyInAnyOrder("database " + used, "database " + young);
            assertThat(session.isValid(1)).isTrue();
        }

        assertThat(LeftoverDatabases.drop(server.maintenance(), Duration.ZERO).spared())
                .isEmpty();
    }

    private static String stranger(Instant since) throws SQLException {
        String name =
                OwnedName.random(new OwnerProcess("zzzzzzzz", 17, 4711), since).value();
        server.execute("CREATE DATABASE " + name);
        return name;
    }
}

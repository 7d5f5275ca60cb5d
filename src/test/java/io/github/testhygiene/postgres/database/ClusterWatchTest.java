package io.github.testhygiene.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.ClusterChange;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.UsersServer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A watch over a server that is the user's. */
class ClusterWatchTest {

    private static UsersServer server;

    @BeforeAll
    static void start() throws IOException {
        server = UsersServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void onTheUsersServerChangesAreNamedAndNothingIsPutBack() throws SQLException {
        PostgresServer joined = server.join(line -> {});
        Databases databases = new Databases(joined);
        try (ClusterWatch watch = ClusterWatch.begin(joined)) {
            String own = databases.create().database();
            server.execute("CREATE DATABASE of_another_team");
            server.execute("ALTER DATABASE " + own + " SET work_mem = '7MB'");
            assertThat(watch.changes(true)).isEmpty();

            server.execute("CREATE ROLE app");
            UsersServer.executeIn(
                    server.maintenance().withDatabase(own),
                    "BEGIN",
                    "CREATE TABLE t (x int)",
                    "PREPARE TRANSACTION 'p'");

            assertThat(watch.changes(false)).extracting(ClusterChange::what).containsExactly("role app was created");
            List<ClusterChange> left = watch.restore(Set.of());
            assertThat(left)
                    .extracting(ClusterChange::what)
                    .containsExactly("prepared transaction p was left", "role app was created");
            assertThat(watch.changes(true)).isEqualTo(left);
        } finally {
            databases.dropAll();
            server.execute("DROP ROLE app");
            server.execute("DROP DATABASE of_another_team");
        }
    }

    @Test
    void aTestThatEndsAllOtherSessionsDoesNotEndTheWatch() throws SQLException {
        try (ClusterWatch watch = ClusterWatch.begin(server.join(line -> {}))) {
            server.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                    + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");

            assertThat(watch.changes(true)).isEmpty();
        }
    }

    @Test
    void whatOthersChangedIsWhatLaterStatesAreComparedWith() throws SQLException {
        try (ClusterWatch watch = ClusterWatch.begin(server.join(line -> {}))) {
            server.execute("CREATE ROLE of_others");
            watch.rebase();
            assertThat(watch.changes(true)).isEmpty();
        } finally {
            server.execute("DROP ROLE of_others");
        }
    }

    @Test
    void anOrdinaryRoleWatchesWhatItMayRead() throws SQLException {
        server.execute("CREATE ROLE ordinary LOGIN CREATEDB");
        try (ClusterWatch watch = ClusterWatch.begin(server.joinAs("ordinary"))) {
            server.execute("ALTER ROLE ordinary SET work_mem = '7MB'");

            assertThat(watch.changes(true))
                    .extracting(ClusterChange::undo)
                    .containsExactly("ALTER ROLE \"ordinary\" RESET \"work_mem\"");
        } finally {
            server.execute("DROP ROLE ordinary");
        }
    }
}

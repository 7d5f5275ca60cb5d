package io.github.testhygiene.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.difference.LeftFixture;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.ServerStarter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An embedded server plays the user's own. */
class SessionRoleTest {

    private static PostgresServer server;

    private final List<String> lines = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theTestsDoAllThatTheUsersRoleMayAndItOwnsWhatTheyCreate() throws SQLException {
        Databases databases = new Databases(server);
        String user = server.maintenance().username();
        LeftFixture.execute(server.maintenance(), "ALTER ROLE " + user + " SET search_path = 'my schema', public");
        SessionRole role = SessionRole.create(server, lines::add).orElseThrow();
        try {
            DatabaseCoordinates tests = role.login(databases.create());

            assertThat(tests.username()).isNotEqualTo(user).startsWith("test_hygiene_");
            assertThat(tests.password()).hasSize(32);
            LeftFixture.execute(
                    tests, "CREATE EXTENSION pg_stat_statements; CREATE SCHEMA \"my schema\"; CREATE TABLE t (id int)");
            assertThat(text(
                            tests,
                            "SELECT current_user || ' ' || tableowner || ' ' || schemaname FROM pg_tables"
                                    + " WHERE tablename = 't'"))
                    .isEqualTo(user + " " + user + " my schema");
            assertThat(text(
                            server.maintenance(),
                            "SELECT rolpassword FROM pg_authid WHERE rolname = '" + tests.username() + "'"))
                    .startsWith("SCRAM-SHA-256$");
        } finally {
            databases.dropAll();
            role.close();
            LeftFixture.execute(server.maintenance(), "ALTER ROLE " + user + " RESET search_path");
        }
        assertThat(lines).isEmpty();
        assertThat(text(server.maintenance(), "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'test\\_hygiene%'"))
                .isEqualTo("0");
    }

    @Test
    void anOrdinaryRoleHasNoRoleThatActsForIt() throws SQLException {
        try (PostgresServer joined = LeftFixture.joinAsOrdinaryRole(server)) {
            assertThat(SessionRole.create(joined, lines::add)).isEmpty();
        }
        assertThat(lines).containsExactly("is no superuser");
    }

    private static String text(DatabaseCoordinates database, String query) throws SQLException {
        try (Connection connection = Connections.open(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}

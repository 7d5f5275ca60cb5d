package io.github.testhygiene.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.ServerVersion;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.session.Shutdown;
import io.github.testhygiene.session.ShutdownPhase;
import io.github.testhygiene.sql.SqlStates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** An embedded server plays the user's own. */
class ExternalServerTest {

    private static PostgresServer users;

    private final List<String> lines = new ArrayList<>();

    @BeforeAll
    static void start() {
        users = new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded());
    }

    @AfterAll
    static void stop() {
        users.close();
    }

    @Test
    void aServerIsJoinedAndStaysWhenItIsClosed() throws SQLException {
        DatabaseCoordinates admin = users.maintenance();
        PostgresServer joined = join(admin.jdbcUrl() + "?sslmode=disable", admin.username(), admin.password());

        assertThat(joined.provider()).isEqualTo(Provider.EXTERNAL);
        assertThat(joined.capabilities()).isEqualTo(users.capabilities());
        assertThat(lines)
                .containsExactly(
                        "Using external PostgreSQL 18.6: as configured, at " + admin.jdbcUrl() + "?sslmode=disable");
        Databases databases = new Databases(joined);
        DatabaseCoordinates clone = databases.cloneOf(databases.takeTemplate(databases.create()));
        assertThat(clone.jdbcUrl()).endsWith("?sslmode=disable");
        databases.dropAll();
        joined.close();
        joined.close();
        Connections.open(admin).close();
    }

    @Test
    void aWrongPasswordIsSaid() {
        assertThatThrownBy(() -> join(users.maintenance().jdbcUrl(), "postgres", "wrong"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("refuses to let role 'postgres' log in")
                .hasMessageContaining("-Dtest-hygiene.password")
                .hasMessageNotContaining("wrong\"");
    }

    @Test
    void anUnknownRoleIsSaid() {
        assertThatThrownBy(() -> join(users.maintenance().jdbcUrl(), "nobody", "x"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("role 'nobody'");
    }

    @Test
    void aRoleThatMayNotCreateDatabasesIsRefused() throws SQLException {
        String role = role("");

        assertThatThrownBy(() -> join(users.maintenance().jdbcUrl(), role, "secret"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Role '" + role + "' may not create databases")
                .hasMessageContaining("ALTER ROLE");
    }

    @Test
    void aRoleThatMayNotReadTheChangeLogIsAccepted() throws SQLException {
        String role = role("CREATEDB");

        PostgresServer joined = join(users.maintenance().jdbcUrl(), role, "secret");

        assertThat(joined.capabilities()).isEqualTo(new ServerCapabilities(true, false, true, true));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("role '" + role + "' has no replication right", "REPLICATION");
    }

    @Test
    void anOrdinaryRoleMakesTemplatesAndClones() throws SQLException {
        Databases databases = new Databases(join(users.maintenance().jdbcUrl(), role("CREATEDB"), "secret"));

        DatabaseCoordinates clone = databases.cloneOf(databases.takeTemplate(databases.create()));

        Connections.open(clone).close();
        databases.dropAll();
    }

    @Test
    void aDatabaseThatDoesNotExistIsSaid() {
        DatabaseCoordinates missing = users.maintenance().withDatabase("missing");

        assertThatThrownBy(() -> join(missing.jdbcUrl(), missing.username(), missing.password()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("/missing does not exist");
    }

    @Test
    void aHostThatDoesNotAnswerIsSaid() throws IOException {
        int closed = freePort();

        assertThatThrownBy(() -> join("jdbc:postgresql://localhost:" + closed + "/main", "me", "secret"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("No PostgreSQL server answers at jdbc:postgresql://localhost:" + closed)
                .hasMessageContaining("5 s");
    }

    @Test
    void aServerThatIsTooOldIsRefused() {
        ServerInspection old =
                new ServerInspection(new ServerVersion(130_005), new ServerCapabilities(true, true, true, true));

        assertThatThrownBy(() -> ExternalServer.check(users.maintenance(), old))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("13.5")
                .hasMessageContaining("14");
    }

    @Test
    void aServerThatIsNotNamedIsAskedFor() {
        ServerSettings settings =
                new ServerSettings(DatabaseChoice.EXTERNAL, null, null, null, ClassPathBinaries.CACHE);

        assertThatThrownBy(() -> new ServerStarter(new ClassPathBinaries(), lines::add).start(settings))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<jdbcUrl>");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anInterruptedJvmLeavesNoDatabase() throws Exception {
        DatabaseCoordinates admin = users.maintenance();
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterruptedJvm.class.getName(),
                        admin.jdbcUrl(),
                        admin.username(),
                        admin.password())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            DatabaseCoordinates left = admin.withDatabase(output.readLine());
            Connections.open(left).close();

            jvm.destroy();
            jvm.waitFor();

            assertThatThrownBy(() -> Connections.open(left))
                    .isInstanceOfSatisfying(SQLException.class, e -> assertThat(SqlStates.noSuchDatabase(e))
                            .isTrue());
        } finally {
            jvm.destroyForcibly();
        }
    }

    /** Makes a database on somebody else's server, tells its name, and waits to be ended. */
    static final class InterruptedJvm {

        private InterruptedJvm() {}

        public static void main(String[] args) throws Exception {
            PostgresServer joined = ExternalServer.join(new ExternalLogin(args[0], args[1], args[2]), line -> {});
            Databases databases = new Databases(joined);
            Shutdown.begin(System.out::println).register(ShutdownPhase.DATABASES, "the databases", databases::dropAll);
            System.out.println(databases.create().database());
            Thread.currentThread().join();
        }
    }

    private PostgresServer join(String url, String username, String password) {
        ExternalLogin login = new ExternalLogin(url, username, password);
        ServerSettings settings =
                new ServerSettings(DatabaseChoice.EXTERNAL, null, null, login, ClassPathBinaries.CACHE);
        return new ServerStarter(new ClassPathBinaries(), lines::add).start(settings);
    }

    private static String role(String rights) throws SQLException {
        String role = "role_" + RandomText.generate(8);
        try (Connection connection = Connections.open(users.maintenance());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret' " + rights);
        }
        return role;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

package io.github.testhygiene.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.postgres.database.Databases;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server in a real container; skipped where no engine answers. */
class ContainerServerTest {

    private static final ServerSettings CONTAINER =
            new ServerSettings(DatabaseChoice.CONTAINER, null, null, null, ClassPathBinaries.CACHE);

    private final List<String> lines = new ArrayList<>();

    @BeforeAll
    static void needsAnEngine() {
        EngineAnswer answer = EngineProbe.look(Duration.ofSeconds(10));
        assumeTrue(answer instanceof EngineAnswer.Answers, answer::toString);
    }

    @Test
    void aContainerIsReadyForEveryStage() throws SQLException {
        ServerSettings settings = new ServerSettings(DatabaseChoice.AUTO, null, null, null, ClassPathBinaries.CACHE);
        try (PostgresServer server = new ServerStarter(new ClassPathBinaries(), lines::add).start(settings)) {
            assertThat(server.provider()).isEqualTo(Provider.CONTAINER);
            assertThat(server.describe().image()).isEqualTo("postgres:18");
            assertThat(server.capabilities()).isEqualTo(new ServerCapabilities(true, true, true, true));
            assertThat(lines).singleElement().asString().contains("Using container PostgreSQL 18", "postgres:18");

            Databases databases = new Databases(server);
            DatabaseCoordinates reference = databases.create();
            DatabaseCoordinates clone = databases.cloneOf(databases.takeTemplate(reference));
            try (Connection connection = Connections.open(clone);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE EXTENSION pg_stat_statements; SELECT count(*) FROM pg_stat_statements");
            }
            databases.dropAll();
        }
    }

    @Test
    void theContainerOfAKilledJvmIsRemovedByTheNextStartWhereRyukIsOff() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledJvm.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TESTCONTAINERS_RYUK_DISABLED", "true");
        Process jvm = builder.start();
        try (BufferedReader output =
                        new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
                DockerClient client = EngineClient.open()) {
            assertThat(output.readLine()).isEqualTo("ready");
            jvm.destroyForcibly().waitFor();
            assertThat(containersOf(jvm.pid(), client)).hasSize(1);

            try (PostgresServer next = new ServerStarter(new ClassPathBinaries(), lines::add).start(CONTAINER)) {
                assertThat(containersOf(jvm.pid(), client)).isEmpty();
                assertThat(containersOf(ProcessHandle.current().pid(), client)).isNotEmpty();
                assertThat(next.provider()).isEqualTo(Provider.CONTAINER);
            }
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static List<String> containersOf(long pid, DockerClient client) {
        return client
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(OwnContainers.OWNER_LABEL))
                .exec()
                .stream()
                .filter(each -> each.getLabels().get(OwnContainers.OWNER_LABEL).startsWith(pid + " "))
                .map(Container::getId)
                .toList();
    }

    /** Starts a server, and waits to be killed. */
    static final class KilledJvm {

        private KilledJvm() {}

        public static void main(String[] args) throws InterruptedException {
            PostgresServer server = new ServerStarter(new ClassPathBinaries(), line -> {}).start(CONTAINER);
            System.out.println(server.provider() == Provider.CONTAINER ? "ready" : "no container");
            Thread.currentThread().join();
        }
    }

    @Test
    void anImageThatCannotBeHadIsSaid() {
        ServerSettings settings = new ServerSettings(
                DatabaseChoice.CONTAINER, null, "no-such-host.invalid/image:1", null, ClassPathBinaries.CACHE);

        assertThatThrownBy(() -> new ServerStarter(new ClassPathBinaries(), lines::add).start(settings))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The image no-such-host.invalid/image:1 is not on this machine")
                .hasMessageContaining("docker pull no-such-host.invalid/image:1")
                .hasMessageContaining("-Dtest-hygiene.database=embedded");
    }

    @Test
    void anImageThatCannotBeHadLeavesTheEmbeddedServer() {
        ServerSettings settings = new ServerSettings(
                DatabaseChoice.AUTO, null, "no-such-host.invalid/image:1", null, ClassPathBinaries.CACHE);

        try (PostgresServer server = new ServerStarter(new ClassPathBinaries(), lines::add).start(settings)) {
            assertThat(server.provider()).isEqualTo(Provider.EMBEDDED);
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0)).startsWith("Pulling image no-such-host.invalid/image:1");
            assertThat(lines.get(1)).contains("Using embedded", "cannot be pulled", "what image");
        }
    }
}

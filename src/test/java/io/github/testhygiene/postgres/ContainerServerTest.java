package io.github.testhygiene.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Provider;
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

package io.github.testhygiene.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The life of a server process. */
class EmbeddedServerTest {

    @Test
    void closingLeavesNoProcessAndNoFile() throws SQLException {
        PostgresServer server = start();
        Path files = folder(server.maintenance());
        assertThat(files).isDirectory();
        Databases databases = new Databases(server);
        databases.create();

        server.close();
        server.close();

        assertThat(files.getParent()).doesNotExist();
        assertThatThrownBy(() -> Connections.open(server.maintenance()))
                .isInstanceOfSatisfying(SQLException.class, e -> assertThat(SqlStates.unreachable(e))
                        .isTrue());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anInterruptedJvmLeavesNoProcessAndNoFile() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterruptedJvm.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            Path files = Path.of(lines.readLine());
            assertThat(files).isDirectory();

            jvm.destroy();
            jvm.waitFor();

            assertThat(files.getParent()).doesNotExist();
        } finally {
            jvm.destroyForcibly();
        }
    }

    @Test
    void binariesThatCannotBeHadAreSaid(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.jar"));
        ServerSettings settings =
                new ServerSettings(DatabaseChoice.EMBEDDED, null, null, null, folder.resolve("cache"));

        assertThatThrownBy(() -> new ServerStarter((artifact, version) -> empty, line -> {}).start(settings))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("18.6.0 did not start");
    }

    @Test
    void whatAKilledProcessUnpackedHalfWayIsRemoved(@TempDir Path cache) throws IOException {
        Path half = Files.createDirectories(cache.resolve("PG-half/bin"));
        Path whole = Files.createDirectories(cache.resolve("PG-whole"));
        Files.createFile(whole.resolve(".exists"));

        UnpackedBinaries.removeUnfinished(cache);

        assertThat(half).doesNotExist();
        assertThat(whole).exists();
    }

    @Test
    void whatAKilledJvmLeftIsRemoved(@TempDir Path parent) throws IOException {
        Path abandoned = Files.createDirectories(parent.resolve("server-1"));
        FolderOwner.of(abandoned).close();
        Path inUse = Files.createDirectories(parent.resolve("server-2"));
        Path notOurs = Files.createDirectories(parent.resolve("server-3"));
        try (FolderOwner owner = FolderOwner.of(inUse)) {
            assertThat(owner).isNotNull();
            FolderOwner.removeLeftOvers(parent, "server-", Instant.now().plus(Duration.ofHours(1)));

            assertThat(abandoned).doesNotExist();
            assertThat(inUse).exists();
            assertThat(notOurs).exists();
        }
    }

    @Test
    void aFolderThatIsJustBeingMadeIsNoLeftOver(@TempDir Path parent) throws IOException {
        Path young = Files.createDirectories(parent.resolve("server-1"));
        FolderOwner.of(young).close();

        FolderOwner.removeLeftOvers(parent, "server-", Instant.now());

        assertThat(young).exists();
    }

    /** Starts a server, tells where it keeps its files, and waits to be ended. */
    static final class InterruptedJvm {

        private InterruptedJvm() {}

        public static void main(String[] args) throws Exception {
            System.out.println(folder(start().maintenance()));
            Thread.currentThread().join();
        }
    }

    private static PostgresServer start() {
        return new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded());
    }

    private static Path folder(DatabaseCoordinates maintenance) throws SQLException {
        try (Connection connection = Connections.open(maintenance);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            return Path.of(row.getString(1));
        }
    }
}

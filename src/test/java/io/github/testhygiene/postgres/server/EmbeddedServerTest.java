package io.github.testhygiene.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.session.Shutdown;
import io.github.testhygiene.session.ShutdownPhase;
import io.github.testhygiene.sql.SqlStates;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
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
        Process jvm = jvm(InterruptedJvm.class).start();
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
                .hasMessageContaining("18.6.0 cannot be unpacked into")
                .hasMessageContaining("-Dtest-hygiene.cache");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aKilledJvmsServerEndsByItselfAndItsFolderIsRemoved() throws Exception {
        Process jvm = jvm(InterruptedJvm.class).start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            Path files = Path.of(lines.readLine());
            ProcessHandle server = ProcessHandle.of(Long.parseLong(Files.readAllLines(files.resolve("postmaster.pid"))
                            .get(0)
                            .strip()))
                    .orElseThrow();
            ProcessHandle watchdog = jvm.children().findFirst().orElseThrow();

            jvm.destroyForcibly();

            server.onExit().get(1, TimeUnit.MINUTES);
            watchdog.onExit().get(1, TimeUnit.MINUTES);
            assertThat(files.getParent()).doesNotExist();
        } finally {
            jvm.destroyForcibly();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aKilledServerLeavesNoSharedMemory() throws Exception {
        List<Path> shared;
        try (PostgresServer server = start()) {
            Path files = folder(server.maintenance());
            String pid =
                    Files.readAllLines(files.resolve("postmaster.pid")).get(0).strip();
            try (Stream<String> maps = Files.lines(Path.of("/proc", pid, "maps"))) {
                shared = maps.filter(line -> line.contains("/PostgreSQL.") || line.contains(files + "/"))
                        .map(line -> Path.of(line.substring(line.indexOf('/'))))
                        .toList();
            }

            ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
        }

        assertThat(shared).isNotEmpty().allSatisfy(file -> assertThat(file).doesNotExist());
    }

    @Test
    void serversSurviveWhileOthersLookForLeftOvers() throws Exception {
        // The second server's start looks for left-overs in the JVM that owns the first.
        try (PostgresServer first = start();
                PostgresServer second = start()) {
            Path folder = folder(first.maintenance()).getParent();

            inAnotherClassLoader(LookForLeftOvers.class, folder.getParent().toString());
            Process other = jvm(LookForLeftOvers.class, folder.getParent().toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();

            assertThat(other.waitFor()).isZero();
            for (PostgresServer server : List.of(first, second)) {
                try (Connection connection = Connections.open(server.maintenance())) {
                    assertThat(connection.isValid(10)).isTrue();
                }
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void twentyServersLeaveNoFileNoProcessAndNoHandle(@TempDir Path temporary) throws Exception {
        Process jvm = jvm(TwentyServers.class, temporary.toString()).start();
        String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output).isEqualTo("0 processes, 0 more handles\n");
        assertThat(jvm.waitFor()).isZero();
        assertThat(temporary).isEmptyDirectory();
    }

    private static ProcessBuilder jvm(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData"));
        if (arguments.length > 0) {
            command.add("-Djava.io.tmpdir=" + arguments[0]);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** As a second plugin realm of the same Maven does. */
    private static void inAnotherClassLoader(Class<?> main, String argument) throws Exception {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> {
                    try {
                        return Path.of(entry).toUri().toURL();
                    } catch (MalformedURLException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toArray(URL[]::new);
        try (URLClassLoader realm = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Method method = realm.loadClass(main.getName()).getMethod("main", String[].class);
            method.setAccessible(true);
            method.invoke(null, (Object) new String[] {argument});
        }
    }

    /** Looks for what others left, a day later. */
    static final class LookForLeftOvers {

        private LookForLeftOvers() {}

        public static void main(String[] args) {
            FolderOwner.removeLeftOvers(
                    Path.of(args[0]), "test-hygiene-postgres-", Instant.now().plus(Duration.ofDays(1)));
        }
    }

    /** Starts and closes servers, one after the other, and counts what each but the first leaves. */
    static final class TwentyServers {

        private TwentyServers() {}

        public static void main(String[] args) throws IOException {
            start().close();
            long handles = handles();
            for (int i = 1; i < 20; i++) {
                start().close();
            }
            System.out.println(ProcessHandle.current().descendants().count() + " processes, "
                    + Math.max(0, handles() - handles) + " more handles");
        }

        private static long handles() throws IOException {
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
                return open.count();
            }
        }
    }

    /** Starts a server, tells where it keeps its files, and waits to be ended. */
    static final class InterruptedJvm {

        private InterruptedJvm() {}

        public static void main(String[] args) throws Exception {
            Shutdown ends = Shutdown.begin(System.out::println);
            PostgresServer server = new ServerStarter(
                            new ClassPathBinaries(), line -> {}, ends.in(ShutdownPhase.SERVERS))
                    .start(ClassPathBinaries.embedded());
            System.out.println(folder(server.maintenance()));
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

package io.github.testhygiene.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.testhygiene.fixture.Signals;
import io.github.testhygiene.postgres.server.DatabaseChoice;
import io.github.testhygiene.postgres.server.ExternalLogin;
import io.github.testhygiene.postgres.server.ServerSettings;
import io.github.testhygiene.postgres.server.ServerStarter;
import io.github.testhygiene.session.HygieneSession;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server whose port accepts and stays silent. */
@Timeout(120)
class InterruptedStartTest {

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    @DisabledOnOs(OS.WINDOWS)
    void aSignalEndsABuildThatWaitsForASilentServer(String signal, int exitCode) throws Exception {
        assumeFalse(Signals.isIgnored(signal), "this JVM's children do not get SIG" + signal);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Process build = start(silent);
            try (Socket accepted = silent.accept()) {
                // The build has sent its first bytes, and waits for the answer.
                assertThat(accepted.getInputStream().read()).isNotEqualTo(-1);

                Signals.send(signal, build);
                assertThat(build.waitFor()).isEqualTo(exitCode);
            } finally {
                build.destroyForcibly();
            }
        }
    }

    @Test
    void aSilentServerIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Process build = start(silent);
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(build.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(lines.lines()).anyMatch(line -> line.contains("No PostgreSQL server answers"));
            } finally {
                build.destroyForcibly();
            }
        }
    }

    private static Process start(ServerSocket silent) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Build.class.getName(),
                        "jdbc:postgresql://localhost:" + silent.getLocalPort() + "/postgres")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Joins a server as a goal does. */
    static final class Build {

        private Build() {}

        public static void main(String[] args) {
            HygieneSession session = new HygieneSession(System.out::println);
            ServerSettings settings = new ServerSettings(
                    DatabaseChoice.EXTERNAL,
                    null,
                    null,
                    new ExternalLogin(args[0], "user", "secret"),
                    Path.of("cache"));
            try {
                session.server(
                        settings,
                        ends -> new ServerStarter((artifact, version) -> Path.of("none"), System.out::println, ends)
                                .start(settings),
                        System.out::println);
            } catch (RuntimeException e) {
                System.out.println(e.getMessage());
            }
            session.close();
        }
    }
}

package io.github.testhygiene.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EngineProbeTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK";
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Callable<String> USABLE = () -> "localhost";

    @TempDir
    private Path home;

    @Test
    void aConfiguredEngineThatAnswersIsUsed() throws Exception {
        try (ServerSocket engine = listen()) {
            Thread answering = answer(engine, OK);

            assertThat(probe(dockerHost(engine), USABLE, LONG).look())
                    .isEqualTo(new EngineAnswer.Answers("tcp://127.0.0.1:" + engine.getLocalPort()));
            answering.join();
        }
    }

    @Test
    void anEngineThatAcceptsAndNeverAnswersCostsTheLimitAtMost() throws Exception {
        try (ServerSocket engine = listen()) {
            assertThat(probe(dockerHost(engine), USABLE, SHORT).look())
                    .isEqualTo(new EngineAnswer.None("the Docker engine at tcp://127.0.0.1:" + engine.getLocalPort()
                            + " has not answered within " + SHORT.toMillis() + " ms"));
        }
    }

    @Test
    void aSlowEngineIsWaitedForWithinTheLimit() throws Exception {
        try (ServerSocket engine = listen()) {
            EngineProbe probe = new EngineProbe(candidates(dockerHost(engine)), USABLE, LONG, Duration.ofMillis(50));
            Thread answering = new Thread(() -> {
                // Answers only after the first look has given up.
                try (Socket first = engine.accept();
                        InputStream request = first.getInputStream()) {
                    request.readAllBytes();
                    answer(engine, OK).join();
                } catch (IOException | InterruptedException e) {
                    assertThat(engine.isBound()).isTrue();
                }
            });
            answering.start();

            assertThat(probe.look()).isEqualTo(new EngineAnswer.Answers("tcp://127.0.0.1:" + engine.getLocalPort()));
            answering.join();
        }
    }

    @Test
    void anEngineThatFailsIsNotUsed() throws Exception {
        try (ServerSocket engine = listen()) {
            Thread answering = answer(engine, "HTTP/1.1 500 Internal Server Error\r\n\r\n");

            assertThat(probe(dockerHost(engine), USABLE, LONG).look()).isInstanceOf(EngineAnswer.None.class);
            answering.join();
        }
    }

    @Test
    void anEngineThatTestcontainersCannotUseIsNotUsed() throws Exception {
        Callable<String> refuses = () -> {
            throw new IllegalStateException("no valid environment");
        };
        Map<String, String> environment = Map.of("DOCKER_HOST", "npipe:////./pipe/docker_engine");

        assertThat(probe(environment, refuses, LONG).look())
                .isEqualTo(new EngineAnswer.None(
                        "the Docker engine at npipe:////./pipe/docker_engine cannot be used by Testcontainers:"
                                + " no valid environment"));
    }

    @Test
    void testcontainersDoesNotHangUs() {
        CountDownLatch never = new CountDownLatch(1);
        Callable<String> hangs = () -> {
            never.await();
            return "localhost";
        };

        assertThat(probe(Map.of("DOCKER_HOST", "ssh://far"), hangs, SHORT).look())
                .isInstanceOf(EngineAnswer.None.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSocketFileIsAsked() throws Exception {
        Path socket = home.resolve("docker.sock");
        try (ServerSocketChannel engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            engine.bind(UnixDomainSocketAddress.of(socket));
            Thread answering = new Thread(() -> answerOnce(engine));
            answering.start();

            assertThat(probe(Map.of("DOCKER_HOST", "unix://" + socket), USABLE, LONG)
                            .look())
                    .isEqualTo(new EngineAnswer.Answers(socket.toString()));
            answering.join();
        }
    }

    @Test
    void theSettingsFileNamesTheEngineUnlessTheVariableDoes() throws IOException {
        Files.writeString(home.resolve(".testcontainers.properties"), "docker.host=tcp://file:2375\n");

        assertThat(candidates(Map.of()).find().addresses()).containsExactly(new EngineAddress.Tcp("file", 2375));
        assertThat(candidates(Map.of("DOCKER_HOST", "tcp://variable:2375"))
                        .find()
                        .addresses())
                .containsExactly(new EngineAddress.Tcp("variable", 2375));
    }

    @Test
    void theUsualPlacesAreTriedInOrder() {
        EngineCandidates.Found found =
                candidates(Map.of("XDG_RUNTIME_DIR", "/run/user/7")).find();

        assertThat(found.configured()).isFalse();
        assertThat(found.addresses())
                .extracting(EngineAddress::shown)
                .containsExactlyElementsOf(List.of(
                        "/var/run/docker.sock",
                        "/run/user/7/docker.sock",
                        home + "/.docker/run/docker.sock",
                        home + "/.docker/desktop/docker.sock",
                        "/run/user/7/podman/podman.sock",
                        "/run/podman/podman.sock"));
    }

    @Test
    void anEngineBehindTlsIsLeftToTestcontainers() {
        Map<String, String> environment = Map.of("DOCKER_HOST", "tcp://far:2376", "DOCKER_TLS_VERIFY", "1");

        assertThat(candidates(environment).find().addresses())
                .containsExactly(new EngineAddress.Other("tcp://far:2376"));
    }

    private EngineProbe probe(Map<String, String> environment, Callable<?> testcontainers, Duration limit) {
        return new EngineProbe(candidates(environment), testcontainers, limit);
    }

    private EngineCandidates candidates(Map<String, String> environment) {
        return new EngineCandidates(environment, home, false);
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    private static Map<String, String> dockerHost(ServerSocket engine) {
        return Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + engine.getLocalPort());
    }

    private static Thread answer(ServerSocket engine, String response) {
        Thread thread = new Thread(() -> {
            try (Socket client = engine.accept();
                    InputStream request = client.getInputStream()) {
                assertThat(request.read()).isEqualTo('G');
                client.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().flush();
                request.readAllBytes();
            } catch (IOException closedByTheProbe) {
                assertThat(engine.isBound()).isTrue();
            }
        });
        thread.start();
        return thread;
    }

    private static void answerOnce(ServerSocketChannel engine) {
        try (SocketChannel client = engine.accept()) {
            client.write(ByteBuffer.wrap(OK.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer request = ByteBuffer.allocate(1024);
            while (client.read(request) >= 0) {
                request.clear();
            }
        } catch (IOException closedByTheProbe) {
            assertThat(engine.isOpen()).isTrue();
        }
    }
}

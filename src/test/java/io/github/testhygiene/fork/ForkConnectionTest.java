package io.github.testhygiene.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.wire.Frame;
import io.github.testhygiene.wire.FrameReader;
import io.github.testhygiene.wire.FrameWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ForkConnectionTest {

    private static final Frame BODY = new Frame.BodyStarted(new TestId("a"));

    private ServerSocket server;
    private ForkConnection connection;
    private Socket maven;
    private FrameReader heard;
    private FrameWriter answers;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        connection = ForkConnection.open(server.getInetAddress().getHostAddress(), server.getLocalPort(), "secret");
        maven = server.accept();
        maven.setSoTimeout(30_000); // reading heeds no interrupt
        heard = new FrameReader(maven.getInputStream());
        answers = new FrameWriter(maven.getOutputStream());
        assertThat(heard.read()).get().isInstanceOf(Frame.Hello.class);
    }

    /** Ours first: a watched connection that Maven's side ends takes the JVM with it. */
    @AfterEach
    void close() throws IOException {
        connection.close();
        maven.close();
        server.close();
    }

    private void watch(boolean watched) throws IOException {
        if (watched) {
            connection.endWithMaven();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBarrierIsPassedWhenMavensSideAnswers(boolean watched) throws IOException {
        watch(watched);
        for (int i = 0; i < 3; i++) {
            CompletableFuture<Void> passed = CompletableFuture.runAsync(this::passBarrier);
            assertThat(heard.read()).contains(new Frame.Barrier());
            assertThat(passed).isNotDone();

            answers.write(new Frame.Proceed());
            passed.join();
        }
    }

    private void passBarrier() {
        try {
            connection.barrier();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aBarrierEndsWithTheConnection() throws IOException {
        watch(true);
        CompletableFuture<Void> passed = CompletableFuture.runAsync(this::passBarrier);
        assertThat(heard.read()).contains(new Frame.Barrier());

        connection.close();

        assertThatThrownBy(passed::join).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aJvmWhoseMavenIsGoneEndsWithItsChildrenAndWritesNoArchive(@TempDir Path folder) throws Exception {
        Path archive = folder.resolve("classes.jsa");
        try (ServerSocket mavens = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            mavens.setSoTimeout(30_000);
            Process jvm = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:ArchiveClassesAtExit=" + archive,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Watched.class.getName(),
                            Integer.toString(mavens.getLocalPort()))
                    .redirectErrorStream(true)
                    .start();
            List<ProcessHandle> children = List.of();
            try (Socket accepted = mavens.accept()) {
                FrameReader frames = new FrameReader(accepted.getInputStream());
                assertThat(frames.read()).get().isInstanceOf(Frame.Hello.class);
                assertThat(frames.read()).contains(BODY);
                children = jvm.descendants().toList();
                assertThat(children).isNotEmpty();

                accepted.shutdownOutput();

                jvm.waitFor();
                for (ProcessHandle child : children) {
                    child.onExit().get(30, TimeUnit.SECONDS);
                }
                assertThat(archive).doesNotExist();
            } finally {
                children.forEach(ProcessHandle::destroyForcibly);
                jvm.destroyForcibly();
            }
        }
    }

    /** A test JVM whose test hangs and has started another process. */
    static final class Watched {

        private Watched() {}

        public static void main(String[] args) throws Exception {
            ForkConnection connection = ForkConnection.open("localhost", Integer.parseInt(args[0]), "secret");
            connection.endWithMaven();
            new ProcessBuilder("sleep", "1000").start();
            connection.write(BODY);
            Thread.currentThread().join();
        }
    }

    @Test
    void aBodyIsToldBeforeItWaits() throws IOException {
        watch(true);
        BodyBoundaries boundaries = new BodyBoundaries(connection);
        CompletableFuture<Void> passed = CompletableFuture.runAsync(() -> boundaries.accept(BODY));

        assertThat(heard.read()).contains(BODY);
        assertThat(heard.read()).contains(new Frame.Barrier());
        answers.write(new Frame.Proceed());
        passed.join();
    }

    @Test
    void aBrokenWireIsNoFailureOfTheTest() throws IOException {
        watch(true);
        BodyBoundaries boundaries = new BodyBoundaries(connection);
        connection.close();

        boundaries.accept(BODY);
        boundaries.accept(BODY);

        assertThat(heard.read()).isEmpty();
    }
}

package io.github.testhygiene.rerun.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.rerun.launch.RerunWire.Deadline;
import io.github.testhygiene.wire.Frame;
import io.github.testhygiene.wire.FrameReader;
import io.github.testhygiene.wire.FrameWriter;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RerunWireTest {

    private static final Frame.Request REQUEST = new Frame.Request(List.of(), Map.of("a", "b"), Map.of(), false);

    private static Socket connect(RerunWire wire) throws IOException {
        return new Socket(
                wire.programArguments().get(0),
                Integer.parseInt(wire.programArguments().get(1)));
    }

    private static void hello(Socket socket, int version, String token) throws IOException {
        new FrameWriter(socket.getOutputStream()).write(new Frame.Hello(version, token, 1));
    }

    @Test
    void strangersDoNotKeepOurJvmAway() throws IOException {
        Deadline deadline = Deadline.in(Duration.ofSeconds(50));
        try (RerunWire wire = new RerunWire();
                Socket garbage = connect(wire);
                Socket gone = connect(wire);
                Socket wrongToken = connect(wire);
                Socket wrongVersion = connect(wire);
                Socket ours = connect(wire)) {
            String token = wire.programArguments().get(2);
            garbage.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            gone.shutdownOutput();
            hello(wrongToken, Frame.PROTOCOL_VERSION, token + "x");
            hello(wrongVersion, Frame.PROTOCOL_VERSION + 1, token);
            hello(ours, Frame.PROTOCOL_VERSION, token);

            assertThat(wire.connect(REQUEST, deadline, () -> true)).isTrue();
            assertThat(new FrameReader(ours.getInputStream()).read()).contains(REQUEST);
            assertThat(hasHungUp(wrongToken)).isTrue();

            new FrameWriter(ours.getOutputStream()).write(new Frame.Bye());
            assertThat(wire.read(deadline)).contains(new Frame.Bye());
        }
    }

    /**
     * Whether the other end has closed the connection. Where it did so before it had read all of the hello, the system resets
     * the connection instead of ending it.
     */
    private static boolean hasHungUp(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() == -1;
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (SocketException e) {
            return e.getMessage().contains("reset");
        }
    }

    @Test
    void aStrangerThatDribblesKeepsOurJvmNotWaiting() throws Exception {
        Deadline deadline = Deadline.in(Duration.ofSeconds(50));
        CountDownLatch connected = new CountDownLatch(1);
        try (RerunWire wire = new RerunWire();
                Socket dribbling = connect(wire)) {
            Thread dribble = new Thread(() -> dribble(dribbling, connected));
            dribble.start();
            try (Socket ours = connect(wire)) {
                hello(ours, Frame.PROTOCOL_VERSION, wire.programArguments().get(2));

                assertThat(wire.connect(REQUEST, deadline, () -> true)).isTrue();
                connected.countDown();
                assertThat(new FrameReader(ours.getInputStream()).read()).contains(REQUEST);
            }
            dribble.join();
        }
    }

    /** The beginning of a hello, byte by byte, until our JVM is connected or the other end hangs up. */
    private static void dribble(Socket socket, CountDownLatch connected) {
        try {
            socket.getOutputStream().write(new byte[] {1, 0, 0, 0, 100});
            while (!connected.await(100, TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write(0);
            }
        } catch (IOException e) {
            return; // the wire has hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void dribblingDoesNotExtendADeadline() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RerunWire wire = new RerunWire();
                Socket ours = connect(wire)) {
            hello(ours, Frame.PROTOCOL_VERSION, wire.programArguments().get(2));
            assertThat(wire.connect(REQUEST, Deadline.in(Duration.ofSeconds(50)), () -> true))
                    .isTrue();
            Thread dribble = new Thread(() -> dribble(ours, over));
            dribble.start();

            assertThatThrownBy(() -> wire.read(Deadline.in(Duration.ofSeconds(1))))
                    .isInstanceOf(SocketTimeoutException.class);
            over.countDown();
            dribble.join();
        }
    }

    @Test
    void manyStrangersDisplaceEachOtherAndNotOurJvm() throws IOException {
        List<Socket> strangers = new ArrayList<>();
        try (RerunWire wire = new RerunWire()) {
            for (int i = 0; i < 40; i++) {
                strangers.add(connect(wire));
            }
            try (Socket ours = connect(wire)) {
                hello(ours, Frame.PROTOCOL_VERSION, wire.programArguments().get(2));
                assertThat(wire.connect(REQUEST, Deadline.in(Duration.ofSeconds(50)), () -> true))
                        .isTrue();
            }
            for (Socket stranger : strangers) {
                assertThat(stranger.getInputStream().read()).isEqualTo(-1);
            }
        } finally {
            for (Socket stranger : strangers) {
                stranger.close();
            }
        }
    }

    @Test
    void aJvmThatEndedIsNotWaitedFor() throws IOException {
        try (RerunWire wire = new RerunWire()) {
            assertThat(wire.connect(REQUEST, Deadline.in(Duration.ofHours(1)), () -> false))
                    .isFalse();
        }
    }

    @Test
    void aDeadlineThatIsOverEndsTheWaiting() throws IOException {
        try (RerunWire wire = new RerunWire()) {
            assertThat(wire.connect(REQUEST, Deadline.in(Duration.ZERO), () -> true))
                    .isFalse();
        }
    }
}

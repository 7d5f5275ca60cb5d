package io.github.testhygiene.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.rerun.RerunWire.Deadline;
import io.github.testhygiene.wire.Frame;
import io.github.testhygiene.wire.FrameReader;
import io.github.testhygiene.wire.FrameWriter;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
            assertThat(wrongToken.getInputStream().read()).isEqualTo(-1);

            new FrameWriter(ours.getOutputStream()).write(new Frame.Bye());
            assertThat(wire.read(deadline)).contains(new Frame.Bye());
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

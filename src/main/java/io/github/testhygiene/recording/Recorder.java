package io.github.testhygiene.recording;

import io.github.testhygiene.model.Recording;
import io.github.testhygiene.wire.Frame;
import io.github.testhygiene.wire.FrameReader;
import io.github.testhygiene.wire.FrameWriter;
import io.github.testhygiene.wire.PendingConnections;
import io.github.testhygiene.wire.SocketInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Listens for the test JVMs of the user's failsafe run and writes down what they tell. Every JVM is answered with the
 * system properties that its tests read, after the work that must precede the first test is done.
 */
public final class Recorder implements AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(10);
    // A test JVM says hello as soon as it is connected; whoever does not is a stranger.
    private static final Duration HELLO = Duration.ofSeconds(30);
    private static final int MOST_PENDING = 64;

    private final ServerSocket server;
    private final RecorderAddress address;
    private final Function<Boolean, Frame.Welcome> welcome;
    private final Boundaries boundaries;
    private final RecordedFrames frames = new RecordedFrames();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<Thread> readers = new ArrayList<>();
    private final PendingConnections pending = new PendingConnections(MOST_PENDING);

    private Recorder(ServerSocket server, Function<Boolean, Frame.Welcome> welcome, Boundaries boundaries) {
        this.server = server;
        this.boundaries = boundaries;
        this.welcome = welcome;
        String token = new BigInteger(160, new SecureRandom()).toString(Character.MAX_RADIX);
        this.address = new RecorderAddress(server.getInetAddress().getHostAddress(), server.getLocalPort(), token);
    }

    /**
     * Starts to listen on a free loopback port.
     *
     * @param welcome gives the answer for a test JVM, and is told whether that is Maven's own; called once for each,
     *     one at a time, before its first test. It must not throw: what it cannot do it has to note itself.
     * @param boundaries told of every frame before the tests go on
     * @return the recorder
     * @throws UncheckedIOException if no port can be had
     */
    public static Recorder start(Function<Boolean, Frame.Welcome> welcome, Boundaries boundaries) {
        try {
            Recorder recorder =
                    new Recorder(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), welcome, boundaries);
            startThread("accept", recorder::acceptAll);
            return recorder;
        } catch (IOException e) {
            throw new UncheckedIOException("no loopback port for the recorder", e);
        }
    }

    /**
     * Where it listens.
     *
     * @return the address that the test JVMs need
     */
    public RecorderAddress address() {
        return address;
    }

    /**
     * Ends the recording: waits for what the test JVMs have already said, and listens no more.
     *
     * @return what was recorded; without tests if no test JVM ever reported
     */
    public Recording stop() {
        long deadline = System.nanoTime() + LAST_WORDS.toNanos();
        for (Thread reader : startedReaders()) {
            try {
                reader.join(Math.max(
                        1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        close();
        return frames.recording();
    }

    /**
     * What went wrong on the wire.
     *
     * @return sentences; empty if nothing did
     */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            complaints.add("the recorder's port could not be closed: " + e.getMessage());
        }
        pending.close();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                pending.add(socket);
                synchronized (readers) {
                    readers.removeIf(reader -> !reader.isAlive());
                    readers.add(startThread("recorder", () -> listen(socket)));
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    complaints.add("the recorder could not accept a test JVM: " + e.getMessage());
                    return;
                }
            }
        }
    }

    private void listen(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            SocketInput input = new SocketInput(socket);
            FrameReader reader = new FrameReader(input);
            FrameWriter writer = new FrameWriter(socket.getOutputStream());
            input.until(System.nanoTime() + HELLO.toNanos());
            Frame.Hello hello = hello(reader);
            pending.remove(socket);
            if (hello == null) {
                refuse(writer);
            } else {
                input.unlimited();
                RecordedFrames.Launch launch = welcome(hello, writer);
                try {
                    listen(launch, reader, writer);
                } finally {
                    boundaries.ended(launch.number());
                }
            }
        } catch (IOException e) {
            complaints.add("a test JVM's report ended early: " + e.getMessage());
        } finally {
            pending.remove(socket);
        }
    }

    private void listen(RecordedFrames.Launch launch, FrameReader reader, FrameWriter writer) throws IOException {
        var frame = reader.read();
        while (frame.isPresent() && !(frame.get() instanceof Frame.Bye)) {
            if (frame.get() instanceof Frame.Barrier) {
                writer.write(new Frame.Proceed());
            } else {
                launch.add(frame.get());
                boundaries.passed(launch.number(), frame.get());
            }
            frame = reader.read();
        }
    }

    /** The hello of a test JVM of ours; null from anyone else. */
    private Frame.@Nullable Hello hello(FrameReader reader) {
        try {
            return reader.readHello().filter(this::isOurs).orElse(null);
        } catch (IOException e) {
            return null; // nothing of what is recorded is lost with a stranger
        }
    }

    private static void refuse(FrameWriter writer) {
        try {
            writer.write(new Frame.Refused("not a test JVM of this build, or of another plugin version"));
        } catch (IOException e) {
            return; // it is gone, or was displaced
        }
    }

    private RecordedFrames.Launch welcome(Frame.Hello hello, FrameWriter writer) throws IOException {
        boolean inMavensJvm = hello.pid() == ProcessHandle.current().pid();
        RecordedFrames.Launch launch = frames.open(inMavensJvm);
        synchronized (welcome) {
            writer.write(welcome.apply(inMavensJvm));
        }
        return launch;
    }

    private boolean isOurs(Frame.Hello hello) {
        return hello.version() == Frame.PROTOCOL_VERSION
                && MessageDigest.isEqual(bytes(hello.token()), bytes(address.token()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Thread> startedReaders() {
        synchronized (readers) {
            return List.copyOf(readers);
        }
    }

    private static Thread startThread(String name, Runnable work) {
        Thread thread = new Thread(work, "test-hygiene-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}

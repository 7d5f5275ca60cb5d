package io.github.testhygiene.rerun;

import io.github.testhygiene.wire.Frame;
import io.github.testhygiene.wire.FrameReader;
import io.github.testhygiene.wire.FrameWriter;
import io.github.testhygiene.wire.ProtocolException;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Maven's end of the wire to one re-run's JVM. */
final class RerunWire implements AutoCloseable {

    private static final int LOOK_MILLIS = 100;

    // Our JVM says hello as soon as it is connected.
    private static final int HELLO_MILLIS = 10_000;

    private final ServerSocket server;
    private final String token = new BigInteger(160, new SecureRandom()).toString(Character.MAX_RADIX);
    private @Nullable Socket socket;
    private @Nullable FrameReader reader;
    private @Nullable FrameWriter writer;

    RerunWire() throws IOException {
        // A channel's socket: an interrupt of the build ends what a plain socket would wait for.
        server = ServerSocketChannel.open().socket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** What the JVM needs to find us. */
    List<String> programArguments() {
        return List.of(server.getInetAddress().getHostAddress(), Integer.toString(server.getLocalPort()), token);
    }

    /**
     * Waits for the JVM and sends it the request.
     *
     * @return false if it ended, or the time was over, before it reported
     */
    boolean connect(Frame.Request request, Deadline deadline, BooleanSupplier alive) throws IOException {
        server.setSoTimeout(LOOK_MILLIS);
        while (!deadline.isOver()) {
            try {
                Socket accepted = server.accept();
                if (greet(accepted, request, deadline)) {
                    return true;
                }
                accepted.close();
            } catch (SocketTimeoutException e) {
                if (!alive.getAsBoolean()) {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean greet(Socket accepted, Frame.Request request, Deadline deadline) throws IOException {
        accepted.setSoTimeout(Math.min(HELLO_MILLIS, deadline.millis()));
        accepted.setTcpNoDelay(true);
        FrameReader frames = new FrameReader(accepted.getInputStream());
        if (!isOurs(frames)) {
            return false;
        }
        socket = accepted;
        reader = frames;
        FrameWriter answers = new FrameWriter(accepted.getOutputStream());
        writer = answers;
        answers.write(request);
        return true;
    }

    /** Whoever says something else, or nothing, is a stranger, and our JVM is still to come. */
    private boolean isOurs(FrameReader frames) {
        try {
            return frames.read().orElse(null) instanceof Frame.Hello hello
                    && hello.version() == Frame.PROTOCOL_VERSION
                    && hello.token().equals(token);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The next frame.
     *
     * @return empty if the JVM hung up
     * @throws SocketTimeoutException if the time was over first
     */
    Optional<Frame> read(Deadline deadline) throws IOException {
        Socket connected = socket;
        FrameReader frames = reader;
        if (connected == null || frames == null) {
            throw new ProtocolException("not connected");
        }
        connected.setSoTimeout(deadline.millis());
        return frames.read();
    }

    /** Says something to the JVM. */
    void write(Frame frame) throws IOException {
        FrameWriter frames = writer;
        if (frames == null) {
            throw new ProtocolException("not connected");
        }
        frames.write(frame);
    }

    @Override
    public void close() throws IOException {
        server.close();
        Socket connected = socket;
        if (connected != null) {
            connected.close();
        }
    }

    /**
     * A moment at which waiting ends.
     *
     * @param endNanos as {@code System.nanoTime()} tells it
     */
    record Deadline(long endNanos) {

        static Deadline in(Duration time) {
            return new Deadline(System.nanoTime() + time.toNanos());
        }

        boolean isOver() {
            return System.nanoTime() >= endNanos;
        }

        /** Milliseconds left, at least 1, since 0 would mean for ever. */
        int millis() {
            long left = Duration.ofNanos(endNanos - System.nanoTime()).toMillis();
            return (int) Math.max(1, Math.min(left, Integer.MAX_VALUE));
        }
    }
}

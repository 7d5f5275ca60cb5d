package io.github.testhygiene.rerun.launch;

import io.github.testhygiene.wire.Frame;
import io.github.testhygiene.wire.FrameReader;
import io.github.testhygiene.wire.FrameWriter;
import io.github.testhygiene.wire.PendingConnections;
import io.github.testhygiene.wire.ProtocolException;
import io.github.testhygiene.wire.SocketInput;
import java.io.IOException;
import java.io.InterruptedIOException;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Maven's end of the wire to one re-run's JVM. */
public final class RerunWire implements AutoCloseable {

    private static final int LOOK_MILLIS = 100;

    // Our JVM says hello as soon as it is connected.
    private static final Duration HELLO = Duration.ofSeconds(10);
    private static final int MOST_PENDING = 16;

    private final ServerSocket server;
    private final String token = new BigInteger(160, new SecureRandom()).toString(Character.MAX_RADIX);
    private final PendingConnections pending = new PendingConnections(MOST_PENDING);
    private final CompletableFuture<@Nullable Connected> first = new CompletableFuture<>();
    private @Nullable Connected connected;

    /** The connection of our JVM. */
    private record Connected(Socket socket, SocketInput input, FrameReader reader, FrameWriter writer) {}

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
        startThread(this::acceptAll);
        while (!deadline.isOver()) {
            Connected ours = awaitOurs(deadline);
            if (ours != null) {
                connected = ours;
                pending.close(); // there is one JVM, and this is it
                server.close();
                ours.writer().write(request);
                return true;
            }
            if (!alive.getAsBoolean()) {
                return false;
            }
        }
        return false;
    }

    private @Nullable Connected awaitOurs(Deadline deadline) throws IOException {
        try {
            return first.get(Math.min(LOOK_MILLIS, deadline.millis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("the build is ending").initCause(e);
        }
    }

    /** Greets each connection in a thread of its own: a stranger that says nothing keeps nobody waiting. */
    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket accepted = server.accept();
                pending.add(accepted);
                startThread(() -> greet(accepted));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    first.completeExceptionally(e);
                    return;
                }
            }
        }
    }

    private void greet(Socket accepted) {
        boolean ours = false;
        try {
            accepted.setTcpNoDelay(true);
            SocketInput input = new SocketInput(accepted);
            input.until(System.nanoTime() + HELLO.toNanos());
            FrameReader frames = new FrameReader(input);
            if (frames.readHello().filter(this::isOurs).isPresent()) {
                pending.remove(accepted);
                ours = first.complete(
                        new Connected(accepted, input, frames, new FrameWriter(accepted.getOutputStream())));
            }
        } catch (IOException e) {
            ours = false; // a stranger, and our JVM is still to come
        } finally {
            pending.remove(accepted);
            if (!ours) {
                close(accepted);
            }
        }
    }

    private boolean isOurs(Frame.Hello hello) {
        return hello.version() == Frame.PROTOCOL_VERSION && hello.token().equals(token);
    }

    private static void startThread(Runnable work) {
        Thread thread = new Thread(work, "test-hygiene-wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            return; // a stranger's
        }
    }

    /**
     * The next frame.
     *
     * @return empty if the JVM hung up
     * @throws SocketTimeoutException if the time was over first
     */
    public Optional<Frame> read(Deadline deadline) throws IOException {
        Connected jvm = jvm();
        jvm.input().until(deadline.endNanos());
        return jvm.reader().read();
    }

    /** Says something to the JVM. */
    public void write(Frame frame) throws IOException {
        jvm().writer().write(frame);
    }

    private Connected jvm() throws ProtocolException {
        if (connected == null) {
            throw new ProtocolException("not connected");
        }
        return connected;
    }

    @Override
    public void close() throws IOException {
        server.close();
        pending.close();
        if (!first.complete(null)) {
            Connected jvm = first.exceptionally(e -> null).join();
            if (jvm != null) {
                jvm.socket().close();
            }
        }
    }

    /**
     * A moment at which waiting ends.
     *
     * @param endNanos as {@code System.nanoTime()} tells it
     */
    public record Deadline(long endNanos) {

        /**
         * Returns the moment after some time.
         *
         * @param time from now
         * @return the deadline
         */
        public static Deadline in(Duration time) {
            return new Deadline(System.nanoTime() + time.toNanos());
        }

        /**
         * Returns whether the moment has come.
         *
         * @return false as long as there is time left
         */
        public boolean isOver() {
            return System.nanoTime() >= endNanos;
        }

        /** Milliseconds left, at least 1, since 0 would mean for ever. */
        int millis() {
            long left = Duration.ofNanos(endNanos - System.nanoTime()).toMillis();
            return (int) Math.max(1, Math.min(left, Integer.MAX_VALUE));
        }
    }
}

package io.github.testhygiene.fork;

import io.github.testhygiene.wire.Frame;
import io.github.testhygiene.wire.FrameReader;
import io.github.testhygiene.wire.FrameWriter;
import io.github.testhygiene.wire.ProtocolException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;

/** The tests' JVM's end of the wire. */
final class ForkConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;

    // The template is taken before the answer; a large database takes its time.
    private static final int ANSWER_MILLIS = 300_000;

    // What Maven's side does at a boundary takes a millisecond; whatever holds it up must not hold up the tests.
    private static final int BARRIER_MILLIS = 10_000;

    private final Socket socket;
    private final FrameWriter writer;
    private final FrameReader reader;
    private final BarrierAnswers answers = new BarrierAnswers();
    private volatile boolean watched;
    private volatile boolean closed;

    private ForkConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.writer = new FrameWriter(socket.getOutputStream());
        this.reader = new FrameReader(socket.getInputStream());
    }

    /** Connects and says hello. */
    static ForkConnection open(String host, int port, String token) throws IOException {
        // No proxy: the user's socksProxyHost is meant for the tests.
        Socket socket = new Socket(Proxy.NO_PROXY);
        try {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(ANSWER_MILLIS);
            ForkConnection connection = new ForkConnection(socket);
            connection.write(new Frame.Hello(
                    Frame.PROTOCOL_VERSION, token, ProcessHandle.current().pid()));
            return connection;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    void write(Frame frame) throws IOException {
        writer.write(frame);
    }

    <F extends Frame> F read(Class<F> expected) throws IOException {
        Frame frame = reader.read().orElseThrow(() -> new ProtocolException("the recorder hung up"));
        if (!expected.isInstance(frame)) {
            throw new ProtocolException("expected " + expected.getSimpleName() + ", got " + frame);
        }
        return expected.cast(frame);
    }

    /**
     * Waits until Maven's side has done its work for all frames so far, at most 10 s.
     *
     * @throws java.net.SocketTimeoutException if it takes longer; then nobody may wait or read any more
     */
    void barrier() throws IOException {
        if (watched) {
            write(new Frame.Barrier());
            answers.await(BARRIER_MILLIS);
        } else {
            socket.setSoTimeout(BARRIER_MILLIS);
            write(new Frame.Barrier());
            read(Frame.Proceed.class);
        }
    }

    /**
     * From now on this JVM ends at once when Maven's JVM is gone, however that happened, so that no test goes on running
     * on a database that nobody watches. Nobody else may read from now on.
     */
    void endWithMaven() throws IOException {
        socket.setSoTimeout(0);
        watched = true;
        Thread watch = new Thread(this::endWhenMavenIsGone, "test-hygiene-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void endWhenMavenIsGone() {
        try {
            // Maven says nothing but that: any other end of the reading is the connection's.
            while (reader.read().orElse(null) instanceof Frame.Proceed) {
                answers.add();
            }
        } catch (IOException e) {
            answers.end();
            if (closed) {
                return;
            }
        }
        answers.end();
        if (!closed) {
            SelfTermination.now();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        socket.close();
    }
}

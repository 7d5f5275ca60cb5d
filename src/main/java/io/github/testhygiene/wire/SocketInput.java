package io.github.testhygiene.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * What a socket receives, until a moment: a timeout of the socket itself begins anew with every byte, so that one byte every
 * few seconds would hold it for ever. For one thread.
 */
public final class SocketInput extends InputStream {

    private final Socket socket;
    private final InputStream in;
    private boolean limited;
    private long endNanos;

    /**
     * Reads without a limit at first.
     *
     * @param socket where to read; not closed by this class
     * @throws IOException if it is closed already
     */
    public SocketInput(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /**
     * Limits everything that is read from now on.
     *
     * @param end a moment, by {@code System.nanoTime()}; then reading ends with a {@code SocketTimeoutException}
     */
    public void until(long end) {
        limited = true;
        endNanos = end;
    }

    /**
     * Lifts the limit.
     *
     * @throws IOException if the socket is closed
     */
    public void unlimited() throws IOException {
        limited = false;
        socket.setSoTimeout(0);
    }

    @Override
    public int read() throws IOException {
        await();
        return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        await();
        return in.read(bytes, offset, length);
    }

    private void await() throws IOException {
        if (!limited) {
            return;
        }
        long left = Duration.ofNanos(endNanos - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("the time is over");
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
    }
}

package io.github.testhygiene.wire;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The connections that have not shown yet whose they are. There are only so many: a new one, which may be ours, displaces the
 * oldest. Safe for use by several threads.
 */
public final class PendingConnections implements AutoCloseable {

    private final int most;
    private final Deque<Socket> sockets = new ArrayDeque<>();
    private boolean closed;

    /**
     * None yet.
     *
     * @param most how many at a time; at least 1
     */
    public PendingConnections(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one connection is needed: " + most);
        }
        this.most = most;
    }

    /**
     * Adds a connection that was just accepted; closes the oldest one if there are too many.
     *
     * @param socket the connection; closed at once if this is closed
     */
    public void add(Socket socket) {
        Socket surplus;
        synchronized (this) {
            sockets.addLast(socket);
            surplus = closed || sockets.size() > most ? sockets.pollFirst() : null;
        }
        end(surplus);
    }

    /**
     * Removes a connection that has shown whose it is, or that has ended.
     *
     * @param socket the connection; it stays open
     */
    public synchronized void remove(Socket socket) {
        sockets.remove(socket);
    }

    /** Closes all connections that are pending, and those that are still to come. */
    @Override
    public void close() {
        while (true) {
            Socket next;
            synchronized (this) {
                closed = true;
                next = sockets.pollFirst();
            }
            if (next == null) {
                return;
            }
            end(next);
        }
    }

    private static void end(@org.jspecify.annotations.Nullable Socket socket) {
        if (socket == null) {
            return;
        }
        try {
            socket.close();
        } catch (IOException e) {
            // It is a stranger's, and nobody reads it any more.
            return;
        }
    }
}

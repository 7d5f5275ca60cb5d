package io.github.testhygiene.fork;

import io.github.testhygiene.wire.Frame;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Tells Maven's side where bodies start and end, and waits each time until it has noted that. Given up for good when
 * something goes wrong: the tests matter more.
 */
final class BodyBoundaries implements Consumer<Frame> {

    private final ForkConnection connection;
    private boolean givenUp;

    BodyBoundaries(ForkConnection connection) {
        this.connection = connection;
    }

    // One at a time, so that nobody goes on with the answer to somebody else's boundary.
    @Override
    public synchronized void accept(Frame boundary) {
        if (givenUp) {
            return;
        }
        try {
            connection.write(boundary);
            connection.barrier();
        } catch (IOException | RuntimeException e) {
            givenUp = true;
            System.err.println("[test-hygiene] what the tests' bodies do is no longer told apart: " + e);
        }
    }
}

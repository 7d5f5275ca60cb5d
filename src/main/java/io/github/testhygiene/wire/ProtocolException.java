package io.github.testhygiene.wire;

import java.io.IOException;
import java.io.Serial;

/** The other side said something that makes no sense. */
public final class ProtocolException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * With a sentence.
     *
     * @param message what was wrong
     */
    public ProtocolException(String message) {
        super(message);
    }
}

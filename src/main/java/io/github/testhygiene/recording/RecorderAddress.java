package io.github.testhygiene.recording;

import java.util.Objects;

/**
 * Where the recorder listens, and the secret that opens it.
 *
 * @param host a loopback address
 * @param port a free port that the system chose
 * @param token random, for this build only
 */
public record RecorderAddress(String host, int port, String token) {

    /** Checks that nothing is missing. */
    public RecorderAddress {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(token, "token");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}

package io.github.testhygiene.postgres.server;

import java.time.Instant;
import java.util.Objects;

/**
 * A container that was started.
 *
 * @param at when, by our clock
 * @param image its image, as it was named when the container was made
 * @param id its id
 */
public record ContainerStart(Instant at, String image, String id) {

    /** Checks that nothing is missing. */
    public ContainerStart {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(id, "id");
    }
}

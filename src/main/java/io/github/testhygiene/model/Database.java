package io.github.testhygiene.model;

import org.jspecify.annotations.Nullable;

/**
 * The server, as the report names it.
 *
 * @param provider where it comes from
 * @param version for example {@code 18.6}
 * @param image the container's image; null if it is no container
 */
public record Database(
        Provider provider, String version, @Nullable String image) {}

package io.github.testhygiene.postgres.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which server to start or join.
 *
 * @param choice the kind of server
 * @param postgresVersion {@code 18} or {@code 17.9}; null for the newest
 * @param image the container's image; null for the official one of the version
 * @param external how to reach the user's own server; null unless that is wanted
 * @param cache the folder for unpacked binaries; made if it is not there
 */
public record ServerSettings(
        DatabaseChoice choice,
        @Nullable String postgresVersion,
        @Nullable String image,
        @Nullable ExternalLogin external,
        Path cache) {}

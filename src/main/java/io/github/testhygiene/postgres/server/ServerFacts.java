package io.github.testhygiene.postgres.server;

import io.github.testhygiene.model.Database;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.Provider;
import org.jspecify.annotations.Nullable;

/**
 * What does not change of a server while it is used, as found when it was started or joined.
 *
 * @param provider where the server comes from
 * @param image the container's image; null if it runs in no container of ours
 * @param maintenance where the role that may create databases logs in
 * @param inspection its version, and what can be done on it
 */
public record ServerFacts(
        Provider provider, @Nullable String image, DatabaseCoordinates maintenance, ServerInspection inspection) {

    /** Returns the server as the report names it. */
    Database describe() {
        return new Database(provider, inspection.version().toString(), image);
    }
}

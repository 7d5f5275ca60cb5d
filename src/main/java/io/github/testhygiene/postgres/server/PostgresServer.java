package io.github.testhygiene.postgres.server;

import io.github.testhygiene.model.Database;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.ServerVersion;

/** A PostgreSQL server that answers, and that is ours to make databases on until it is closed. */
public sealed interface PostgresServer extends AutoCloseable permits ContainerServer, EmbeddedServer, ExternalServer {

    /**
     * Returns what was found when the server was started or joined.
     *
     * @return the same at any time
     */
    ServerFacts facts();

    /**
     * Where the server comes from.
     *
     * @return the provider
     */
    default Provider provider() {
        return facts().provider();
    }

    /**
     * Where the role that may create databases logs in.
     *
     * @return the maintenance database, never one that tests use
     */
    default DatabaseCoordinates maintenance() {
        return facts().maintenance();
    }

    /**
     * What the server is.
     *
     * @return its version
     */
    default ServerVersion version() {
        return facts().inspection().version();
    }

    /**
     * The server as the report names it.
     *
     * @return provider, version and image
     */
    default Database describe() {
        return facts().describe();
    }

    /**
     * What can be done on the server.
     *
     * @return as found when it was started or joined
     */
    default ServerCapabilities capabilities() {
        return facts().inspection().capabilities();
    }

    /** Stops the server and removes its files, if we started it; a second call does nothing. */
    @Override
    void close();
}

package io.github.testhygiene.postgres.server;

import io.github.testhygiene.model.Database;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.ServerVersion;

/** A PostgreSQL server that answers, and that is ours to make databases on until it is closed. */
public sealed interface PostgresServer extends AutoCloseable permits ContainerServer, EmbeddedServer, ExternalServer {

    /**
     * Where the server comes from.
     *
     * @return the provider
     */
    Provider provider();

    /**
     * Where the role that may create databases logs in.
     *
     * @return the maintenance database, never one that tests use
     */
    DatabaseCoordinates maintenance();

    /**
     * What the server is.
     *
     * @return its version
     */
    ServerVersion version();

    /**
     * The server as the report names it.
     *
     * @return provider, version and image
     */
    Database describe();

    /**
     * What can be done on the server.
     *
     * @return as found when it was started or joined
     */
    ServerCapabilities capabilities();

    /** Stops the server and removes its files, if we started it; a second call does nothing. */
    @Override
    void close();
}

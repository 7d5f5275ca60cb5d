package io.github.testhygiene.postgres.server;

import com.github.dockerjava.api.DockerClient;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/** The way to the Docker engine that Testcontainers has found, without what else it does on it. */
public final class EngineClient {

    private EngineClient() {}

    /**
     * A client; the caller closes it. Testcontainers' own would start Ryuk before it is given, and for two minutes try to
     * pull its image where that cannot be had.
     */
    static DockerClient open() {
        return DockerClientProviderStrategy.getClientForConfig(
                DockerClientFactory.instance().getTransportConfig());
    }
}

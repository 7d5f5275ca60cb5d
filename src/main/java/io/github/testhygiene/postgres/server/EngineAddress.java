package io.github.testhygiene.postgres.server;

import java.net.URI;
import java.nio.file.Path;

/** Where a Docker engine may listen. */
public sealed interface EngineAddress {

    /** As a user would write it. */
    String shown();

    /**
     * A socket file.
     *
     * @param path where it is
     */
    record UnixSocket(Path path) implements EngineAddress {
        @Override
        public String shown() {
            return path.toString();
        }
    }

    /**
     * A port that speaks plain HTTP.
     *
     * @param host a name or an address
     * @param port the port
     */
    record Tcp(String host, int port) implements EngineAddress {
        @Override
        public String shown() {
            return "tcp://" + host + ":" + port;
        }
    }

    /**
     * What we cannot speak ourselves: a Windows pipe, TLS, SSH.
     *
     * @param where as configured
     */
    record Other(String where) implements EngineAddress {
        @Override
        public String shown() {
            return where;
        }
    }

    /** Reads the value of {@code DOCKER_HOST}. */
    static EngineAddress parse(String dockerHost, boolean tls) {
        try {
            URI uri = URI.create(dockerHost.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            if (scheme.equals("unix")) {
                return new UnixSocket(Path.of(uri.getPath()));
            }
            if (!tls && (scheme.equals("tcp") || scheme.equals("http")) && uri.getHost() != null && uri.getPort() > 0) {
                return new Tcp(uri.getHost(), uri.getPort());
            }
        } catch (IllegalArgumentException e) {
            // Not a URI, or a path that is none here: Testcontainers will say what it thinks of it.
            return new Other(dockerHost);
        }
        return new Other(dockerHost);
    }
}

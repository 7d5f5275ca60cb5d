package io.github.testhygiene.postgres.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a Docker engine is looked for.
 *
 * @param environment the variables
 * @param home the user's home folder
 * @param windows whether this is Windows
 */
public record EngineCandidates(Map<String, String> environment, Path home, boolean windows) {

    private static final Path PODMAN_ROOT = Path.of("/run/podman/podman.sock");

    /**
     * What was found out.
     *
     * @param configured whether the user named the engine
     * @param addresses where to look, in order
     */
    record Found(boolean configured, List<EngineAddress> addresses) {}

    static EngineCandidates ofThisMachine() {
        return new EngineCandidates(
                System.getenv(),
                Path.of(System.getProperty("user.home", "")),
                System.getProperty("os.name", "").startsWith("Windows"));
    }

    /** The engine that the user named, or else the places where engines usually listen. */
    Found find() {
        Properties properties = properties();
        // Testcontainers' order: its desktop application first, then what is configured, then the usual places.
        String configured = properties.getProperty("tc.host");
        if (configured == null) {
            configured = environment.getOrDefault("DOCKER_HOST", properties.getProperty("docker.host"));
        }
        if (configured != null && !configured.isBlank()) {
            return new Found(true, List.of(EngineAddress.parse(configured, tls(properties))));
        }
        return new Found(false, windows ? List.of(new EngineAddress.Other("npipe:////./pipe/docker_engine")) : usual());
    }

    private List<EngineAddress> usual() {
        List<Path> sockets = new ArrayList<>();
        sockets.add(Path.of("/var/run/docker.sock"));
        String runtime = environment.get("XDG_RUNTIME_DIR");
        if (runtime != null && !runtime.isBlank()) {
            sockets.add(Path.of(runtime, "docker.sock"));
        }
        sockets.add(home.resolve(".docker/run/docker.sock"));
        sockets.add(home.resolve(".docker/desktop/docker.sock"));
        if (runtime != null && !runtime.isBlank()) {
            sockets.add(Path.of(runtime, "podman", "podman.sock"));
        }
        sockets.add(PODMAN_ROOT);
        return sockets.stream()
                .map(path -> (EngineAddress) new EngineAddress.UnixSocket(path))
                .toList();
    }

    /** Whether Testcontainers finds the engine at this place without being told. */
    static boolean knownToTestcontainers(EngineAddress address) {
        return !(address instanceof EngineAddress.UnixSocket socket)
                || !socket.path().endsWith("podman.sock");
    }

    private boolean tls(Properties properties) {
        @Nullable
        String verify = environment.getOrDefault("DOCKER_TLS_VERIFY", properties.getProperty("docker.tls.verify"));
        return verify != null && (verify.equals("1") || verify.equalsIgnoreCase("true"));
    }

    private Properties properties() {
        Properties properties = new Properties();
        Path file = home.resolve(".testcontainers.properties");
        if (Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                // Testcontainers goes on without an unreadable file as well.
                return new Properties();
            }
        }
        return properties;
    }
}

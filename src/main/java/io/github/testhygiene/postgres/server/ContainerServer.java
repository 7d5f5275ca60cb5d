package io.github.testhygiene.postgres.server;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import io.github.testhygiene.advice.DatabaseAdvice;
import io.github.testhygiene.advice.ServerAdvice;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.ServerVersion;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A server in a container that we started with Testcontainers. */
public final class ContainerServer implements PostgresServer {

    /** After the server says that it is ready, a port forwarder may still need a moment. */
    private static final Duration FIRST_CONNECTION = Duration.ofSeconds(20);

    private final PostgreSQLContainer container;
    private final ShutdownActions.Registration registration;
    private final ServerFacts facts;

    private ContainerServer(String image, PostgreSQLContainer container, ShutdownActions ends) throws SQLException {
        this.container = container;
        this.registration = ends.register("the container", container::stop);
        DatabaseCoordinates maintenance = new DatabaseCoordinates(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                ContainerSpec.MAINTENANCE_DATABASE,
                container.getUsername(),
                container.getPassword(),
                "");
        try (Connection connection = Connections.open(maintenance, FIRST_CONNECTION)) {
            this.facts = new ServerFacts(Provider.CONTAINER, image, maintenance, ServerInspection.of(connection));
        } catch (SQLException e) {
            registration.cancel();
            throw e;
        }
    }

    /** Starts a container; the image is pulled, and that is said, if it is not there. */
    static ContainerServer start(String image, Consumer<String> log, ShutdownActions ends) {
        Ryuk.leaveTheEndToUs();
        ContainerSpec spec = new ContainerSpec(image, RandomText.generate(24));
        PostgreSQLContainer container;
        try {
            removeLeftOvers();
            requireImages(spec, log);
            container = run(spec, ends);
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ProblemException(ServerAdvice.containerNotStarted(image, FailureReason.deepest(e)), e);
        }
        return connected(image, container, ends);
    }

    /** A courtesy to builds that were killed; it must not keep this one from its server. */
    private static void removeLeftOvers() {
        try (DockerClient client = EngineClient.open()) {
            OwnContainers.removeLeftOvers(client);
        } catch (IOException | RuntimeException e) {
            return;
        }
    }

    private static void requireImages(ContainerSpec spec, Consumer<String> log) {
        try {
            ContainerImage.require(spec.imageName(), log);
        } catch (ContainerFetchException e) {
            throw new ProblemException(ServerAdvice.imageUnavailable(spec.image(), FailureReason.deepest(e)), e);
        }
        try {
            Ryuk.requireImage(log);
        } catch (ContainerFetchException e) {
            throw new ProblemException(ServerAdvice.helperImageUnavailable(Ryuk.IMAGE, FailureReason.deepest(e)), e);
        }
    }

    private static PostgreSQLContainer run(ContainerSpec spec, ShutdownActions ends) {
        try {
            return started(spec.container(true), ends);
        } catch (RuntimeException refused) {
            // Some engines refuse a tmpfs: rather a slow server than none. A server that merely did not come up
            // would not come up the second time either.
            if (!FailureReason.contains(refused, DockerException.class)) {
                throw refused;
            }
            try {
                return started(spec.container(false), ends);
            } catch (RuntimeException e) {
                e.addSuppressed(refused);
                throw e;
            }
        }
    }

    private static PostgreSQLContainer started(PostgreSQLContainer container, ShutdownActions ends) {
        ShutdownActions.Registration whileStarting = ends.register("the container that starts", container::stop);
        try {
            container.start();
            return container;
        } catch (RuntimeException e) {
            container.stop();
            throw e;
        } finally {
            whileStarting.cancel();
        }
    }

    private static ContainerServer connected(String image, PostgreSQLContainer container, ShutdownActions ends) {
        try {
            ContainerServer server = new ContainerServer(image, container, ends);
            if (server.version().supported()) {
                return server;
            }
            server.close();
            throw new ProblemException(DatabaseAdvice.versionTooOld(
                    "The image " + image, server.version().toString(), ServerVersion.OLDEST_MAJOR));
        } catch (SQLException e) {
            container.stop();
            throw new ProblemException(ServerAdvice.containerNotStarted(image, String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public ServerFacts facts() {
        return facts;
    }

    @Override
    public void close() {
        try {
            container.stop();
        } finally {
            registration.cancel();
        }
    }
}

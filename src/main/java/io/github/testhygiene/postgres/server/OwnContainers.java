package io.github.testhygiene.postgres.server;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import io.github.testhygiene.process.ProcessMark;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.testcontainers.DockerClientFactory;

/**
 * Removes containers that a killed JVM left where Testcontainers' Ryuk does not run: those of our servers by a label that
 * names their owner, and those of the tests by their Testcontainers session.
 */
public final class OwnContainers {

    /** The process that started a server's container, as {@link ProcessMark#text()}. */
    static final String OWNER_LABEL = "io.github.testhygiene.owner";

    private static final String SESSION_LABEL = DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL;
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private OwnContainers() {}

    /** What to label a container of ours with; empty where the system does not tell enough of this process. */
    static Map<String, String> labels() {
        return ProcessMark.ofThisJvm()
                .map(owner -> Map.of(OWNER_LABEL, owner.text()))
                .orElse(Map.of());
    }

    /** Removes the containers of servers whose owner is proven dead; what cannot be removed stays. */
    static void removeLeftOvers(DockerClient client) {
        remove(client, OWNER_LABEL, OwnContainers::isOfDeadOwner);
    }

    private static boolean isOfDeadOwner(String owner) {
        return ProcessMark.parse(owner).map(ProcessMark::isProvenDead).orElse(false);
    }

    /**
     * Removes the containers that a test JVM has started and, since it was ended, not removed. Takes at most 4 s.
     *
     * @param sessions the values of their label {@code org.testcontainers.sessionId}; containers without that label, and
     *     those with another value, stay
     */
    public static void removeOfSessions(Collection<String> sessions) {
        if (sessions.isEmpty()) {
            return;
        }
        Deadline deadline = new Deadline(LIMIT);
        deadline.call(() -> {
            if (EngineProbe.look(LIMIT) instanceof EngineAnswer.Answers) {
                removeOfSessions(sessions, EngineClient.open());
            }
            return true;
        });
    }

    private static void removeOfSessions(Collection<String> sessions, DockerClient engine) throws IOException {
        try (DockerClient client = engine) {
            remove(client, SESSION_LABEL, sessions::contains);
        }
    }

    private static void remove(DockerClient client, String label, Predicate<String> wanted) {
        List<Container> labelled = client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(label))
                .exec();
        for (Container container : labelled) {
            String value = container.getLabels().get(label);
            if (value != null && wanted.test(value)) {
                remove(client, container.getId());
            }
        }
    }

    private static void remove(DockerClient client, String id) {
        try {
            client.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException alreadyRemoved) {
            return;
        }
    }
}

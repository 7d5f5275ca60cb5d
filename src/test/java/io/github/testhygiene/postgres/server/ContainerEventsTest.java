package io.github.testhygiene.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

class ContainerEventsTest {

    private static final Instant NOON = Instant.parse("2020-02-02T12:00:00Z");

    @Test
    void anEngineThatFailsTellsOfNothing() {
        assertThat(ContainerEvents.started(
                        () -> {
                            throw new IllegalStateException("no engine");
                        },
                        NOON,
                        NOON.plusSeconds(1),
                        Set.of("ours"),
                        Duration.ofSeconds(10)))
                .isEmpty();
    }

    @Test
    void anEngineThatHangsTellsOfNothing() {
        CountDownLatch never = new CountDownLatch(1);

        assertThat(ContainerEvents.started(
                        () -> {
                            never.await();
                            throw new IllegalStateException("not reached");
                        },
                        NOON,
                        NOON.plusSeconds(1),
                        Set.of("ours"),
                        Duration.ofMillis(1)))
                .isEmpty();
    }

    @Test
    void anEmptySpanIsNotAskedFor() {
        assertThat(ContainerEvents.started(
                        () -> {
                            throw new AssertionError("asked");
                        },
                        NOON,
                        NOON,
                        Set.of("ours"),
                        Duration.ofSeconds(1)))
                .isEmpty();
    }

    @Test
    void withoutASessionTheEngineIsNotAsked() {
        assertThat(ContainerEvents.started(
                        () -> {
                            throw new AssertionError("asked");
                        },
                        NOON,
                        NOON.plusSeconds(1),
                        Set.of(),
                        Duration.ofSeconds(1)))
                .isEmpty();
    }

    /** With a real engine; skipped where none answers. */
    @Nested
    class OnAnEngine {

        private static final String IMAGE = "postgres:18";

        private final DockerClient client = DockerClientFactory.instance().client();

        @BeforeAll
        static void needsAnEngine() {
            EngineAnswer answer = EngineProbe.look(Duration.ofSeconds(10));
            assumeTrue(answer instanceof EngineAnswer.Answers, answer::toString);
            ContainerImage.require(DockerImageName.parse(IMAGE), line -> {});
        }

        /** Runs a container to its end, and removes it. */
        private String run(String name, Map<String, String> labels) {
            CreateContainerCmd command = client.createContainerCmd(IMAGE)
                    .withName(name)
                    .withLabels(labels)
                    .withEntrypoint("/bin/true");
            String id = command.exec().getId();
            try {
                client.startContainerCmd(id).exec();
                client.waitContainerCmd(id)
                        .exec(new WaitContainerResultCallback())
                        .awaitStatusCode();
                return id;
            } finally {
                client.removeContainerCmd(id).withForce(true).exec();
            }
        }

        private static String name() {
            return "test-hygiene-" + UUID.randomUUID();
        }

        private static List<String> ids(Instant from, Instant to, String... sessions) {
            return ContainerEvents.started(from, to, Set.of(sessions)).stream()
                    .map(ContainerStart::id)
                    .toList();
        }

        private static Map<String, String> label(String session) {
            return Map.of(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, session);
        }

        @Test
        void aContainerOfATestsJvmIsListedWithItsImageAndTime() {
            String session = UUID.randomUUID().toString();
            Instant before = Instant.now();
            String id = run(name(), label(session));
            Instant after = Instant.now();

            assertThat(ContainerEvents.started(before, after, Set.of(session)))
                    .singleElement()
                    .satisfies(start -> {
                        assertThat(start.id()).isEqualTo(id);
                        assertThat(start.image()).isEqualTo(IMAGE);
                        assertThat(start.at()).isBetween(before, after);
                    });
            assertThat(ids(before.minusSeconds(60), before, session)).isEmpty();
            assertThat(ids(after, Instant.now(), session)).isEmpty();
        }

        /** Two builds on one engine: each sees what its own JVMs started, and neither what has no session at all. */
        @Test
        void containersOfStrangersAreLeftOut() {
            String ours = UUID.randomUUID().toString();
            String strangers = UUID.randomUUID().toString();
            Instant before = Instant.now();
            String one = run(name(), label(ours));
            String other = run(name(), label(strangers));
            run(name(), Map.of());
            run("testcontainers-ryuk-" + UUID.randomUUID(), label(ours));
            Instant after = Instant.now();

            assertThat(ids(before, after, ours)).containsExactly(one);
            assertThat(ids(before, after, strangers)).containsExactly(other);
            assertThat(ids(before, after, ours, strangers)).containsExactly(one, other);
            assertThat(ids(before, after, UUID.randomUUID().toString())).isEmpty();
        }
    }
}

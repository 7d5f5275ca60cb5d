package io.github.testhygiene.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import io.github.testhygiene.process.ProcessMark;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/** Containers that killed JVMs left, on a real engine; skipped where none answers. */
class OwnContainersTest {

    private static final String IMAGE = "postgres:18";

    private final List<String> created = new ArrayList<>();
    private DockerClient client;

    @BeforeEach
    void connect() {
        EngineAnswer answer = EngineProbe.look(Duration.ofSeconds(10));
        assumeTrue(answer instanceof EngineAnswer.Answers, answer::toString);
        client = EngineClient.open();
        try {
            client.inspectImageCmd(IMAGE).exec();
        } catch (NotFoundException e) {
            assumeTrue(false, "the image " + IMAGE + " is not there");
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        created.stream()
                .filter(this::exists)
                .forEach(id -> client.removeContainerCmd(id).withForce(true).exec());
        if (client != null) {
            client.close();
        }
    }

    private String container(Map<String, String> labels) {
        String id = client.createContainerCmd(IMAGE).withLabels(labels).exec().getId();
        created.add(id);
        return id;
    }

    private boolean exists(String id) {
        try {
            client.inspectContainerCmd(id).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    @Test
    void aServersContainerWhoseOwnerIsProvenDeadIsRemoved() {
        ProcessMark us = ProcessMark.ofThisJvm().orElseThrow();
        String ours = container(OwnContainers.labels());
        String dead = container(Map.of(OwnContainers.OWNER_LABEL, new ProcessMark(us.pid(), "1", us.machine()).text()));
        String elsewhere = container(Map.of(OwnContainers.OWNER_LABEL, new ProcessMark(us.pid(), "1", "other").text()));
        String strangers = container(Map.of("io.github.testhygiene.nothing", "1"));

        OwnContainers.removeLeftOvers(client);

        assertThat(exists(dead)).isFalse();
        assertThat(List.of(ours, elsewhere, strangers)).allMatch(this::exists);
    }

    @Test
    void onlyTheContainersOfTheEndedJvmsSessionAreRemoved() {
        String session = UUID.randomUUID().toString();
        String label = DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL;
        String left = container(Map.of(label, session));
        String others = container(Map.of(label, UUID.randomUUID().toString()));

        OwnContainers.removeOfSessions(List.of(session));

        assertThat(exists(left)).isFalse();
        assertThat(exists(others)).isTrue();
    }

    @Test
    void aRefusedPullIsOneException() throws Exception {
        try (PullAnswer answer =
                client.pullImageCmd("no-such-host.invalid/image").withTag("1").exec(new PullAnswer())) {
            assertThatThrownBy(() -> answer.await(1)).hasMessageContaining("no-such-host.invalid");
        }
    }
}

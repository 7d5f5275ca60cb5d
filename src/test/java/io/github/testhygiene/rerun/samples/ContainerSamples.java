package io.github.testhygiene.rerun.samples;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;

/** Tests with a container; nested here so that they run only when they are asked for. */
public final class ContainerSamples {

    private ContainerSamples() {}

    public static class LostWithAContainer {
        @Test
        @SuppressWarnings("resource")
        void startsAndHalts() throws Exception {
            GenericContainer<?> container = new GenericContainer<>("postgres:18").withCommand("sleep", "600");
            container.start();
            Files.writeString(Path.of(System.getProperty("sample.container")), container.getContainerId());
            Runtime.getRuntime().halt(3);
        }
    }
}

package io.github.testhygiene.postgres.server;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** Makes sure that an image is there. Testcontainers would try for two minutes where no registry can be reached. */
public final class ContainerImage {

    private static final int PULL_MINUTES = 10;

    private ContainerImage() {}

    /** Pulls the image if the engine does not have it; one try. */
    static void require(DockerImageName wanted, Consumer<String> log) {
        // The user may have set a prefix or a substitutor of their own.
        DockerImageName name = ImageNameSubstitutor.instance().apply(wanted);
        try (DockerClient client = EngineClient.open()) {
            if (!present(client, name)) {
                log.accept("Pulling image " + name.asCanonicalNameString() + ", which is not on this machine yet");
                pull(client, name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DockerException | DockerClientException e) {
            throw new ContainerFetchException("cannot pull " + name.asCanonicalNameString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContainerFetchException("interrupted while pulling " + name.asCanonicalNameString(), e);
        }
    }

    private static boolean present(DockerClient client, DockerImageName name) {
        try {
            client.inspectImageCmd(name.asCanonicalNameString()).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static void pull(DockerClient client, DockerImageName name) throws InterruptedException {
        PullImageCmd command = client.pullImageCmd(name.getUnversionedPart()).withTag(name.getVersionPart());
        try {
            await(command);
        } catch (NotFoundException | DockerClientException e) {
            // Many images with extensions exist for amd64 alone; engines on ARM can run them.
            await(command.withPlatform("linux/amd64"));
        }
    }

    private static void await(PullImageCmd command) throws InterruptedException {
        try (PullAnswer answer = command.exec(new PullAnswer())) {
            answer.await(PULL_MINUTES);
        } catch (IOException e) {
            throw new DockerClientException("the connection to the engine broke", e);
        }
    }
}

package io.github.testhygiene.rerun.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.rerun.run.RerunFixture.Clones;
import io.github.testhygiene.rerun.samples.ContainerSamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** The containers of a re-run's JVM that could not remove them itself, on a real engine without Ryuk. */
@Timeout(180)
@EnabledIfEnvironmentVariable(named = "TESTCONTAINERS_RYUK_DISABLED", matches = "true")
class LostContainersTest {

    @Test
    void theContainerOfALostJvmIsRemoved(@TempDir Path folder) throws Exception {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no Docker engine answers");
        DockerClient client = DockerClientFactory.instance().client();
        Path id = folder.resolve("container");

        RunResult result = RerunFixture.run(
                folder.resolve("runs"),
                new Clones(),
                withThisEnvironment(RerunFixture.recipe(Map.of("sample.container", id.toString()))),
                RerunFixture.segment(ContainerSamples.LostWithAContainer.class, "startsAndHalts"));

        assertThat(result.exit()).isInstanceOf(RunExit.Crashed.class);
        assertThatThrownBy(
                        () -> client.inspectContainerCmd(Files.readString(id)).exec())
                .isInstanceOf(NotFoundException.class);
    }

    private static LaunchRecipe withThisEnvironment(LaunchRecipe recipe) {
        return new LaunchRecipe(
                recipe.javaHome(),
                recipe.inputArguments(),
                recipe.classPath(),
                recipe.launcherPath(),
                recipe.systemProperties(),
                System.getenv(),
                recipe.workingDirectory(),
                recipe.configurationParameters());
    }
}

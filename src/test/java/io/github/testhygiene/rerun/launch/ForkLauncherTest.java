package io.github.testhygiene.rerun.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.rerun.run.RerunFixture;
import io.github.testhygiene.rerun.samples.RerunSamples;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkLauncherTest {

    private static boolean mayStartEarly(String argument) {
        LaunchRecipe recipe = new LaunchRecipe(
                "/jdk", List.of("-Xmx1g", argument), List.of(), List.of(), Map.of(), Map.of(), "/", Map.of());
        ForkPlaces places = new ForkPlaces(Path.of("plugin.jar"), Path.of("runs"), List.of());
        return new ForkLauncher(RerunFixture.recording(recipe), places, new LiveProcesses(), "reference", null)
                .mayStartEarly(RerunFixture.segment(RerunSamples.Good.class, "one"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Dcom.sun.management.jmxremote.port=9010",
                "-javaagent:/opt/prometheus.jar=9404:/opt/config.yml",
                "-agentpath:/opt/profiler.so=port=10001"
            })
    void aJvmWithAPortOfItsOwnStartsWhenTheOneBeforeHasEnded(String argument) {
        assertThat(mayStartEarly(argument)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Ddb.url=jdbc:postgresql://localhost:5432/shop",
                "-Dserver.port=8080",
                "-Dcom.sun.management.jmxremote.port=0",
                "-javaagent:/repo/mockito-core-5.17.0.jar",
                "-agentlib:jdwp=transport=dt_socket,server=y,address=5005"
            })
    void anyOtherStartsEarly(String argument) {
        assertThat(mayStartEarly(argument)).isTrue();
    }
}

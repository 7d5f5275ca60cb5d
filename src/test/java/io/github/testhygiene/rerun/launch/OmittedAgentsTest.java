package io.github.testhygiene.rerun.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.rerun.run.RerunFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OmittedAgentsTest {

    @Test
    void coverageAndDebuggersAreToldAndNothingElse() {
        String coverage = "-javaagent:/repo/org.jacoco.agent-runtime.jar=destfile=jacoco.exec";
        String debugger = "-agentlib:jdwp=transport=dt_socket,server=y,address=5005";
        LaunchRecipe recipe = new LaunchRecipe(
                "/jdk",
                List.of("-Xmx1g", coverage, "-javaagent:/repo/mockito-core.jar", debugger),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                "/",
                Map.of());

        assertThat(OmittedAgents.find(RerunFixture.recording(recipe))).containsExactly(coverage, debugger);
    }
}

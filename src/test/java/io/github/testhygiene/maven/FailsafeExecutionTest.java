package io.github.testhygiene.maven;

import static io.github.testhygiene.fixture.MavenBuilds.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fixture.MavenBuilds;
import io.github.testhygiene.maven.FailsafeExecution.ExtraClassPath;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;

class FailsafeExecutionTest {

    private final MavenProject project = MavenBuilds.project("shop");
    private final MavenSession session = session(project);
    private final Plugin failsafe = new Plugin();

    @Test
    void aModuleWithoutFailsafeHasNoExecution() {
        assertThat(read()).isEmpty();
    }

    @Test
    void anExecutionThatOnlyVerifiesRunsNoTests() {
        execution("verify", "");

        assertThat(read()).isEmpty();
    }

    @Test
    void byDefaultClassesShareAJvmOfMavensOwnKind() {
        execution("integration-test", "");

        assertThat(read()).contains(new FailsafeExecution(true, ExtraClassPath.NONE, null, Map.of()));
    }

    @Test
    void thePluginsConfigurationCounts() {
        execution("integration-test", "");
        failsafe.setConfiguration(dom("<reuseForks> false </reuseForks><jvm>/opt/jdk/bin/java</jvm>"));

        assertThat(read()).contains(new FailsafeExecution(false, ExtraClassPath.NONE, "/opt/jdk/bin/java", Map.of()));
    }

    @Test
    void theExecutionsConfigurationCountsMore() {
        execution("integration-test", "<reuseForks>true</reuseForks>");
        failsafe.setConfiguration(dom("<reuseForks>false</reuseForks>"));

        assertThat(read()).map(FailsafeExecution::reuseForks).contains(true);
    }

    @Test
    void anExecutionWithoutTestsTellsNothing() {
        execution("verify", "<reuseForks>false</reuseForks>");
        execution("integration-test", "");

        assertThat(read()).map(FailsafeExecution::reuseForks).contains(true);
    }

    @Test
    void propertiesCountWhereTheConfigurationIsSilent() {
        execution("integration-test", "");
        project.getProperties().setProperty("reuseForks", "false");
        assertThat(read()).map(FailsafeExecution::reuseForks).contains(false);

        session.getUserProperties().setProperty("reuseForks", "true");
        assertThat(read()).map(FailsafeExecution::reuseForks).contains(true);
    }

    @Test
    void ownClassPathElementsReplaceOurs() {
        execution(
                "integration-test",
                "<additionalClasspathElements><additionalClasspathElement>/x</additionalClasspathElement>"
                        + "</additionalClasspathElements>");

        assertThat(read()).map(FailsafeExecution::classPath).contains(ExtraClassPath.WITHOUT_OURS);
    }

    @Test
    void ownClassPathElementsMayHoldOurs() {
        execution(
                "integration-test",
                "<additionalClasspathElements><additionalClasspathElement>/x</additionalClasspathElement>"
                        + "<additionalClasspathElement>${test-hygiene.classpath}</additionalClasspathElement>"
                        + "</additionalClasspathElements>");

        assertThat(read()).map(FailsafeExecution::classPath).contains(ExtraClassPath.WITH_OURS);
    }

    @Test
    void anEmptyJvmIsMavensOwn() {
        execution("integration-test", "<jvm> </jvm>");

        assertThat(read()).map(FailsafeExecution::jvm).isEmpty();
    }

    private Optional<FailsafeExecution> read() {
        return FailsafeExecution.of(project, session);
    }

    private void execution(String goal, String configuration) {
        if (project.getBuild().getPlugins().isEmpty()) {
            failsafe.setGroupId("org.apache.maven.plugins");
            failsafe.setArtifactId("maven-failsafe-plugin");
            project.getBuild().addPlugin(failsafe);
        }
        PluginExecution execution = new PluginExecution();
        execution.setId(goal + failsafe.getExecutions().size());
        execution.addGoal(goal);
        if (!configuration.isEmpty()) {
            execution.setConfiguration(dom(configuration));
        }
        failsafe.addExecution(execution);
    }

    private static Xpp3Dom dom(String content) {
        try {
            return Xpp3DomBuilder.build(new StringReader("<configuration>" + content + "</configuration>"));
        } catch (XmlPullParserException | IOException e) {
            throw new IllegalArgumentException(content, e);
        }
    }
}

package io.github.testhygiene.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.testhygiene.help.Goal;
import io.github.testhygiene.help.Goal.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.junit.jupiter.api.Test;

/** Reads our own descriptor, as Maven does. */
class PluginGoalsTest {

    @Test
    void theGoalsAreInAlphabeticalOrderAndDescribed() throws Exception {
        List<Goal> goals = goals();

        assertThat(goals).extracting(Goal::name).isSorted().contains("check", "help", "isolate", "provision", "replay");
        assertThat(goals).allSatisfy(goal -> {
            assertThat(goal.description()).isNotBlank();
            assertThat(goal.settings()).isNotEmpty();
        });
    }

    @Test
    void aSettingHasItsPropertyAndItsDefault() throws Exception {
        assertThat(settings("isolate"))
                .contains(new Setting(
                        "testBudget",
                        "test-hygiene.testBudget",
                        "500ms",
                        false,
                        "How long a test may take, by the median of all its runs."));
        assertThat(settings("check"))
                .contains(new Setting(
                        "outputDirectory",
                        "test-hygiene.outputDirectory",
                        "${project.build.directory}/test-hygiene",
                        true,
                        "The folder of the reports."));
    }

    @Test
    void whatHasNoPropertyOrNoDefaultSaysSo() throws Exception {
        assertThat(settings("isolate"))
                .filteredOn(setting -> List.of("allowRows", "runTimeout").contains(setting.name()))
                .extracting(Setting::property, Setting::defaultValue)
                .containsExactly(tuple(null, null), tuple("test-hygiene.runTimeout", null));
    }

    @Test
    void whatMavenSetsIsNoSetting() throws Exception {
        assertThat(settings("check"))
                .extracting(Setting::name)
                .contains("failOn")
                .doesNotContain("project", "session");
    }

    private static List<Setting> settings(String goal) throws IOException, PlexusConfigurationException {
        return goals().stream()
                .filter(each -> each.name().equals(goal))
                .findFirst()
                .orElseThrow()
                .settings();
    }

    private static List<Goal> goals() throws IOException, PlexusConfigurationException {
        try (InputStream xml = HelpMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            PluginDescriptor plugin =
                    new PluginDescriptorBuilder().build(new InputStreamReader(xml, StandardCharsets.UTF_8));
            return PluginGoals.read(plugin);
        }
    }
}

package io.github.testhygiene.maven;

import static io.github.testhygiene.fixture.MavenBuilds.project;
import static io.github.testhygiene.fixture.MavenBuilds.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayCommandTest {

    private static final Plugin OURS = ours();

    private final MavenProject shop = project("shop");

    @Test
    void aSingleModuleNeedsNoMoreThanTheGoal() {
        assertThat(ReplayCommand.of(shop, session(shop)).start()).isEqualTo("mvn verify");
    }

    @Test
    void aModuleOfSeveralIsNamed() {
        assertThat(ReplayCommand.of(shop, session(shop, project("cart"))).start())
                .isEqualTo("mvn verify -pl :shop -am");
    }

    @Test
    void theBuildsProfilesAreActiveAgain() {
        MavenSession session = session(shop);
        session.getRequest().setActiveProfiles(List.of("demo", "unknown", "ci"));
        shop.setInjectedProfileIds("external", List.of("ci"));
        shop.setInjectedProfileIds("the POM", List.of("demo", "another"));

        assertThat(ReplayCommand.of(shop, session).start()).isEqualTo("mvn verify -Pdemo,ci");
    }

    @Test
    void whatDecidesOnTheRunAndTheServerIsSaidAgainAndNoPassword() {
        MavenSession session = session(shop);
        Properties user = session.getUserProperties();
        user.setProperty("it.test", "OrderIT#counts*");
        user.setProperty("test-hygiene.database", "external");
        user.setProperty("test-hygiene.password", "secret");
        user.setProperty("test-hygiene.seed", "7");
        user.setProperty("deploy.token", "secret");

        assertThat(ReplayCommand.of(shop, session).start())
                .isEqualTo("mvn verify -Dit.test='OrderIT#counts*' -Dtest-hygiene.database=external");
    }

    @Test
    void thePrefixIsEnoughWhereThePomOfTheTopProjectHasThePlugin() {
        shop.getBuild().addPlugin(OURS);

        assertThat(ReplayCommand.replaying(shop, session(shop), OURS).start()).isEqualTo("mvn test-hygiene:replay");
    }

    @Test
    void whereThePrefixMayBeUnknownThePluginIsNamedInFull() {
        String goal = "io.github.testhygiene:test-hygiene-maven-plugin:1.2:replay";

        assertThat(ReplayCommand.replaying(shop, session(shop), OURS).start()).isEqualTo("mvn " + goal);
        assertThat(ReplayCommand.replaying(shop, session(project("all"), shop), OURS)
                        .start())
                .isEqualTo("mvn " + goal + " -pl :shop -am");
    }

    @Test
    void aReplayReadsTheReportWhereItWasWrittenAndSaysNoPassword() {
        MavenSession session = session(shop);
        Properties user = session.getUserProperties();
        user.setProperty("test-hygiene.outputDirectory", "target/other");
        user.setProperty("test-hygiene.password", "secret");

        assertThat(ReplayCommand.replaying(shop, session, OURS).start())
                .endsWith(":replay -Dtest-hygiene.outputDirectory=target/other");
        assertThat(ReplayCommand.of(shop, session).start()).isEqualTo("mvn verify");
    }

    @Test
    void settingsKeepTheirOrder() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("onlyRun", "shuffled-1");
        settings.put("seed", "20261122");

        assertThat(new ReplayCommand("mvn verify").with(settings))
                .isEqualTo("mvn verify -Dtest-hygiene.onlyRun=shuffled-1 -Dtest-hygiene.seed=20261122");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "shop.OrderIT | shop.OrderIT",
                "shop.OrderIT#a | 'shop.OrderIT#a'",
                "shop.OrderIT$Paid#a | 'shop.OrderIT$Paid#a'",
                "a b | 'a b'",
                "it's | 'it'\\''s'",
                "!ReportIT | '!ReportIT'",
                "C*,D | 'C*,D'"
            })
    void whatAShellWouldChangeIsQuoted(String value, String shown) {
        assertThat(new ReplayCommand("mvn verify").with(Map.of("tests", value)))
                .isEqualTo("mvn verify -Dtest-hygiene.tests=" + shown);
    }

    private static Plugin ours() {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.testhygiene");
        plugin.setArtifactId("test-hygiene-maven-plugin");
        plugin.setVersion("1.2");
        return plugin;
    }
}

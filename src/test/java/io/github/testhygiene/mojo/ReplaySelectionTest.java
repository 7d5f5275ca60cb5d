package io.github.testhygiene.mojo;

import static io.github.testhygiene.fixture.MavenBuilds.project;
import static io.github.testhygiene.fixture.MavenBuilds.session;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.fixture.ReplayReports;
import io.github.testhygiene.fixture.SampleSettings;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.replay.ReplayHandover;
import io.github.testhygiene.replay.ReplayPreparation;
import io.github.testhygiene.report.ReportWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaySelectionTest {

    @TempDir
    private Path folder;

    private final MavenProject shop = project("shop");
    private final MavenSession session = session(shop);
    private final ReplayHandover board = new ReplayHandover();
    private final Plugin failsafe = new Plugin();

    @BeforeEach
    void configure() {
        failsafe.setGroupId("org.apache.maven.plugins");
        failsafe.setArtifactId("maven-failsafe-plugin");
        shop.getBuild().addPlugin(failsafe);
        addExecution("default");
        session.getUserProperties().setProperty("test-hygiene.replay", "OrderIT#counts");
    }

    @Test
    void itIsAskedByTheGoalAndNotByThePropertyAlone() {
        assertThat(ReplaySelection.isAsked(session)).isFalse();

        session.getRequest().setGoals(List.of("clean", "io.github.testhygiene:test-hygiene-maven-plugin:1:replay"));

        assertThat(ReplaySelection.isAsked(session)).isTrue();
    }

    @Test
    void failsafeIsToldWhichClassesToExecute() {
        writeReport();

        assertThat(prepare()).isTrue();
        assertThat(shop.getProperties())
                .containsAllEntriesOf(
                        Map.of("it.test", "shop.ImportIT,shop.OrderIT", "failsafe.failIfNoSpecifiedTests", "false"));
        assertThat(board.plan("shop").orElseThrow().scenario().name()).isEqualTo("OrderIT.counts (victim)");
    }

    @Test
    void theUsersOwnSelectionStays() {
        writeReport();
        session.getUserProperties().setProperty("it.test", "Order*");

        assertThat(prepare()).isTrue();
        assertThat(shop.getProperties()).isEmpty();
    }

    @Test
    void ofSeveralExecutionsEachKeepsItsTests() {
        writeReport();
        addExecution("slow");

        assertThat(prepare()).isTrue();
        assertThat(shop.getProperties()).isEmpty();
    }

    @Test
    void aModuleThatDoesNotKnowItExecutesNothing() {
        writeReport();
        session.getUserProperties().setProperty("test-hygiene.replay", "OrderIT#count");

        assertThat(prepare()).isFalse();
        assertThat(shop.getProperties()).isEqualTo(Map.of("skipITs", "true"));
        assertThat(board.done("shop", 1, "OrderIT#count").orElseThrow().what()).contains("shop.OrderIT#counts");
    }

    @Test
    void aModuleWithoutAReportExecutesNothing() {
        assertThat(prepare()).isFalse();
        assertThat(shop.getProperties()).isEqualTo(Map.of("skipITs", "true"));
    }

    @Test
    void aReportThatCannotBeReadIsAnError() throws IOException {
        Files.writeString(folder.resolve("report.json"), "{");

        assertThatThrownBy(this::prepare).hasMessageContaining("cannot be read");
    }

    @Test
    void nothingNamedIsAnError() {
        session.getUserProperties().remove("test-hygiene.replay");

        assertThatThrownBy(this::prepare).hasMessageContaining("Nothing was named");
    }

    private boolean prepare() {
        ReplaySelection selection = new ReplaySelection(shop, session);
        Optional<Set<String>> classes =
                new ReplayPreparation(selection.asked(), board).prepare("shop", SampleSettings.of(null, 2), folder);
        classes.ifPresentOrElse(selection::select, selection::skipTests);
        return classes.isPresent();
    }

    private void writeReport() {
        ReplayReports reports = new ReplayReports()
                .test(test("shop.OrderIT", "counts"), VerdictKind.VICTIM, 1, test("shop.ImportIT", "imports"));
        new ReportWriter().write(reports.report(), folder);
    }

    private void addExecution(String id) {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.setGoals(List.of("integration-test"));
        failsafe.addExecution(execution);
    }
}

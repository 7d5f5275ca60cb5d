package io.github.testhygiene.maven;

import static io.github.testhygiene.fixture.MavenBuilds.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.fixture.MavenBuilds;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.TestGroups;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which classes failsafe would run. */
class FailsafeSelectionTest {

    @TempDir
    private Path folder;

    private final MavenProject project = MavenBuilds.project("shop");
    private final MavenSession session = session(project);
    private final Plugin failsafe = new Plugin();

    @BeforeEach
    void compiledTests() throws IOException {
        project.setFile(folder.resolve("pom.xml").toFile());
        project.getBuild().setTestOutputDirectory(folder.resolve("classes").toString());
        failsafe.setArtifactId("maven-failsafe-plugin");
        project.getBuild().addPlugin(failsafe);
        for (String name : List.of("OrderIT", "OrderIT$Paid", "ITOrder", "CartITCase", "OrderTest", "slow/SlowIT")) {
            Path file = folder.resolve("classes/shop/" + name + ".class");
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    private void execution(String id, String configuration) throws IOException, XmlPullParserException {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.addGoal("integration-test");
        if (!configuration.isEmpty()) {
            execution.setConfiguration(
                    Xpp3DomBuilder.build(new StringReader("<configuration>" + configuration + "</configuration>")));
        }
        failsafe.addExecution(execution);
    }

    private List<String> classes() {
        return FailsafeSelection.of(project, session).classes();
    }

    @Test
    void byDefaultItsNamesAreFailsafesAndNestedClassesAreLeftOut() throws Exception {
        execution("default", "");

        assertThat(classes()).containsExactly("shop.CartITCase", "shop.ITOrder", "shop.OrderIT", "shop.slow.SlowIT");
        assertThat(FailsafeSelection.of(project, session).folders()).containsExactly(folder.resolve("classes"));
    }

    @Test
    void includesAndExcludesOfAllExecutionsCount() throws Exception {
        execution(
                "fast",
                "<includes><include>**/*IT.java</include></includes><excludes><exclude>**/slow/**</exclude></excludes>");
        execution("unit", "<includes><include>shop/OrderTest.java, shop/CartITCase</include></includes>");

        assertThat(classes()).containsExactly("shop.CartITCase", "shop.OrderIT", "shop.OrderTest");
    }

    @Test
    void patternsMayStandInAFile() throws Exception {
        Files.writeString(folder.resolve("tests.txt"), "# slow ones\n\n**/Slow*.java\n");
        execution("default", "<includesFile>tests.txt</includesFile>");

        assertThat(classes()).containsExactly("shop.slow.SlowIT");
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws Exception {
        execution("default", "<excludesFile>nothing.txt</excludesFile>");

        assertThatThrownBy(this::classes)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<excludesFile>")
                .hasMessageContaining("nothing.txt");
    }

    @Test
    void whatTheCommandLineNamesWins() throws Exception {
        execution("default", "<includes><include>**/*ITCase.java</include></includes>");
        session.getUserProperties().setProperty("it.test", "Slow*,OrderIT#counts");

        assertThat(classes()).containsExactly("shop.OrderIT", "shop.slow.SlowIT");
    }

    @Test
    void anotherFolderIsLookedInto() throws Exception {
        Files.createDirectories(folder.resolve("other"));
        Files.createFile(folder.resolve("other/MoreIT.class"));
        execution("default", "<testClassesDirectory>other</testClassesDirectory>");

        assertThat(classes()).containsExactly("MoreIT");
    }

    @Test
    void groupsAreThoseOfEachExecutionThatRunsTheClass() throws Exception {
        project.getProperties().setProperty("excludedGroups", "manual");
        execution(
                "fast",
                "<excludedGroups>slow | web</excludedGroups><excludes><exclude>**/slow/**</exclude></excludes>");
        execution("slow", "<groups>slow</groups><includes><include>**/*IT.java</include></includes>");

        FailsafeSelection selection = FailsafeSelection.of(project, session);

        assertThat(selection.groups().get("shop.OrderIT"))
                .containsExactly(new TestGroups(null, "slow | web"), new TestGroups("slow", "manual"));
        assertThat(selection.groups().get("shop.slow.SlowIT")).containsExactly(new TestGroups("slow", "manual"));
    }

    @Test
    void aPropertyThatNobodySetSelectsAllTests() throws Exception {
        execution("default", "<groups>${it.groups}</groups><excludedGroups>${it.excluded}</excludedGroups>");
        assertThat(FailsafeSelection.of(project, session).groups().get("shop.OrderIT"))
                .containsExactly(TestGroups.ALL);

        // Another plugin may set it after the model was read.
        project.getProperties().setProperty("it.excluded", "manual");
        session.getUserProperties().setProperty("groups", "web");
        assertThat(FailsafeSelection.of(project, session).groups().get("shop.OrderIT"))
                .containsExactly(new TestGroups("web", "manual"));
    }

    @Test
    void patternsMayBeProperties() throws Exception {
        execution("default", "<excludes><exclude>${left.out}</exclude></excludes>");
        assertThat(classes()).hasSize(4);

        session.getUserProperties().setProperty("left.out", "**/slow/**");
        session.getUserProperties().setProperty("failsafe.includes", "**/*IT.java");
        assertThat(classes()).containsExactly("shop.OrderIT");
    }

    /** The plugin checks failsafe's tests only, so that groups of surefire select and exclude nothing here. */
    @Test
    void surefireSelectsNothing() throws Exception {
        Plugin surefire = new Plugin();
        surefire.setArtifactId("maven-surefire-plugin");
        surefire.setConfiguration(Xpp3DomBuilder.build(
                new StringReader("<configuration><excludedGroups>slow</excludedGroups></configuration>")));
        project.getBuild().addPlugin(surefire);
        assertThat(classes()).isEmpty();

        execution("default", "");
        assertThat(FailsafeSelection.of(project, session).groups().get("shop.OrderIT"))
                .containsExactly(TestGroups.ALL);
    }

    @Test
    void aModuleWithoutFailsafeSelectsNothing() {
        assertThat(classes()).isEmpty();
    }
}

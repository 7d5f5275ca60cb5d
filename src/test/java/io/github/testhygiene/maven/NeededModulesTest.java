package io.github.testhygiene.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which modules beside a module it needs. */
class NeededModulesTest {

    @TempDir
    private Path root;

    @Test
    void dependenciesPluginsAndManagedVersionsAreNeededAndOthersAreNot() throws IOException {
        NeededModules needed = new NeededModules(shop());

        assertThat(needed.test(module("library"))).isTrue();
        assertThat(needed.test(module("generator"))).isTrue();
        assertThat(needed.test(module("generator-templates"))).isTrue();
        assertThat(needed.test(module("bill-of-materials"))).isTrue();
        assertThat(needed.test(module("merely-managed"))).isFalse();
        assertThat(needed.test(module("warehouse"))).isFalse();
    }

    @Test
    void aModuleWhoseNameIsNotKnownMayBeNeeded() throws IOException {
        NeededModules needed = new NeededModules(shop());

        assertThat(needed.test(module("${name}"))).isTrue();
        assertThat(needed.test(root.resolve("none"))).isTrue();
        Path broken = Files.createDirectories(root.resolve("broken"));
        Files.writeString(broken.resolve("pom.xml"), "<project>");
        assertThat(needed.test(broken)).isTrue();
    }

    @Test
    void parentsAreFoundAsFarAsTheyAreFiles() {
        MavenProject shop = shop();
        MavenProject parent = new MavenProject(new Model());
        parent.setFile(root.resolve("parent/pom.xml").toFile());
        parent.setParent(new MavenProject(new Model()));
        shop.setParent(parent);

        assertThat(NeededModules.parentsOf(shop))
                .containsExactly(root.resolve("parent").toAbsolutePath());
    }

    private MavenProject shop() {
        Model model = new Model();
        Plugin plugin = new Plugin();
        plugin.setArtifactId("generator");
        plugin.addDependency(dependency("generator-templates", "runtime"));
        model.setBuild(new Build());
        model.getBuild().addPlugin(plugin);
        model.setDependencyManagement(new DependencyManagement());
        model.getDependencyManagement().addDependency(dependency("bill-of-materials", "import"));
        model.getDependencyManagement().addDependency(dependency("merely-managed", "test"));
        MavenProject shop = new MavenProject(model);
        shop.setOriginalModel(model);
        shop.setArtifacts(Set.of(new DefaultArtifact(
                "shop", "library", "1", "compile", "jar", null, new DefaultArtifactHandler("jar"))));
        return shop;
    }

    private static Dependency dependency(String artifactId, String scope) {
        Dependency dependency = new Dependency();
        dependency.setGroupId("shop");
        dependency.setArtifactId(artifactId);
        dependency.setScope(scope);
        return dependency;
    }

    private Path module(String artifactId) throws IOException {
        Path folder = Files.createDirectories(root.resolve(Integer.toString(artifactId.hashCode())));
        Files.writeString(folder.resolve("pom.xml"), "<project><artifactId>" + artifactId + "</artifactId></project>");
        return folder;
    }
}

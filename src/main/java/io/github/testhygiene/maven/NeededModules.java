package io.github.testhygiene.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * Knows which other modules a module needs: as dependencies of any depth, as plugins, or for the versions that they
 * manage. Modules are told apart by their names alone, which is once too often rather than once too few.
 */
public final class NeededModules implements Predicate<Path> {

    private final Set<String> artifactIds = new HashSet<>();

    /**
     * Of one module.
     *
     * @param project the module, with its dependencies resolved
     */
    public NeededModules(MavenProject project) {
        project.getArtifacts().stream().map(Artifact::getArtifactId).forEach(artifactIds::add);
        project.getBuildPlugins().forEach(this::add);
        for (MavenProject each = project; each != null; each = each.getParent()) {
            Model model = each.getOriginalModel();
            DependencyManagement managed = model == null ? null : model.getDependencyManagement();
            if (managed != null) {
                managed.getDependencies().stream()
                        .filter(dependency -> "import".equals(dependency.getScope()))
                        .map(Dependency::getArtifactId)
                        .forEach(artifactIds::add);
            }
        }
    }

    private void add(Plugin plugin) {
        artifactIds.add(plugin.getArtifactId());
        plugin.getDependencies().stream().map(Dependency::getArtifactId).forEach(artifactIds::add);
    }

    /**
     * The folders of a module's parents.
     *
     * @param project the module
     * @return those that are in files, the nearest first
     */
    public static List<Path> parentsOf(MavenProject project) {
        List<Path> folders = new ArrayList<>();
        for (MavenProject each = project.getParent(); each != null; each = each.getParent()) {
            if (each.getFile() != null) {
                folders.add(each.getFile().toPath().toAbsolutePath().getParent());
            }
        }
        return folders;
    }

    /**
     * Whether the module in a folder is needed.
     *
     * @param folder a folder with a {@code pom.xml}
     * @return true also if its name cannot be read
     */
    @Override
    public boolean test(Path folder) {
        try (InputStream in = Files.newInputStream(folder.resolve("pom.xml"))) {
            String artifactId = new MavenXpp3Reader().read(in, false).getArtifactId();
            return artifactId == null || artifactId.contains("${") || artifactIds.contains(artifactId);
        } catch (IOException | XmlPullParserException e) {
            return true;
        }
    }
}

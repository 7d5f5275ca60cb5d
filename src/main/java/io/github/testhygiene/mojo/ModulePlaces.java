package io.github.testhygiene.mojo;

import io.github.testhygiene.rerun.files.FilePlaces;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Asks Maven where a module's files are. */
final class ModulePlaces {

    private static final List<String> REPORTS =
            List.of("reportsDirectory", "summaryFile", "outputDirectory", "destFile", "dataFile");

    private ModulePlaces() {}

    static FilePlaces of(MavenProject project, MavenSession session, Path outputFolder) {
        Path buildDirectory = Path.of(project.getBuild().getDirectory());
        Set<Path> ignored = new HashSet<>();
        ignored.add(outputFolder);
        // Other modules may have their build directories in one place with this one.
        session.getProjects().stream()
                .filter(each -> !each.equals(project))
                .flatMap(each -> Stream.of(
                        each.getBuild().getDirectory(), each.getBuild().getOutputDirectory()))
                .map(Path::of)
                .filter(each -> !project.getBasedir().toPath().startsWith(each) && !buildDirectory.startsWith(each))
                .forEach(ignored::add);
        for (Plugin plugin : project.getBuildPlugins()) {
            addReports(plugin.getConfiguration(), project.getBasedir(), ignored);
            for (PluginExecution execution : plugin.getExecutions()) {
                addReports(execution.getConfiguration(), project.getBasedir(), ignored);
            }
        }
        ignored.remove(buildDirectory);
        ignored.remove(project.getBasedir().toPath());
        return new FilePlaces(
                project.getBasedir().toPath(),
                buildDirectory,
                outputFolder.resolve("files"),
                classes(project),
                ignored);
    }

    private static List<Path> classes(MavenProject project) {
        List<Path> classes = new ArrayList<>();
        classes.add(Path.of(project.getBuild().getOutputDirectory()));
        classes.add(Path.of(project.getBuild().getTestOutputDirectory()));
        return classes;
    }

    /** What plugins are configured to write is theirs. */
    private static void addReports(@Nullable Object configuration, File folder, Set<Path> ignored) {
        if (!(configuration instanceof Xpp3Dom elements)) {
            return;
        }
        for (Xpp3Dom element : elements.getChildren()) {
            String value = element.getValue();
            if (REPORTS.contains(element.getName()) && value != null && !value.isBlank() && !value.contains("${")) {
                ignored.add(folder.toPath().resolve(value.strip()).normalize());
            }
        }
    }
}

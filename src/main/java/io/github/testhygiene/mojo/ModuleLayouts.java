package io.github.testhygiene.mojo;

import io.github.testhygiene.maven.NeededModules;
import io.github.testhygiene.selection.ModuleLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** Reads from a Maven module where it has its sources and classes. */
final class ModuleLayouts {

    /** Where plugins for other languages find their sources without telling Maven. */
    private static final List<String> OTHER_SOURCES =
            List.of("src/main/kotlin", "src/main/groovy", "src/test/kotlin", "src/test/groovy");

    private ModuleLayouts() {}

    static ModuleLayout of(MavenProject project) {
        Path folder = project.getBasedir().toPath();
        Stream<String> others =
                OTHER_SOURCES.stream().map(each -> folder.resolve(each).toString());
        List<Path> sourceRoots = Stream.of(
                        project.getCompileSourceRoots().stream(), project.getTestCompileSourceRoots().stream(), others)
                .flatMap(roots -> roots)
                .map(Path::of)
                .toList();
        return new ModuleLayout(
                folder,
                Path.of(project.getBuild().getDirectory()),
                sourceRoots,
                Path.of(project.getBuild().getOutputDirectory()),
                Path.of(project.getBuild().getTestOutputDirectory()),
                Set.copyOf(NeededModules.parentsOf(project)),
                new NeededModules(project));
    }
}

package io.github.testhygiene.rerun;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a re-run finds and leaves things.
 *
 * @param pluginJar where our classes are: a jar, or a folder of classes
 * @param folder a folder for temporary files; what is put there is deleted again
 * @param projectFolders whatever stands on a class path below these folders is the project's own code
 */
public record ForkPlaces(Path pluginJar, Path folder, List<Path> projectFolders) {

    /** Copies the list. */
    public ForkPlaces {
        projectFolders = List.copyOf(projectFolders);
    }

    /** The folders as a test JVM, whose working directory may be another one, understands them. */
    List<String> absoluteProjectFolders() {
        return projectFolders.stream()
                .map(each -> each.toAbsolutePath().normalize().toString())
                .toList();
    }
}

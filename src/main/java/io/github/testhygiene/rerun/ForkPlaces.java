package io.github.testhygiene.rerun;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a re-run finds and leaves things.
 *
 * @param pluginJar where our classes are: a jar, or a folder of classes
 * @param folder a folder for temporary files; what is put there is deleted again
 * @param projectFolders whatever stands on a class path below these folders is the project's own code
 * @param ahead for how many runs a clone is made and a JVM launched while others are still going on; 0 or more
 */
public record ForkPlaces(Path pluginJar, Path folder, List<Path> projectFolders, int ahead) {

    /** Copies the list. */
    public ForkPlaces {
        projectFolders = List.copyOf(projectFolders);
    }

    /**
     * With nothing prepared ahead.
     *
     * @param pluginJar where our classes are
     * @param folder a folder for temporary files
     * @param projectFolders where the project's own code is
     */
    public ForkPlaces(Path pluginJar, Path folder, List<Path> projectFolders) {
        this(pluginJar, folder, projectFolders, 0);
    }

    /** The same places, with nothing prepared ahead. */
    ForkPlaces noneAhead() {
        return new ForkPlaces(pluginJar, folder, projectFolders);
    }

    /** The folders as a test JVM, whose working directory may be another one, understands them. */
    List<String> absoluteProjectFolders() {
        return projectFolders.stream()
                .map(each -> each.toAbsolutePath().normalize().toString())
                .toList();
    }
}

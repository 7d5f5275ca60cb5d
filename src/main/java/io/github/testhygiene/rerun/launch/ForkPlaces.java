package io.github.testhygiene.rerun.launch;

import io.github.testhygiene.rerun.files.FileGuard;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a re-run finds and leaves things.
 *
 * @param pluginJar where our classes are: a jar, or a folder of classes
 * @param folder a folder for temporary files; what is put there is deleted again
 * @param projectFolders whatever stands on a class path below these folders is the project's own code
 * @param ahead for how many runs a clone is made and a JVM launched while others are still going on; 0 or more
 * @param files knows the module's files, and has private copies of them if re-runs work in such; null for none
 */
public record ForkPlaces(
        Path pluginJar,
        Path folder,
        List<Path> projectFolders,
        int ahead,
        @Nullable FileGuard files) {

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
        this(pluginJar, folder, projectFolders, 0, null);
    }

    /**
     * The same places, with the module's files.
     *
     * @param guard knows the files
     * @return the places
     */
    public ForkPlaces with(FileGuard guard) {
        return new ForkPlaces(pluginJar, folder, projectFolders, ahead, guard);
    }

    /** The same places, with nothing prepared ahead. */
    public ForkPlaces noneAhead() {
        return new ForkPlaces(pluginJar, folder, projectFolders, 0, files);
    }

    /** The folders as a test JVM, whose working directory may be another one, understands them. */
    public List<String> absoluteProjectFolders() {
        return projectFolders.stream()
                .map(each -> each.toAbsolutePath().normalize().toString())
                .toList();
    }
}

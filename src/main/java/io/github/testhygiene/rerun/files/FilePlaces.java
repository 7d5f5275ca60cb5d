package io.github.testhygiene.rerun.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Where a module's files are.
 *
 * @param module the folder in which its tests run
 * @param buildDirectory the build directory as Maven names it; nothing outside of it is ever written, moved or deleted
 * @param folder our own folder for copies of files
 * @param classes the folders of compiled classes and resources; watched, and never restored
 * @param ignored folders and files that are not watched, such as those of reports
 */
public record FilePlaces(Path module, Path buildDirectory, Path folder, List<Path> classes, Set<Path> ignored) {

    /** Makes all paths absolute. */
    public FilePlaces {
        module = absolute(module);
        buildDirectory = absolute(buildDirectory);
        folder = absolute(folder);
        classes = classes.stream().map(FilePlaces::absolute).distinct().toList();
        ignored = Set.copyOf(ignored.stream().map(FilePlaces::absolute).toList());
    }

    /** The name of a folder in messages and reports: relative to the module where it lies in it. */
    Path name(Path place) {
        return place.startsWith(module) ? module.relativize(place) : place.getFileName();
    }

    /** Whether the build directory holds nothing but what builds write: not if sources lie in it. */
    boolean buildDirectoryIsSeparate() {
        return !module.startsWith(buildDirectory) && !real(module).startsWith(real(buildDirectory));
    }

    private static Path real(Path place) {
        try {
            return place.toRealPath();
        } catch (IOException e) {
            return place; // it does not exist yet
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}

package io.github.testhygiene.check;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the folder from which CI systems count the paths of files: that of the checkout. */
public final class SourceRoot {

    private SourceRoot() {}

    /**
     * A module's folder below the root.
     *
     * @param module the module's folder
     * @param build the folder of the whole build, which is the root where there is no checkout
     * @return with slashes; empty for the root itself, null if the module is not below the root
     */
    public static @Nullable String folder(Path module, Path build) {
        Path folder = module.toAbsolutePath().normalize();
        Path root = root(folder, build.toAbsolutePath().normalize());
        return folder.startsWith(root) ? root.relativize(folder).toString().replace('\\', '/') : null;
    }

    private static Path root(Path module, Path build) {
        for (Path folder = module; folder != null; folder = folder.getParent()) {
            // In a work tree of its own it is a file.
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return build;
    }
}

package io.github.testhygiene.selection;

import java.io.IOException;
import java.nio.file.Path;

/** Paths as the file system knows them, also of what is no longer there. */
final class RealPath {

    private RealPath() {}

    static Path resolve(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            Path parent = absolute.getParent();
            Path name = absolute.getFileName();
            return parent == null || name == null ? absolute : resolve(parent).resolve(name);
        }
    }
}

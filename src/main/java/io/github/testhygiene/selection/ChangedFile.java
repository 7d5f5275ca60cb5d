package io.github.testhygiene.selection;

import java.nio.file.Path;

/**
 * A file that is not what it was.
 *
 * @param path where it is, or was; absolute
 * @param deleted whether it is gone
 */
public record ChangedFile(Path path, boolean deleted) {

    /** Checks that the path is absolute. */
    public ChangedFile {
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException("not absolute: " + path);
        }
    }
}

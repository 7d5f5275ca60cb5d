package io.github.testhygiene.rerun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder in which files are restored: a module's build directory, or a private copy of the module. Nothing else writes or
 * deletes the files of a module, and this does so below its root only: a path that leads out of it, also through a symbolic
 * link, is refused.
 *
 * @param root the folder
 */
record RestoredFolder(Path root) {

    RestoredFolder {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * Deletes a file, a link, or an empty folder.
     *
     * @param path relative to the folder
     * @throws IOException if it lies elsewhere, or cannot be deleted
     */
    void delete(Path path) throws IOException {
        Files.deleteIfExists(checked(path));
    }

    /**
     * Writes something as it was, in place of what is there.
     *
     * @param path relative to the folder
     * @param state how it was
     * @param copy what was in it, with the time of its last change; unused unless it was a file
     * @throws IOException if it lies elsewhere, or cannot be written
     */
    void write(Path path, FileState state, Path copy) throws IOException {
        Path place = checked(path);
        FileState now = FileState.at(place);
        if (now != null && now.kind() != state.kind()) {
            Files.delete(place);
        }
        switch (state.kind()) {
            case FILE -> {
                Files.copy(copy, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                Files.setLastModifiedTime(place, state.modified());
            }
            case FOLDER -> {
                if (now == null || !now.isFolder()) {
                    Files.createDirectory(place);
                }
            }
            case LINK -> {
                Files.deleteIfExists(place);
                Files.createSymbolicLink(place, Path.of(String.valueOf(state.target())));
            }
            case OTHER -> throw new IOException("it was neither file nor folder");
        }
    }

    private Path checked(Path path) throws IOException {
        Path place = root.resolve(path).normalize();
        if (path.isAbsolute() || place.equals(root) || !place.startsWith(root)) {
            throw new IOException(place + " is not in " + root);
        }
        Path outer = root;
        for (Path name : root.relativize(place)) {
            if (!Files.exists(outer, LinkOption.NOFOLLOW_LINKS)) {
                break;
            }
            if (!outer.equals(root) && Files.isSymbolicLink(outer)) {
                throw new IOException(place + " leads out of " + root);
            }
            outer = outer.resolve(name);
        }
        return place;
    }
}

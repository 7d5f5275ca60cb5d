package io.github.testhygiene.rerun.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A folder in which files are restored: a module's build directory, or a private copy of the module. Nothing else writes or
 * deletes the files of a module, and this does so below its root only: a path that leads out of it, also through a symbolic
 * link, is refused.
 *
 * @param root the folder
 */
public record RestoredFolder(Path root) {

    private static final String UNFINISHED = ".test-hygiene";

    /** Makes the root absolute. */
    public RestoredFolder {
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
        write(path, state, copy, RestoredFolder::copy);
    }

    /**
     * Writes something as it was, as {@link #write} does. Where a full disk has no room for it, the copy itself is moved
     * there, if both are on one disk.
     *
     * @param path relative to the folder
     * @param state how it was
     * @param copy what was in it; may be gone afterwards
     * @throws IOException if it lies elsewhere, or cannot be written
     */
    void writeOrMove(Path path, FileState state, Path copy) throws IOException {
        write(path, state, copy, (from, to) -> {
            try {
                copy(from, to);
            } catch (IOException e) {
                if (!Files.getFileStore(from).equals(Files.getFileStore(root))) {
                    throw e;
                }
                Files.deleteIfExists(to);
                Files.move(from, to);
            }
        });
    }

    private interface Transfer {
        void move(Path from, Path to) throws IOException;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void write(Path path, FileState state, Path copy, Transfer transfer) throws IOException {
        Path place = checked(path);
        FileState now = FileState.at(place);
        switch (state.kind()) {
            case FILE -> {
                Path next = unfinished(place);
                try {
                    transfer.move(copy, next);
                    Files.setLastModifiedTime(next, state.modified());
                    replace(place, now, next);
                } finally {
                    Files.deleteIfExists(next);
                }
            }
            case FOLDER -> {
                if (now == null || !now.isFolder()) {
                    Files.deleteIfExists(place);
                    Files.createDirectory(place);
                }
            }
            case LINK -> {
                Path next = unfinished(place);
                Files.deleteIfExists(next);
                try {
                    Files.createSymbolicLink(next, Path.of(String.valueOf(state.target())));
                    replace(place, now, next);
                } finally {
                    Files.deleteIfExists(next);
                }
            }
            case OTHER -> throw new IOException("it was neither file nor folder");
        }
    }

    /** Nobody ever finds half a file: what is killed here leaves either the old one or the new one. */
    private static void replace(Path place, @Nullable FileState now, Path next) throws IOException {
        if (now != null && now.isFolder()) {
            Files.delete(place);
        }
        Files.move(next, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path unfinished(Path place) {
        return place.resolveSibling("." + place.getFileName() + UNFINISHED);
    }

    /** Deletes what a build left that was killed while it wrote. */
    void deleteUnfinished() throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        Files.walkFileTree(root.toRealPath(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith(".") && name.endsWith(UNFINISHED)) {
                    Files.deleteIfExists(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) {
                return FileVisitResult.CONTINUE; // deleted just now, or a folder that nobody may read
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private Path checked(Path path) throws IOException {
        // The root itself may be a link, as a build directory on another disk is.
        Path real = Files.exists(root) ? root.toRealPath() : root;
        Path place = real.resolve(path).normalize();
        if (path.isAbsolute() || place.equals(real) || !place.startsWith(real)) {
            throw new IOException(place + " is not in " + real);
        }
        Path outer = real;
        for (Path name : real.relativize(place)) {
            if (!Files.exists(outer, LinkOption.NOFOLLOW_LINKS)) {
                break;
            }
            if (Files.isSymbolicLink(outer)) {
                throw new IOException(place + " leads out of " + real);
            }
            outer = outer.resolve(name);
        }
        return place;
    }
}

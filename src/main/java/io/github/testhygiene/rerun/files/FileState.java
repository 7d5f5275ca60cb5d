package io.github.testhygiene.rerun.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a file or folder is at some moment.
 *
 * @param kind what it is
 * @param size in bytes; 0 for all but files
 * @param modified when its contents were last written
 * @param target where a link leads; null for all but links
 */
public record FileState(
        Kind kind, long size, FileTime modified, @Nullable String target) {

    /** What it can be. */
    public enum Kind {
        /** A regular file. */
        FILE,
        /** A folder. */
        FOLDER,
        /** A symbolic link. */
        LINK,
        /** A socket or a pipe: it is there or not, no more is said of it. */
        OTHER
    }

    /** Checks that all is there. */
    public FileState {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(modified, "modified");
    }

    static FileState of(Path path, BasicFileAttributes attributes) throws IOException {
        FileTime modified = attributes.lastModifiedTime();
        if (attributes.isSymbolicLink()) {
            String target = Files.readSymbolicLink(path).toString();
            return new FileState(Kind.LINK, 0, modified, target);
        } else if (attributes.isDirectory()) {
            return new FileState(Kind.FOLDER, 0, modified, null);
        } else if (attributes.isRegularFile()) {
            return new FileState(Kind.FILE, attributes.size(), modified, null);
        }
        return new FileState(Kind.OTHER, 0, modified, null);
    }

    /** How something is now; null if it is not there. */
    static @Nullable FileState at(Path path) throws IOException {
        try {
            return of(path, Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (FileSystemException e) {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
            return null; // it is not there, or what was its folder is a file now
        }
    }

    boolean isFile() {
        return kind == Kind.FILE;
    }

    boolean isFolder() {
        return kind == Kind.FOLDER;
    }

    /** Whether nothing but the time may differ. Folders get another time whenever something in them comes or goes. */
    boolean looksLike(FileState other) {
        return kind == other.kind && size == other.size && Objects.equals(target, other.target);
    }

    /** Whether nothing was written in between, as far as one can tell without reading. */
    boolean isSameAs(FileState other) {
        return looksLike(other) && (!isFile() || modified.equals(other.modified));
    }

    /** For example {@code 12 bytes}. */
    String words() {
        return switch (kind) {
            case FILE -> size == 1 ? "1 byte" : size + " bytes";
            case FOLDER -> "folder";
            case LINK -> "link to " + target;
            case OTHER -> "neither file nor folder";
        };
    }
}

package io.github.testhygiene.rerun.files;

import io.github.testhygiene.model.LeakTrace;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder that is not as it was.
 *
 * @param path where it is, relative to the folder that is watched
 * @param before how it was; null if it was not there
 * @param after how it is; null if it is not there
 */
public record FileChange(
        Path path, @Nullable FileState before, @Nullable FileState after) {

    /** What happened to it. */
    public enum Kind {
        /** It was not there. */
        CREATED,
        /** It has other contents, or leads elsewhere, or was written again where contents are not known. */
        CHANGED,
        /** It is not there any more. */
        DELETED
    }

    /** Checks that it is relative, and was there at some time. */
    public FileChange {
        Objects.requireNonNull(path, "path");
        if (path.isAbsolute()) {
            throw new IllegalArgumentException("not a relative path: " + path);
        }
        if (before == null && after == null) {
            throw new IllegalArgumentException("never there: " + path);
        }
    }

    /**
     * What happened to it.
     *
     * @return changed also if a file became a folder
     */
    public Kind kind() {
        if (before == null) {
            return Kind.CREATED;
        }
        return after == null ? Kind.DELETED : Kind.CHANGED;
    }

    /** The same change, seen from a folder further out. */
    FileChange in(Path folder) {
        return new FileChange(folder.resolve(path), before, after);
    }

    /**
     * The path in words.
     *
     * @return with slashes, whatever the machine; a folder's ends with one
     */
    public String name() {
        String name = path.toString().replace(path.getFileSystem().getSeparator(), "/");
        FileState state = after == null ? before : after;
        return state != null && state.isFolder() ? name + "/" : name;
    }

    /**
     * The same for the report.
     *
     * @param prefix what to put in front of the name
     */
    LeakTrace trace(String prefix) {
        String was = before == null ? null : before.words();
        String is = after == null ? null : after.words();
        // Equal in size only: the time tells of it, and the contents do where they are known.
        String differing = is != null && is.equals(was) ? is + ", written again" : is;
        return new LeakTrace(LeakTrace.Kind.FILE, prefix + name(), was, differing);
    }
}

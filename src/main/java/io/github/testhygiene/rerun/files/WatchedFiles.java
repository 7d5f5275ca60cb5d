package io.github.testhygiene.rerun.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of a folder as they were at one moment. It says what differs from then, and what was written since it was last
 * asked. It changes nothing. Not safe for use by several threads.
 */
public final class WatchedFiles {

    private final Path root;
    private final FileTree.Skipped skipped;
    private final FileContents contents;
    private final SortedMap<Path, FileState> before;
    private SortedMap<Path, FileState> last;

    /**
     * What was seen at one moment. Paths are relative to the folder.
     *
     * @param written what was written, created or deleted since the last time, with whatever contents
     * @param changes what differs from the first time; a file that was written again with the same contents does not
     */
    record Scan(Set<Path> written, List<FileChange> changes) {

        /** Copies the collections. */
        Scan {
            written = Set.copyOf(written);
            changes = List.copyOf(changes);
        }
    }

    private WatchedFiles(
            Path root, FileTree.Skipped skipped, FileContents contents, SortedMap<Path, FileState> before) {
        this.root = root;
        this.skipped = skipped;
        this.contents = contents;
        this.before = before;
        this.last = before;
    }

    /**
     * Remembers how a folder is.
     *
     * @param root the folder; it need not exist
     * @param skipped what is left out
     * @param contents remembers what is in the files
     * @param limits what is too much
     * @throws IOException if it cannot be read, or if there are too many files; the message is part of a sentence
     */
    static WatchedFiles watch(Path root, FileTree.Skipped skipped, FileContents contents, FileLimits limits)
            throws IOException {
        SortedMap<Path, FileState> found =
                Files.isDirectory(root) ? FileTree.readUpTo(limits.files(), root, skipped) : new TreeMap<>();
        if (found == null) {
            throw new IOException("there are more than " + limits.files() + " files and folders in " + root);
        }
        WatchedFiles files = new WatchedFiles(root, skipped, contents, found);
        for (Map.Entry<Path, FileState> each : found.entrySet()) {
            if (each.getValue().isFile()) {
                contents.add(each.getKey(), root.resolve(each.getKey()), each.getValue());
            }
        }
        return files;
    }

    Path root() {
        return root;
    }

    /** Reads the folder again. */
    Scan scan() throws IOException {
        SortedMap<Path, FileState> now = Files.isDirectory(root) ? FileTree.read(root, skipped) : new TreeMap<>();
        Set<Path> written = new HashSet<>();
        List<FileChange> changes = new ArrayList<>();
        for (Path path : all(before, last, now)) {
            FileState was = before.get(path);
            FileState then = last.get(path);
            FileState is = now.get(path);
            if (then == null ? is != null : is == null || !then.isSameAs(is)) {
                written.add(path);
            }
            if (was == null ? is != null : is == null || differs(path, was, is)) {
                changes.add(new FileChange(path, was, is));
            }
        }
        last = now;
        return new Scan(written, changes);
    }

    private boolean differs(Path path, FileState was, FileState is) {
        Path file = root.resolve(path);
        if (was.isSameAs(is) || (was.looksLike(is) && contents.isEqualTo(path, file))) {
            return false;
        }
        // The output of the build itself may be written to a file in one of these places.
        return path.getNameCount() > 1 || !was.isFile() || !contents.isContinuedBy(path, file);
    }

    private static Set<Path> all(Map<Path, FileState> before, Map<Path, FileState> last, Map<Path, FileState> now) {
        Set<Path> paths = new TreeSet<>(before.keySet());
        paths.addAll(last.keySet());
        paths.addAll(now.keySet());
        return paths;
    }

    /** Whether something is still as it was when it was last read. */
    boolean isAsLastSeen(Path path) throws IOException {
        FileState seen = last.get(path);
        FileState is = FileState.at(root.resolve(path));
        return seen == null ? is == null : is != null && seen.isSameAs(is);
    }

    /** Notes how something is now: what we have just restored ourselves is not written by others. */
    void restored(Path path) throws IOException {
        FileState is = FileState.at(root.resolve(path));
        if (last == before) {
            last = new TreeMap<>(before);
        }
        if (is == null) {
            last.remove(path);
        } else {
            last.put(path, is);
        }
    }
}

package io.github.testhygiene.rerun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files of a module as they were at one moment: tells what differs, and puts it back. Left alone is what builds and
 * people write in the meantime: see {@link UnwatchedFiles}. Safe for use by several threads; but what another run is just
 * writing is told and put back as well, so ask between runs.
 */
public final class ModuleFiles implements AutoCloseable {

    private final Path root;
    private final UnwatchedFiles unwatched;
    private final SortedMap<Path, FileState> wanted;
    private final FileCopies copies;
    private final Path copiesFolder;
    private final FileRestoration restoration;
    private final @Nullable String notWatched;

    /**
     * What is too large.
     *
     * @param files with more files and folders than this, nothing is watched
     * @param bytesOfAFile a larger file is watched, but cannot be put back
     * @param bytesOfAll when so much is copied, no further file can be put back
     */
    record Limits(int files, long bytesOfAFile, long bytesOfAll) {

        private static final long MEGABYTE = 1 << 20;

        /** For real modules. */
        static final Limits DEFAULT = new Limits(50_000, 5 * MEGABYTE, 200 * MEGABYTE);
    }

    /**
     * Something that was not put back. It is not told as a change again, unless it changes once more.
     *
     * @param change by what it differs
     * @param reason a part of a sentence
     */
    public record NotRestored(FileChange change, String reason) {}

    private ModuleFiles(
            Path root,
            UnwatchedFiles unwatched,
            SortedMap<Path, FileState> wanted,
            Path folder,
            Limits limits,
            @Nullable String notWatched) {
        this.root = root;
        this.unwatched = unwatched;
        this.wanted = wanted;
        this.copiesFolder = folder.resolve("copies");
        this.copies = new FileCopies(copiesFolder, limits);
        this.restoration = new FileRestoration(root, copies, folder.resolve("taken-away"), limits.bytesOfAll());
        this.notWatched = notWatched;
    }

    /**
     * Remembers how a module's files are.
     *
     * @param workingDirectory the folder in which its tests run
     * @param backupFolder for copies, and for what is taken away; not watched, and nobody else's
     * @param ignored what else is not watched, relative to the working directory or absolute
     * @return the files, or why they are not watched
     * @throws IOException if they cannot be read or copied
     */
    public static ModuleFiles watch(Path workingDirectory, Path backupFolder, Set<Path> ignored) throws IOException {
        return watch(workingDirectory, backupFolder, ignored, Limits.DEFAULT);
    }

    static ModuleFiles watch(Path workingDirectory, Path backupFolder, Set<Path> ignored, Limits limits)
            throws IOException {
        Path root = workingDirectory.toAbsolutePath().normalize();
        Set<Path> given = new HashSet<>(ignored);
        given.add(backupFolder.toAbsolutePath());
        UnwatchedFiles unwatched = new UnwatchedFiles(root, given);
        if (!Files.isDirectory(root)) {
            String reason = "there is no folder " + root;
            return new ModuleFiles(root, unwatched, new TreeMap<>(), backupFolder, limits, reason);
        }
        SortedMap<Path, FileState> found = FileTree.readUpTo(limits.files(), root, unwatched);
        unwatched.modulesAreKnown();
        if (found == null) {
            String reason = "there are more than " + limits.files() + " files and folders in " + root;
            return new ModuleFiles(root, unwatched, new TreeMap<>(), backupFolder, limits, reason);
        }
        ModuleFiles files = new ModuleFiles(root, unwatched, found, backupFolder, limits, null);
        files.copy();
        return files;
    }

    private void copy() throws IOException {
        for (Map.Entry<Path, FileState> each : wanted.entrySet()) {
            if (each.getValue().isFile()) {
                copies.add(each.getKey(), root.resolve(each.getKey()), each.getValue());
            }
        }
    }

    /**
     * Why nothing is told and put back.
     *
     * @return a part of a sentence; empty if the files are watched
     */
    public Optional<String> notWatched() {
        return Optional.ofNullable(notWatched);
    }

    /**
     * Where the files are that were taken away and do not come from a build: somebody may miss them.
     *
     * @return empty if there are none
     */
    public Optional<Path> takenAway() {
        return restoration.takenAway();
    }

    /**
     * What differs from how it was. A file that was written again with the contents that it had does not.
     *
     * @return by path; empty if nothing differs, or if nothing is watched
     * @throws IOException if the folder cannot be read
     */
    public synchronized List<FileChange> changes() throws IOException {
        if (notWatched != null) {
            return List.of();
        }
        SortedMap<Path, FileState> now = FileTree.read(root, unwatched);
        Set<Path> paths = new TreeSet<>(wanted.keySet());
        paths.addAll(now.keySet());
        List<FileChange> changes = new ArrayList<>();
        for (Path path : paths) {
            FileState before = wanted.get(path);
            FileState after = now.get(path);
            if (before == null || after == null || differs(path, before, after)) {
                changes.add(new FileChange(path, before, after));
            }
        }
        return List.copyOf(changes);
    }

    private boolean differs(Path path, FileState before, FileState after) {
        return !before.isSameAs(after) && !(before.looksLike(after) && copies.isEqualTo(path, root.resolve(path)));
    }

    /**
     * Watches something no longer, since others write there.
     *
     * @param paths folders with all that is in them, or files; relative to the working directory
     */
    public synchronized void leaveOut(Set<Path> paths) {
        for (Path path : paths) {
            unwatched.leaveOut(path);
            wanted.keySet().removeIf(each -> each.startsWith(path));
        }
    }

    /**
     * Puts back what differs: deletes what is new, and writes again what was changed or deleted.
     *
     * @return what could not be put back
     * @throws IOException if the folder cannot be read
     */
    public synchronized List<NotRestored> restore() throws IOException {
        List<NotRestored> left = restoration.restore(changes());
        for (NotRestored each : left) {
            accept(each.change().path());
        }
        return left;
    }

    // What stays is not the next run's fault.
    private void accept(Path path) throws IOException {
        Path file = root.resolve(path);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            wanted.put(
                    path,
                    FileState.of(
                            file, Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
        } else {
            wanted.remove(path);
        }
    }

    /** Deletes the copies; what was taken away stays. Nothing can be put back after that. */
    @Override
    public synchronized void close() throws IOException {
        if (Files.isDirectory(copiesFolder)) {
            Folders.delete(copiesFolder);
        }
    }
}

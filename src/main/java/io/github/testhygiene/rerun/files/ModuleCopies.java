package io.github.testhygiene.rerun.files;

import io.github.testhygiene.advice.FilesAdvice;
import io.github.testhygiene.filesystem.Folders;
import io.github.testhygiene.model.ProblemException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Private copies of a module's folder, one for each run that is under way, all from one that is taken before the first test.
 * What {@link UnwatchedFiles} names as folders of version control, editors, servers, packages and other modules is not
 * copied, nor are reports. Safe for use by several threads.
 */
public final class ModuleCopies implements AutoCloseable {

    private static final String PREFIX = "copies-";

    private final FilePlaces places;
    private final Limits limits;
    private final Deque<ModuleCopy> free = new ArrayDeque<>();
    private @Nullable Path folder;
    private boolean closed;

    /**
     * What is too large.
     *
     * @param files at most so many files and folders
     * @param bytes at most so many bytes
     * @param time copying takes at most so long
     */
    record Limits(int files, long bytes, Duration time) {

        private static final long GIGABYTE = 1L << 30;

        static final Limits DEFAULT = new Limits(100_000, 2 * GIGABYTE, Duration.ofMinutes(2));
    }

    ModuleCopies(FilePlaces places, Limits limits) {
        this.places = places;
        this.limits = limits;
    }

    /** Refuses a folder that is too large, before any test runs. */
    void check() {
        try {
            walk(new Visitor(null));
        } catch (IOException e) {
            throw new ProblemException(FilesAdvice.notCopied(places.module(), e.toString()), e);
        }
    }

    /** Takes the copy from which all others come. Does nothing the second time. */
    synchronized void take() {
        if (folder != null || closed) {
            return;
        }
        try {
            Path own = Owners.createFolder(places.folder(), PREFIX);
            folder = own;
            walk(new Visitor(master(own)));
            if (!Files.isDirectory(master(own), LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(places.module() + " is not a folder");
            }
        } catch (IOException e) {
            throw new ProblemException(FilesAdvice.notCopied(places.module(), e.toString()), e);
        }
    }

    /** A copy for one run, as the first test found the module. */
    ModuleCopy acquire() throws IOException {
        Path own;
        synchronized (this) {
            own = folder;
            if (own == null || closed) {
                throw new IOException("there is no copy of " + places.module());
            }
            ModuleCopy existing = free.poll();
            if (existing != null) {
                return existing;
            }
        }
        Path root = Files.createTempDirectory(own, "copy");
        try {
            TreeCopy.copy(master(own), root);
            return new ModuleCopy(places.module(), root, master(own));
        } catch (IOException | RuntimeException e) {
            deleteQuietly(root);
            throw e;
        }
    }

    /** Takes a copy back, and restores it for another run; one that cannot be restored is deleted. */
    void release(ModuleCopy copy) {
        boolean restored = copy.restore();
        synchronized (this) {
            if (restored && !closed) {
                free.push(copy);
                return;
            }
        }
        deleteQuietly(copy.root());
    }

    private static void deleteQuietly(Path copy) {
        try {
            Folders.delete(copy);
        } catch (IOException e) {
            return; // the end of the build tries again
        }
    }

    private static Path master(Path own) {
        return own.resolve("master");
    }

    private void walk(Visitor visitor) throws IOException {
        // A root that is a link would be visited as a file, and the copy would be a link to the real module.
        Files.walkFileTree(places.module().toRealPath(), visitor);
    }

    /** Copies, or only counts. */
    private final class Visitor extends SimpleFileVisitor<Path> {

        private final long start = System.nanoTime();
        private final UnwatchedFiles skipped;
        private final @Nullable Path target;
        private Path base;
        private Path prefix = Path.of("");
        private int files;
        private long bytes;

        Visitor(@Nullable Path target) throws IOException {
            Set<Path> ignored = new HashSet<>(places.ignored());
            ignored.add(places.folder());
            this.skipped = new UnwatchedFiles(places.module(), ignored);
            this.target = target;
            this.base = places.module().toRealPath();
        }

        @Override
        public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
            Path path = path(visited);
            if (!visited.equals(base) && skipped.folder(path)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            count(0);
            if (target != null) {
                Files.createDirectories(target.resolve(path));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Path path = path(file);
            Path named = places.module().resolve(path);
            if (attributes.isOther() || places.ignored().contains(named)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink() && named.equals(places.buildDirectory()) && Files.isDirectory(file)) {
                copyBuildDirectory(path, file.toRealPath());
                return FileVisitResult.CONTINUE;
            }
            count(attributes.size());
            if (target != null) {
                copy(file, path, target);
            }
            return FileVisitResult.CONTINUE;
        }

        private void copy(Path file, Path path, Path to) throws IOException {
            Path copy = to.resolve(path);
            Path linked = Files.isSymbolicLink(file) ? Files.readSymbolicLink(file) : path;
            for (Path root : List.of(places.module(), places.module().toRealPath())) {
                if (linked.isAbsolute() && linked.startsWith(root)) {
                    // It would lead into the real module.
                    Path there = to.resolve(root.relativize(linked));
                    Path from = copy.resolve("..").normalize();
                    Files.createSymbolicLink(copy, Path.of(".").resolve(from.relativize(there)));
                    return;
                }
            }
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }

        private Path path(Path visited) {
            return prefix.resolve(base.relativize(visited));
        }

        /** One that is a link, for example to another disk: with the link, runs would write in the real one. */
        private void copyBuildDirectory(Path path, Path real) throws IOException {
            Path module = base;
            base = real;
            prefix = path;
            Files.walkFileTree(real, this);
            base = module;
            prefix = Path.of("");
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            return FileVisitResult.CONTINUE; // deleted just now, or unreadable for the tests as well
        }

        private void count(long size) {
            files++;
            bytes += size;
            if (files > limits.files()) {
                throw tooLarge("it holds more than " + limits.files() + " files and folders");
            } else if (bytes > limits.bytes()) {
                throw tooLarge("it holds more than " + (limits.bytes() >> 20) + " MB");
            } else if (System.nanoTime() - start > limits.time().toNanos()) {
                throw tooLarge("copying it took longer than " + limits.time().toSeconds() + " s");
            }
        }

        private ProblemException tooLarge(String found) {
            return new ProblemException(FilesAdvice.tooLarge(places.module(), found));
        }
    }

    /** Deletes copies of builds that were killed. */
    static void deleteLeftOvers(Path files) throws IOException {
        Owners.deleteLeftOvers(files, PREFIX);
    }

    /** Deletes all copies. Does nothing the second time. */
    @Override
    public void close() throws IOException {
        Path own;
        synchronized (this) {
            closed = true;
            own = folder;
            folder = null;
            free.clear();
        }
        if (own != null) {
            Folders.delete(own);
        }
    }
}

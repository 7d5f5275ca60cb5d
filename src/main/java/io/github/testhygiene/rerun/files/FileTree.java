package io.github.testhygiene.rerun.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads how a folder is, with everything in it. Links in it are not followed; it may be one itself. */
public final class FileTree extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Skipped skipped;
    private final int limit;
    private final SortedMap<Path, FileState> states = new TreeMap<>();
    private boolean complete = true;

    /** What is not looked at. Paths are relative. */
    interface Skipped {

        /** Looks at everything. */
        Skipped NOTHING = new Skipped() {
            @Override
            public boolean folder(Path path) {
                return false;
            }

            @Override
            public boolean file(Path path) {
                return false;
            }
        };

        boolean folder(Path path);

        boolean file(Path path);
    }

    private FileTree(Path root, Skipped skipped, int limit) {
        this.root = root;
        this.skipped = skipped;
        this.limit = limit;
    }

    /**
     * Looks at every file and folder below one.
     *
     * @param root an existing folder
     * @param skipped what to leave out
     * @return by path, relative to the root
     */
    static SortedMap<Path, FileState> read(Path root, Skipped skipped) throws IOException {
        return walk(root, skipped, Integer.MAX_VALUE).states;
    }

    /**
     * The same, unless there is too much.
     *
     * @param limit at most so many files and folders
     * @return null if there are more
     */
    static @Nullable SortedMap<Path, FileState> readUpTo(int limit, Path root, Skipped skipped) throws IOException {
        FileTree tree = walk(root, skipped, limit);
        return tree.complete ? tree.states : null;
    }

    private static FileTree walk(Path root, Skipped skipped, int limit) throws IOException {
        // A root that is a link would be visited as a file, and nothing in it would be seen.
        Path real = root.toRealPath();
        FileTree tree = new FileTree(real, skipped, limit);
        Files.walkFileTree(real, tree);
        return tree;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (folder.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        Path path = root.relativize(folder);
        return skipped.folder(path) ? FileVisitResult.SKIP_SUBTREE : add(path, FileState.of(folder, attributes));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Path path = root.relativize(file);
        return skipped.file(path) ? FileVisitResult.CONTINUE : add(path, FileState.of(file, attributes));
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
        if (file.equals(root)) {
            throw problem;
        }
        return FileVisitResult.CONTINUE; // deleted just now, or a folder that nobody may read
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) {
        return FileVisitResult.CONTINUE;
    }

    private FileVisitResult add(Path path, FileState state) {
        if (states.size() == limit) {
            complete = false;
            return FileVisitResult.TERMINATE;
        }
        states.put(path, state);
        return FileVisitResult.CONTINUE;
    }
}

package io.github.testhygiene.rerun.files;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Copies a folder with everything in it; where the file system can, the copies share the originals' blocks. */
public final class TreeCopy {

    // Java 17 cannot ask for shared blocks; where no file system of this kind is used, it copies as fast as anything.
    private static final Set<String> SHARE_BLOCKS = Set.of("btrfs", "xfs", "bcachefs", "zfs");
    private static final int MINUTES = 2;

    private TreeCopy() {}

    /**
     * Copies a folder.
     *
     * @param from the folder; nobody writes in it
     * @param to an empty folder
     */
    static void copy(Path from, Path to) throws IOException {
        if (Files.isSymbolicLink(from) || Files.isSymbolicLink(to)) {
            throw new IOException("a link is not a folder of its own: " + from + ", " + to);
        }
        if (!SHARE_BLOCKS.contains(Files.getFileStore(to).type()) || !withSharedBlocks(from, to)) {
            plainly(from, to);
        }
    }

    /** Asks the system's own command; false if it has none that can. */
    static boolean withSharedBlocks(Path from, Path to) throws IOException {
        Process copying;
        try {
            copying = new ProcessBuilder(List.of("cp", "-a", "--reflink=auto", from + "/.", to.toString()))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return false;
        }
        try {
            if (!copying.waitFor(MINUTES, TimeUnit.MINUTES)) {
                copying.destroyForcibly();
                return false;
            }
            return copying.exitValue() == 0;
        } catch (InterruptedException e) {
            copying.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a folder was copied", e);
        }
    }

    private static void plainly(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING,
                        LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

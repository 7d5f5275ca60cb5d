package io.github.testhygiene.rerun.launch;

import io.github.testhygiene.filesystem.Folders;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what makes JVMs start sooner, from build to build. Several builds may use it at the same time. What has not been
 * used for longest goes first when it gets too large.
 *
 * @param root where it is
 * @param mostBytes how large it may be
 */
public record ForkCache(Path root, long mostBytes) {

    /** Room for the archives of about twenty modules. */
    static final long MOST_BYTES = 1_500_000_000;

    private static final String USED = "used";
    private static final String UNFINISHED = "new-";

    // Longer than any build that may be using it just now.
    private static final Duration IN_USE = Duration.ofHours(2);

    /** Fills a new folder. */
    @FunctionalInterface
    interface Filling {
        void into(Path folder) throws IOException;
    }

    private record Kept(Path folder, Instant used, long bytes) {}

    /**
     * The folder of a name; filled first if it is new.
     *
     * @param name small letters and digits
     * @param filling is called with an empty folder
     * @return where it is
     */
    Path folder(String name, Filling filling) throws IOException {
        Path folder = root.resolve(name);
        try {
            return filled(folder, filling);
        } catch (NoSuchFileException e) {
            return filled(folder, filling); // another build has just deleted it
        }
    }

    private Path filled(Path folder, Filling filling) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(root);
            Path fresh = Files.createTempDirectory(root, UNFINISHED);
            try {
                filling.into(fresh);
                move(fresh, folder);
            } finally {
                if (Files.exists(fresh)) {
                    Folders.delete(fresh);
                }
            }
        }
        touch(folder);
        return folder;
    }

    /** Whoever comes first has made it; what the other one made is the same. */
    private static void move(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder);
        } catch (FileSystemException e) {
            if (e instanceof AtomicMoveNotSupportedException || !Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void touch(Path folder) throws IOException {
        Path used = folder.resolve(USED);
        if (Files.notExists(used)) {
            Files.writeString(used, "");
        }
        Files.setLastModifiedTime(used, FileTime.from(Instant.now()));
    }

    /** Deletes what was not used for longest until the rest is small enough, but nothing that may be in use. */
    void trim() throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        List<Kept> kept = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.toList()) {
                kept.add(new Kept(folder, used(folder), bytes(folder)));
            }
        }
        kept.sort(Comparator.comparing(Kept::used));
        long total = kept.stream().mapToLong(Kept::bytes).sum();
        Instant inUse = Instant.now().minus(IN_USE);
        for (Kept each : kept) {
            boolean unfinished = String.valueOf(each.folder().getFileName()).startsWith(UNFINISHED);
            if ((total > mostBytes || unfinished) && each.used().isBefore(inUse)) {
                Folders.delete(each.folder());
                total -= each.bytes();
            }
        }
    }

    private static Instant used(Path folder) throws IOException {
        Path used = folder.resolve(USED);
        try {
            return Files.getLastModifiedTime(Files.exists(used) ? used : folder).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.now(); // another build has just deleted it
        }
    }

    /** Of the files that are there: another build may be deleting the folder just now. */
    private static long bytes(Path folder) throws IOException {
        AtomicLong bytes = new AtomicLong();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes.addAndGet(attributes.isRegularFile() ? attributes.size() : 0);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException deleted) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException deleted) {
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes.get();
    }
}

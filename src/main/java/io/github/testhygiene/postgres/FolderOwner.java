package io.github.testhygiene.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/**
 * A locked file in a server's folder. The lock ends with the JVM, however that ends: so a later one can tell what a
 * killed JVM left behind. A process number would not do, since containers may share a folder and not the numbers.
 */
final class FolderOwner implements AutoCloseable {

    private static final String FILE = "owner";
    /** Between making the file and locking it, a folder looks like a left-over. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final FileChannel channel;

    private FolderOwner(FileChannel channel) {
        this.channel = channel;
    }

    static FolderOwner of(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        return new FolderOwner(channel);
    }

    /** Ends servers and removes folders that killed JVMs left; what cannot be removed stays. */
    static void removeLeftOvers(Path parent, String prefix, Instant now) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path folder : folders) {
                if (abandoned(folder, now)) {
                    Postmaster.end(DataFolder.filesIn(folder));
                    Folders.delete(folder);
                }
            }
        } catch (IOException e) {
            // Cleaning up after others is a courtesy; it must not keep this build from its server.
            return;
        }
    }

    private static boolean abandoned(Path folder, Instant now) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.notExists(file)
                    || Files.getLastModifiedTime(file).toInstant().isAfter(now.minus(SETTLED))) {
                return false;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                return lock != null;
            }
        } catch (IOException | OverlappingFileLockException inUseOrNotOurs) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

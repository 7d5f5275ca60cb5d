package io.github.testhygiene.postgres.server;

import io.github.testhygiene.filesystem.Folders;
import io.github.testhygiene.process.ProcessMark;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that names the process to which a folder belongs, so that a later build can tell what a killed one left. No lock:
 * a JVM loses its locks on a file as soon as any part of it closes that file once more, and several plugin realms of one
 * JVM know nothing of each other.
 */
public final class FolderOwner {

    // Not "owner": for plugin versions that lock a file of that name, a folder without a lock on it is abandoned.
    private static final String FILE = "owner-process";

    /** A folder without anything in it may be about to get its owner. */
    private static final Duration SETTLED = Duration.ofDays(1);

    private FolderOwner() {}

    /** Notes that a folder is this process's. Where the system does not tell enough of it, the folder stays for ever. */
    static void write(Path folder) throws IOException {
        Optional<ProcessMark> owner = ProcessMark.ofThisJvm();
        if (owner.isPresent()) {
            Path unfinished = folder.resolve(FILE + ".new");
            Files.writeString(unfinished, owner.get().text(), StandardOpenOption.CREATE_NEW);
            Files.move(unfinished, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * Ends servers and removes folders whose owner is proven dead; what cannot be removed stays.
     *
     * @param parent where the folders are
     * @param prefix how their names begin
     * @param now the time
     */
    static void removeLeftOvers(Path parent, String prefix, Instant now) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path folder : folders) {
                removeIfLeft(folder, now);
            }
        } catch (IOException | RuntimeException e) {
            // Cleaning up after others is a courtesy; it must not keep this build from its server.
            return;
        }
    }

    private static void removeIfLeft(Path folder, Instant now) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return; // a file or link of another program with such a name
        }
        try {
            if (isAbandoned(folder) && Postmaster.end(DataFolder.filesIn(folder))) {
                Folders.delete(folder);
            } else if (Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(SETTLED))) {
                Files.delete(folder); // works for empty folders alone
            }
        } catch (DirectoryNotEmptyException inUse) {
            return;
        } catch (IOException e) {
            // Another build removes it, or it is another user's.
            return;
        }
    }

    private static boolean isAbandoned(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.isRegularFile(file)
                && ProcessMark.parse(Files.readString(file))
                        .map(ProcessMark::isProvenDead)
                        .orElse(false);
    }
}

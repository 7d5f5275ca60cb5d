package io.github.testhygiene.postgres.server;

import io.github.testhygiene.filesystem.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The server's binaries, unpacked once and kept. They are unpacked beside and moved into place when all of them are there,
 * so that neither a full disk nor a killed build leaves half of them; several builds may do so at the same time.
 *
 * @param jar the artifact with one {@code .txz} file in it
 * @param cache where they are kept
 */
public record UnpackedBinaries(Path jar, Path cache) {

    private static final String KEPT = "binaries-";
    private static final String UNFINISHED = "new-";
    private static final int ATTEMPTS = 3;

    /**
     * The folder with {@code bin}, {@code lib} and {@code share}; unpacks where it is missing or lacks something.
     *
     * @throws IOException if the archive cannot be read, or the cache not be written
     */
    Path folder() throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = archive(zip);
            Path folder = cache.resolve(KEPT + Long.toHexString(archive.getCrc()));
            for (int attempt = 1; !UnpackedFiles.areComplete(folder); attempt++) {
                if (attempt > ATTEMPTS) {
                    throw new IOException(folder + " is changed by others all the time");
                }
                unpack(zip, archive, folder);
            }
            return folder;
        }
    }

    /**
     * Compares what is kept with the archive, byte by byte, and removes it if it differs.
     *
     * @return whether it was removed: then another attempt may succeed
     */
    boolean removeIfDamaged() throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = archive(zip);
            Path folder = cache.resolve(KEPT + Long.toHexString(archive.getCrc()));
            try (InputStream packed = zip.getInputStream(archive)) {
                if (UnpackedFiles.areLike(packed, folder)) {
                    return false;
                }
            }
            removeWhole(folder);
            return true;
        }
    }

    private ZipEntry archive(ZipFile zip) throws IOException {
        List<? extends ZipEntry> archives =
                zip.stream().filter(entry -> entry.getName().endsWith(".txz")).toList();
        if (archives.isEmpty()) {
            throw new IOException("no .txz archive in " + jar);
        }
        return archives.get(0);
    }

    private void unpack(ZipFile zip, ZipEntry archive, Path folder) throws IOException {
        Files.createDirectories(cache);
        FolderOwner.removeLeftOvers(cache, UNFINISHED, Instant.now());
        Path fresh = Files.createDirectory(cache.resolve(UNFINISHED + RandomText.generate(12)));
        try {
            FolderOwner.write(fresh);
            try (InputStream packed = zip.getInputStream(archive)) {
                UnpackedFiles.unpack(packed, fresh);
            }
            if (Files.exists(folder) && !UnpackedFiles.areComplete(folder)) {
                removeWhole(folder);
            }
            move(fresh, folder);
        } finally {
            Folders.delete(fresh);
        }
    }

    /** Another build may have come first; what it has unpacked is the same. */
    private static void move(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!UnpackedFiles.areComplete(folder)) {
                throw e;
            }
        }
    }

    /** Moved away first: a build that is killed meanwhile must not leave half of it. */
    private void removeWhole(Path folder) throws IOException {
        Path aside = cache.resolve(UNFINISHED + RandomText.generate(12));
        Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(aside);
    }
}

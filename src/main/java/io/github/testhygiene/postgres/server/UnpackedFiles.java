package io.github.testhygiene.postgres.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The files of a {@code .txz} archive in a folder, and a list of them that says whether all are there. */
public final class UnpackedFiles {

    private static final String LIST = "contents";
    private static final int EXECUTABLE = 0111;

    private UnpackedFiles() {}

    /**
     * Unpacks an archive into an empty folder.
     *
     * @throws IOException if the archive is broken, or a file cannot be written to its end
     */
    static void unpack(InputStream packed, Path folder) throws IOException {
        List<String> list = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = place(folder, entry);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(parent(file));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    write(tar, entry, file);
                    list.add(entry.getSize() + " " + folder.relativize(file));
                } else {
                    throw new IOException("an archive entry of an unknown kind: " + entry.getName());
                }
            }
        }
        Files.write(folder.resolve(LIST), list);
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path file) throws IOException {
        Files.copy(content, file);
        if (Files.size(file) != entry.getSize()) {
            throw new IOException(file + " has " + Files.size(file) + " of " + entry.getSize() + " bytes");
        }
        boolean program = parent(file).endsWith("bin");
        if ((program || (entry.getMode() & EXECUTABLE) != 0) && !file.toFile().setExecutable(true, false)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    private static Path place(Path folder, TarArchiveEntry entry) throws IOException {
        // The user's path may itself lead through a parent folder.
        Path root = folder.normalize();
        Path file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("an archive entry outside of the archive: " + entry.getName());
        }
        return file;
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    /** Whether every file of the list is there with its size. */
    static boolean areComplete(Path folder) {
        try {
            List<String> list = Files.readAllLines(folder.resolve(LIST));
            for (String line : list) {
                int space = line.indexOf(' ');
                if (Files.size(folder.resolve(line.substring(space + 1))) != Long.parseLong(line.substring(0, space))) {
                    return false;
                }
            }
            return !list.isEmpty();
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** Whether the folder holds what the archive holds. */
    static boolean areLike(InputStream packed, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = place(folder, entry);
                if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS) || (entry.isFile() && !isLike(tar, file))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isLike(InputStream expected, Path file) throws IOException {
        try (InputStream actual = Files.newInputStream(file)) {
            byte[] one = expected.readNBytes(1 << 16);
            while (one.length > 0) {
                if (!Arrays.equals(one, actual.readNBytes(one.length))) {
                    return false;
                }
                one = expected.readNBytes(1 << 16);
            }
            return actual.read() < 0;
        }
    }
}

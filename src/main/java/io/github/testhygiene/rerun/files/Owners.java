package io.github.testhygiene.rerun.files;

import io.github.testhygiene.filesystem.Folders;
import io.github.testhygiene.process.ProcessMark;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Names the build that made a folder, so that a later one can tell what a killed one left. */
public final class Owners {

    private static final String UNKNOWN = "-";
    private static final String FILE = "owner";

    private Owners() {}

    /** This process, in one line. */
    static String self() {
        return ProcessMark.ofThisJvm().map(ProcessMark::text).orElse(UNKNOWN);
    }

    /** Whether a process lives; true as well if that cannot be known, for example because it ran in another container. */
    static boolean lives(String line) {
        return !ProcessMark.parse(line).map(ProcessMark::isProvenDead).orElse(false);
    }

    /** Makes a folder of this process's own. */
    static Path createFolder(Path parent, String prefix) throws IOException {
        Files.createDirectories(parent);
        Path folder = Files.createTempDirectory(parent, prefix);
        try {
            Files.writeString(folder.resolve(FILE), self());
        } catch (IOException e) {
            Folders.delete(folder); // without a name of its owner it would stay for ever
            throw e;
        }
        return folder;
    }

    /**
     * Deletes folders that {@link #createFolder} made and whose owner is proven dead.
     *
     * @param parent need not exist
     * @return whether there were any
     */
    static boolean deleteLeftOvers(Path parent, String prefix) throws IOException {
        boolean found = false;
        if (!Files.isDirectory(parent)) {
            return found;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path each : folders) {
                Path owner = each.resolve(FILE);
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)
                        && Files.isRegularFile(owner)
                        && !lives(Files.readString(owner))) {
                    found = true;
                    Folders.delete(each);
                }
            }
        }
        return found;
    }
}

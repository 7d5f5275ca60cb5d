package io.github.testhygiene.rerun.files;

import io.github.testhygiene.advice.PathAdvice;
import io.github.testhygiene.filesystem.Folders;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A folder for the files that one build needs while it runs. Its name says which process owns it, so that two builds of
 * one project never share a file, and what a killed build left is found and deleted by the next one. Only the owner may
 * read it, where the file system knows owners.
 */
public final class BuildFolder implements AutoCloseable {

    private static final String COMMA = ",";
    private static final String PROBE = "probe";

    /** More than is written there before the tests run. A folder alone needs no room on many file systems. */
    private static final int PROBE_BYTES = 64 * 1024;

    /** After which a folder counts as left whose owner's process cannot be seen from here. */
    private static final Duration OLD = Duration.ofDays(7);

    private final Path path;
    private final List<BuildOwner> others;

    private BuildFolder(Path path, List<BuildOwner> others) {
        this.path = path;
        this.others = List.copyOf(others);
    }

    /**
     * Creates a folder, and deletes those of builds that have ended.
     *
     * @param parent where to create it; created if missing
     * @return the folder, which is new and empty
     * @throws ProblemException if it cannot be created, or nothing can be written in it
     */
    public static BuildFolder create(Path parent) {
        try {
            Files.createDirectories(parent);
            Path path =
                    Files.createDirectory(parent.resolve(BuildOwner.current().folderName()), ownerOnly());
            try {
                probe(path);
                return new BuildFolder(path, removeLeftOvers(parent));
            } catch (IOException | RuntimeException e) {
                deleteQuietly(path);
                throw e;
            }
        } catch (IOException e) {
            throw new ProblemException(PathAdvice.notWritable(parent, PathAdvice.reason(e)), e);
        }
    }

    /**
     * Creates a folder where that is possible.
     *
     * @param parent where to create it; created if missing
     * @param elsewhere where to create it instead, the first in which that is possible is taken
     * @param warn takes the reason if it is created elsewhere
     * @return the folder, which is new and empty
     * @throws ProblemException if it cannot be created anywhere; it says what is wrong with the first place
     */
    public static BuildFolder create(Path parent, List<Path> elsewhere, Consumer<Problem> warn) {
        try {
            return create(parent);
        } catch (ProblemException e) {
            for (Path each : elsewhere) {
                try {
                    // Those beside it are the folders of any module's builds, and not of this one's.
                    BuildFolder folder = new BuildFolder(create(each).path(), List.of());
                    warn.accept(PathAdvice.writtenElsewhere(parent, reason(e), each));
                    return folder;
                } catch (ProblemException other) {
                    e.addSuppressed(other);
                }
            }
            throw e;
        }
    }

    private static String reason(ProblemException e) {
        return e.getCause() instanceof IOException failure
                ? PathAdvice.reason(failure)
                : String.valueOf(e.getMessage());
    }

    private static void probe(Path folder) throws IOException {
        Path file = folder.resolve(PROBE);
        Files.write(file, new byte[PROBE_BYTES]);
        Files.delete(file);
    }

    /**
     * Returns a folder whose path may stand in a list that commas separate: this one if its path has no comma, else a new
     * one elsewhere.
     *
     * @param elsewhere folders to create it in, the first without a comma is taken
     * @return this folder, or another one that the caller closes
     * @throws ProblemException if all of them have a comma, or the new one cannot be created
     */
    public BuildFolder withoutComma(List<Path> elsewhere) {
        if (!hasComma(path)) {
            return this;
        }
        Path parent = elsewhere.stream()
                .filter(each -> !hasComma(each))
                .findFirst()
                .orElseThrow(() -> new ProblemException(PathAdvice.everyPathHasAComma(
                        path, elsewhere.stream().map(Path::toString).toList())));
        return create(parent);
    }

    private static boolean hasComma(Path path) {
        return path.toAbsolutePath().toString().contains(COMMA);
    }

    /**
     * Returns where it is.
     *
     * @return the folder's path
     */
    public Path path() {
        return path;
    }

    /**
     * Returns which other builds had a folder beside this one when it was created, and were running.
     *
     * @return their processes; empty if there were none
     */
    public List<BuildOwner> others() {
        return others;
    }

    private static List<BuildOwner> removeLeftOvers(Path parent) throws IOException {
        List<BuildOwner> running = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, BuildOwner.PREFIX + "*")) {
            for (Path folder : folders) {
                BuildOwner owner =
                        BuildOwner.parse(String.valueOf(folder.getFileName())).orElse(null);
                if (owner == null || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                }
                switch (owner.state()) {
                    case ENDED -> deleteQuietly(folder);
                    case RUNNING -> running.add(owner);
                    case UNKNOWN -> {
                        if (isOld(folder)) {
                            deleteQuietly(folder);
                        }
                    }
                    case OURS -> {}
                }
            }
        }
        return running;
    }

    private static boolean isOld(Path folder) {
        try {
            return Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(Instant.now().minus(OLD));
        } catch (IOException e) {
            return false; // its owner has deleted it
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void deleteQuietly(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            // Another build deletes it at the same time, or another user owns it; the next build tries again.
        }
    }

    /** Deletes the folder with everything in it; what cannot be deleted is left to the next build. */
    @Override
    public void close() {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            deleteQuietly(path);
        }
    }
}

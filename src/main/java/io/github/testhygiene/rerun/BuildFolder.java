package io.github.testhygiene.rerun;

import io.github.testhygiene.advice.PathAdvice;
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

/**
 * A folder for the files that one build needs while it runs. Its name says which process owns it, so that two builds of
 * one project never share a file, and what a killed build left is found and deleted by the next one. Only the owner may
 * read it, where the file system knows owners.
 */
public final class BuildFolder implements AutoCloseable {

    private static final String COMMA = ",";

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
     * @throws ProblemException if it cannot be created
     */
    public static BuildFolder create(Path parent) {
        try {
            Files.createDirectories(parent);
            Path path =
                    Files.createDirectory(parent.resolve(BuildOwner.current().folderName()), ownerOnly());
            return new BuildFolder(path, removeLeftOvers(parent));
        } catch (IOException e) {
            throw new ProblemException(PathAdvice.notWritable(parent, e.toString()), e);
        }
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

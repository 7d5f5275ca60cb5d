package io.github.testhygiene.rerun.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Copies of files' contents, so that the files can be compared and restored. Copies, never hard links: a test may write in
 * place.
 */
public final class FileCopies implements FileContents {

    private final Path folder;
    private final FileLimits limits;
    private final Map<Path, Path> copies = new HashMap<>();
    private long bytes;

    /**
     * The copies of one moment.
     *
     * @param folder where they lie; created if missing
     * @param limits what is too large to be copied
     */
    FileCopies(Path folder, FileLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    @Override
    public void add(Path path, Path file, FileState state) throws IOException {
        if (state.size() > limits.bytesOfAFile() || bytes + state.size() > limits.bytesOfAll()) {
            return;
        }
        Files.createDirectories(folder);
        Path copy = folder.resolve(Integer.toString(copies.size()));
        try {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            return; // a change of what is not copied is noticed all the same, and not undone
        }
        copies.put(path, copy);
        bytes += state.size();
    }

    /** The copy of a file; empty if there is none. */
    Optional<Path> of(Path path) {
        return Optional.ofNullable(copies.get(path));
    }

    @Override
    public boolean isEqualTo(Path path, Path file) {
        Path copy = copies.get(path);
        try {
            return copy != null && Files.mismatch(copy, file) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean isContinuedBy(Path path, Path file) {
        Path copy = copies.get(path);
        try {
            return copy != null
                    && Files.size(file) > Files.size(copy)
                    && Files.mismatch(copy, file) == Files.size(copy);
        } catch (IOException e) {
            return false;
        }
    }

    /** Forgets a copy, and deletes it. */
    void remove(Path path) throws IOException {
        Path copy = copies.remove(path);
        if (copy != null) {
            Files.deleteIfExists(copy);
        }
    }
}

package io.github.testhygiene.rerun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Copies of files' contents, so that the files can be compared and put back. Copies, never hard links: a test may write in
 * place.
 */
final class FileCopies {

    private final Path folder;
    private final ModuleFiles.Limits limits;
    private final Map<Path, Path> copies = new HashMap<>();
    private long bytes;

    /**
     * For one moment of one module.
     *
     * @param folder where the copies lie; created if missing
     * @param limits what is too large to be copied
     */
    FileCopies(Path folder, ModuleFiles.Limits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /** Copies a file, unless it is too large, or nobody may read it, or it is gone. */
    void add(Path path, Path file, FileState state) throws IOException {
        if (state.size() > limits.bytesOfAFile() || bytes + state.size() > limits.bytesOfAll()) {
            return;
        }
        Files.createDirectories(folder);
        Path copy = folder.resolve(Integer.toString(copies.size()));
        try {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            return; // what is not copied is noticed all the same, and not put back
        }
        copies.put(path, copy);
        bytes += state.size();
    }

    boolean has(Path path) {
        return copies.containsKey(path);
    }

    /** Whether the file's contents are those that were copied; false if that cannot be told. */
    boolean isEqualTo(Path path, Path file) {
        Path copy = copies.get(path);
        try {
            return copy != null && Files.mismatch(copy, file) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the file starts with what was copied, and goes on; false if nothing was. */
    boolean isContinuedBy(Path path, Path file) throws IOException {
        Path copy = copies.get(path);
        if (copy == null) {
            return false;
        }
        long size = Files.size(copy);
        return Files.size(file) > size && Files.mismatch(copy, file) == size;
    }

    /** Copies a copy to where it is not deleted; false if there is none. */
    boolean save(Path path, Path target) throws IOException {
        Path copy = copies.get(path);
        if (copy == null) {
            return false;
        }
        Files.createDirectories(target.getParent());
        Files.copy(copy, target, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    /** Puts a copy where nothing is. */
    void putBack(Path path, Path file, FileState state) throws IOException {
        Path copy = copies.get(path);
        if (copy == null) {
            throw new IOException("its contents were not copied");
        }
        Files.copy(copy, file, StandardCopyOption.COPY_ATTRIBUTES);
        Files.setLastModifiedTime(file, state.modified());
    }
}

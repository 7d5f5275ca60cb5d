package io.github.testhygiene.rerun.files;

import java.io.IOException;
import java.nio.file.Path;

/** What was in files at one moment. */
public interface FileContents {

    /** Remembers a file, unless it is too large, or may not be read, or is gone. */
    void add(Path path, Path file, FileState state) throws IOException;

    /** Whether the file's contents are those that are remembered; false if that is not known. */
    boolean isEqualTo(Path path, Path file);

    /** Whether the file starts with what is remembered, and goes on; false if that is not known. */
    boolean isContinuedBy(Path path, Path file);
}

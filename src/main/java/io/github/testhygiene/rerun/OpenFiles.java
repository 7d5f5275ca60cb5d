package io.github.testhygiene.rerun;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Asks Linux which files a process has open: such a file is being written by a program that lives on. */
final class OpenFiles {

    private static final Path PROCESSES = Path.of("/proc");

    private OpenFiles() {}

    /**
     * Those of some files that a process has open, as far as the system shows it to this user.
     *
     * @param files absolute paths
     * @return none where the system does not show it
     */
    static Set<Path> among(Collection<Path> files) {
        Set<Path> open = new HashSet<>();
        Set<Path> asked = new HashSet<>(files);
        if (asked.isEmpty() || !Files.isDirectory(PROCESSES.resolve("self/fd"))) {
            return open;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                addOf(process, asked, open);
            }
        } catch (IOException e) {
            return open;
        }
        return open;
    }

    private static void addOf(Path process, Set<Path> asked, Set<Path> open) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                Path file = target(descriptor);
                if (asked.contains(file)) {
                    open.add(file);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return; // it has just ended, or belongs to another user
        }
    }

    private static Path target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (IOException e) {
            return descriptor;
        }
    }
}

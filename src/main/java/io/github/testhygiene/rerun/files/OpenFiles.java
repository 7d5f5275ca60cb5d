package io.github.testhygiene.rerun.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks Linux which files a process has open: such a file is being written by a program that lives on. */
public final class OpenFiles {

    private static final Path PROCESSES = Path.of("/proc");
    private static final String USER = "unix:uid";

    private OpenFiles() {}

    /**
     * Those of some files that a process has open, as far as the system shows it to this user, and those of other users,
     * whose processes it does not show.
     *
     * @param files absolute paths
     * @return as they were given; all of them where the system does not show what is open, so that none is undone
     */
    static Set<Path> among(Collection<Path> files) {
        if (files.isEmpty() || !Files.isDirectory(PROCESSES.resolve("self/fd"))) {
            return Set.copyOf(files);
        }
        Map<Path, Path> real = new HashMap<>();
        files.forEach(file -> real.put(file, real(file)));
        Set<Path> asked = new HashSet<>(real.values());
        Set<Path> open = new HashSet<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                addOf(process, asked, open);
            }
        } catch (IOException | DirectoryIteratorException e) {
            return Set.copyOf(files);
        }
        return real.keySet().stream()
                .filter(file -> open.contains(real.get(file)) || !isOwn(file))
                .collect(Collectors.toSet());
    }

    /** The system names files by their real folders. */
    private static Path real(Path file) {
        try {
            Path folder = file.getParent();
            return folder == null ? file : folder.toRealPath().resolve(file.getFileName());
        } catch (IOException e) {
            return file;
        }
    }

    private static boolean isOwn(Path file) {
        try {
            return Files.getAttribute(PROCESSES.resolve("self"), USER)
                    .equals(Files.getAttribute(file, USER, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            return !Files.exists(file, LinkOption.NOFOLLOW_LINKS); // then there is nothing to undo
        }
    }

    private static void addOf(Path process, Set<Path> asked, Set<Path> open) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                Path file = target(descriptor);
                if (asked.contains(file)) {
                    open.add(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
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

package io.github.testhygiene.rerun.launch;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An archive of loaded classes, made by one JVM when it ends and used by all later ones: application class-data sharing,
 * JEP 310 and 350; from Java 25 on an AOT cache, JEP 483 and 514, which is about twice as good but which fewer JVMs can
 * write. The first JVM writes it. If it knew one class of tests only, the first that knows more of them writes a better
 * one. Safe for use by several threads.
 */
public final class ClassArchive {

    private static final int AOT_SINCE = 25;
    private static final int MOST_ATTEMPTS = 3;

    /** How an archive is written and read. */
    private enum Kind {
        AOT("classes.aot", "-XX:AOTCacheOutput=", "-XX:AOTCache="),
        SHARED("classes.jsa", "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=");

        private final String file;
        private final String writing;
        private final String reading;

        Kind(String file, String writing, String reading) {
            this.file = file;
            this.writing = writing;
            this.reading = reading;
        }
    }

    /**
     * What a JVM has to do with the archive.
     *
     * @param argument the JVM's argument; null for nothing
     * @param writes the file that it writes; null if it writes none
     * @param wide whether it knows more than one class of tests
     */
    record Use(@Nullable String argument, @Nullable Path writes, boolean wide) {

        static final Use NOTHING = new Use(null, null, false);

        List<String> arguments() {
            return argument == null ? List.of() : List.of(argument);
        }
    }

    private final Path folder;
    private final Path wideMark;
    private final List<Kind> kinds;
    private boolean present;
    private boolean wide;
    private boolean writing;
    private int attempts;
    private @Nullable String refused;

    /**
     * In a folder of its own for a class path and a JVM.
     *
     * @param folder where it is, or will be
     * @param javaVersion the JVM's version, such as 17
     */
    ClassArchive(Path folder, int javaVersion) {
        this.folder = folder;
        this.wideMark = folder.resolve("wide");
        this.kinds = new ArrayList<>(javaVersion >= AOT_SINCE ? List.of(Kind.AOT, Kind.SHARED) : List.of(Kind.SHARED));
        for (Kind kind : kinds) {
            if (!present && Files.exists(folder.resolve(kind.file))) {
                present = true;
                wide = Files.exists(wideMark);
                kinds.retainAll(List.of(kind));
                break;
            }
        }
    }

    /** What the next JVM does; whoever writes tells how it went. */
    synchronized Use next(boolean knowsMoreClasses) {
        if (kinds.isEmpty()) {
            return Use.NOTHING;
        }
        Kind kind = kinds.get(0);
        boolean better = present && knowsMoreClasses && !wide;
        if (!writing && (!present || better) && attempts < MOST_ATTEMPTS) {
            writing = true;
            attempts++;
            Path file = folder.resolve("new-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID());
            return new Use(kind.writing + file, file, knowsMoreClasses);
        }
        return present ? new Use(kind.reading + folder.resolve(kind.file), null, false) : Use.NOTHING;
    }

    /**
     * A JVM that was to write has ended.
     *
     * @param use what it was told
     * @param completed whether it ended as it should, so that a missing archive is its refusal
     */
    synchronized void written(Use use, boolean completed) {
        Path file = use.writes();
        if (file == null) {
            return;
        }
        writing = false;
        try {
            keep(use, file, completed);
        } catch (IOException e) {
            // The run's answer is true all the same.
            refused = "it could not be kept: " + e;
            present = false;
            kinds.clear();
        }
    }

    private void keep(Use use, Path file, boolean completed) throws IOException {
        Kind kind = kinds.get(0);
        if (completed && Files.exists(file)) {
            replace(file, folder.resolve(kind.file));
            present = true;
            wide = use.wide();
            if (wide) {
                Files.write(wideMark, new byte[0]);
            }
        } else if (completed && !present) {
            kinds.remove(0);
            attempts = 0;
            if (kinds.isEmpty()) {
                refused = "this JVM wrote no archive of its classes";
            }
        }
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".config"));
    }

    /** A JVM that was to write was never used. */
    synchronized void notWritten(Use use) {
        if (use.writes() != null) {
            writing = false;
            attempts--;
        }
    }

    private static void replace(Path file, Path archive) throws IOException {
        try {
            Files.move(file, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(file, archive, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Why there is none and will be none; null if there is no reason. */
    synchronized @Nullable String refused() {
        return refused;
    }
}

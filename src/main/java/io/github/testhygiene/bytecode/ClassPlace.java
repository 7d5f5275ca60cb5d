package io.github.testhygiene.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** An entry of a class path: a folder or a jar. Safe for use by several threads. */
public abstract sealed class ClassPlace implements AutoCloseable {

    private static final String SUFFIX = ".class";

    private ClassPlace() {}

    /**
     * The place at a path.
     *
     * @param path a folder or a jar
     * @return an empty place if nothing is there
     */
    public static ClassPlace of(Path path) {
        return Files.isDirectory(path) ? new Folder(path) : new Jar(path);
    }

    /**
     * Reads a class file.
     *
     * @param className the class, with dots
     * @return its bytes; empty if it is not here
     * @throws IOException if it cannot be read
     */
    public Optional<byte[]> read(String className) throws IOException {
        return content(className.replace('.', '/') + SUFFIX);
    }

    /**
     * Lists the classes that are here, without what declares a package or a module.
     *
     * @return their names with dots, sorted
     */
    public List<String> classNames() {
        return classFiles().stream()
                .filter(file -> !file.startsWith("META-INF/"))
                .map(file -> file.substring(0, file.length() - SUFFIX.length()).replace('/', '.'))
                .filter(name -> !name.endsWith("module-info") && !name.endsWith("package-info"))
                .sorted()
                .toList();
    }

    abstract Optional<byte[]> content(String file) throws IOException;

    /** Lists the class files, with slashes. */
    abstract Set<String> classFiles();

    @Override
    public void close() {
        // A folder holds nothing open.
    }

    private static final class Folder extends ClassPlace {

        private final Path folder;
        private @Nullable Set<String> files;

        Folder(Path folder) {
            this.folder = folder;
        }

        @Override
        Optional<byte[]> content(String file) throws IOException {
            return classFiles().contains(file)
                    ? Optional.of(Files.readAllBytes(folder.resolve(file)))
                    : Optional.empty();
        }

        /** Listed once: a build's class folders are asked for thousands of classes that they do not have. */
        @Override
        synchronized Set<String> classFiles() {
            if (files == null) {
                try (Stream<Path> all = Files.walk(folder)) {
                    files = all.filter(each -> each.toString().endsWith(SUFFIX))
                            .map(each -> folder.relativize(each).toString().replace('\\', '/'))
                            .collect(Collectors.toUnmodifiableSet());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return files;
        }
    }

    private static final class Jar extends ClassPlace {

        private final Path path;
        private @Nullable ZipFile zip;
        private boolean opened;
        private @Nullable Set<String> files;

        Jar(Path path) {
            this.path = path;
        }

        /** A class path may name what is not there, or is no archive. */
        private synchronized @Nullable ZipFile zip() {
            if (!opened) {
                opened = true;
                try {
                    zip = Files.isRegularFile(path) ? new ZipFile(path.toFile()) : null;
                } catch (IOException notAnArchive) {
                    zip = null;
                }
            }
            return zip;
        }

        @Override
        Optional<byte[]> content(String file) throws IOException {
            ZipFile open = zip();
            ZipEntry entry = open == null ? null : open.getEntry(file);
            if (open == null || entry == null) {
                return Optional.empty();
            }
            try (InputStream in = open.getInputStream(entry)) {
                return Optional.of(in.readAllBytes());
            }
        }

        /** Listed once, and known also when it is closed. */
        @Override
        synchronized Set<String> classFiles() {
            if (files == null) {
                ZipFile open = zip();
                Stream<? extends ZipEntry> entries = open == null ? Stream.empty() : open.stream();
                files = entries.map(ZipEntry::getName)
                        .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("META-INF/"))
                        .collect(Collectors.toUnmodifiableSet());
            }
            return files;
        }

        @Override
        public synchronized void close() {
            try {
                if (zip != null) {
                    zip.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

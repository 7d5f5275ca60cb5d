package io.github.testhygiene.lint.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** An entry of a class path. */
abstract class ClassPlace implements AutoCloseable {

    /** The place at a path; an empty one if nothing is there. */
    static ClassPlace of(Path path) {
        return Files.isDirectory(path) ? new Folder(path) : new Jar(path);
    }

    abstract boolean has(String file);

    abstract Optional<byte[]> read(String file) throws IOException;

    /** The class files, with slashes. */
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
        boolean has(String file) {
            return classFiles().contains(file);
        }

        @Override
        Optional<byte[]> read(String file) throws IOException {
            return has(file) ? Optional.of(Files.readAllBytes(folder.resolve(file))) : Optional.empty();
        }

        /** Listed once: a build's class folders are asked for thousands of classes that they do not have. */
        @Override
        synchronized Set<String> classFiles() {
            if (files == null) {
                try (Stream<Path> all = Files.walk(folder)) {
                    files = all.filter(each -> each.toString().endsWith(".class"))
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
        boolean has(String file) {
            return classFiles().contains(file);
        }

        @Override
        Optional<byte[]> read(String file) throws IOException {
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
                        .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
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

package io.github.testhygiene.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Folders, copied or packed. */
final class Packed {

    private Packed() {}

    /** Packs a folder into a jar that has entries for folders, too: those who scan packages look for them. */
    static Path folder(Path folder, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            visit(folder, (path, name, isFolder) -> {
                zip.putNextEntry(new ZipEntry(isFolder ? name + "/" : name));
                if (!isFolder) {
                    Files.copy(path, zip);
                }
                zip.closeEntry();
            });
        }
        return jar;
    }

    /** Copies a folder without what was built in it; what stands there stays, unless it has the same name. */
    static void copy(Path folder, Path to) throws IOException {
        Files.createDirectories(to);
        visit(folder, (path, name, isFolder) -> {
            Path copy = to.resolve(name);
            if (isFolder) {
                Files.createDirectories(copy);
            } else {
                Files.write(copy, Files.readAllBytes(path));
            }
        });
    }

    private interface Entry {

        void visit(Path path, String name, boolean isFolder) throws IOException;
    }

    private static void visit(Path folder, Entry entry) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                if (path.equals(folder.resolve("target"))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (!path.equals(folder)) {
                    entry.visit(path, name(path), true);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                entry.visit(path, name(path), false);
                return FileVisitResult.CONTINUE;
            }

            private String name(Path path) {
                return folder.relativize(path).toString().replace('\\', '/');
            }
        });
    }
}

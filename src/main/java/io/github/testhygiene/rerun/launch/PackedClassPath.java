package io.github.testhygiene.rerun.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A class path of nothing but jars: an archive of classes refuses folders. The build's own folders and jars are kept as
 * jars in the cache, where they stay the same from build to build as long as their content does.
 *
 * @param folder where the jars are, and where the archive will be
 * @param places class path entries and the jars that stand in their places
 */
public record PackedClassPath(Path folder, Map<String, String> places) {

    private static final Set<String> MEANT_FOR_JARS = Set.of("MANIFEST.MF", "INDEX.LIST");

    /** Copies the collections. */
    public PackedClassPath {
        places = Map.copyOf(places);
    }

    /** Why a class path cannot be packed, as the end of a sentence. */
    static final class NotPacked extends Exception {

        private static final long serialVersionUID = 1L;

        NotPacked(String reason) {
            super(reason);
        }
    }

    /**
     * Packs a class path, unless the cache holds it already.
     *
     * @param entries the class path
     * @param own whatever lies below these folders is made anew in every build
     * @param launch what else an archive of its classes depends on
     * @param cache where it is kept
     * @throws NotPacked if a folder is more than classes and resources
     */
    static PackedClassPath of(List<String> entries, List<String> own, List<String> launch, ForkCache cache)
            throws IOException, NotPacked {
        ClassPathFingerprint print = new ClassPathFingerprint();
        launch.forEach(print::add);
        Map<String, Path> toPack = new HashMap<>();
        for (String entry : entries) {
            Path path = Path.of(entry);
            boolean ours = own.stream().anyMatch(path::startsWith);
            if (Files.isDirectory(path)) {
                requireNoneForJars(path);
                print.add("folder").addContent(path);
                toPack.put(entry, path);
            } else if (ours && Files.isRegularFile(path) && isMovable(path)) {
                print.add("jar").addEntries(path);
                toPack.put(entry, path);
            } else {
                print.addPlace(path);
            }
        }
        Map<String, String> names = names(entries, toPack);
        Path folder = cache.folder(print.name(), fresh -> {
            for (Map.Entry<String, Path> each : toPack.entrySet()) {
                write(each.getValue(), fresh.resolve(String.valueOf(names.get(each.getKey()))));
            }
        });
        Map<String, String> places = new HashMap<>();
        names.forEach((entry, name) -> places.put(entry, folder.resolve(name).toString()));
        return new PackedClassPath(folder, places);
    }

    private static Map<String, String> names(List<String> entries, Map<String, Path> toPack) {
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Path path = toPack.get(entries.get(i));
            if (path != null) {
                String name = String.valueOf(path.getFileName());
                names.putIfAbsent(entries.get(i), i + "-" + (name.endsWith(".jar") ? name : name + ".jar"));
            }
        }
        return names;
    }

    private static void write(Path from, Path jar) throws IOException {
        if (Files.isRegularFile(from)) {
            Files.copy(from, jar);
        } else {
            pack(from, jar);
        }
    }

    /** Not compressed, since it is read often; with entries for folders, which are searched for classes. */
    private static void pack(Path folder, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file);
                Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            out.setMethod(ZipOutputStream.STORED);
            for (Path path : paths.sorted().toList()) {
                if (!path.equals(folder)) {
                    write(path, folder.relativize(path).toString().replace('\\', '/'), out);
                }
            }
        }
    }

    private static void write(Path path, String name, ZipOutputStream out) throws IOException {
        boolean isFolder = Files.isDirectory(path);
        byte[] content = isFolder ? new byte[0] : Files.readAllBytes(path);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(isFolder ? name + "/" : name);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setLastModifiedTime(Files.getLastModifiedTime(path));
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    /** In a folder nobody heeds what stands there; in a jar it would change what the class path means. */
    private static void requireNoneForJars(Path folder) throws IOException, NotPacked {
        Path metadata = folder.resolve("META-INF");
        if (Files.isDirectory(metadata)) {
            try (Stream<Path> files = Files.list(metadata)) {
                Path found = files.filter(PackedClassPath::isMeantForJars)
                        .findFirst()
                        .orElse(null);
                if (found != null) {
                    throw new NotPacked(found + " would mean something else in a jar");
                }
            }
        }
    }

    private static boolean isMeantForJars(Path file) {
        String name = String.valueOf(file.getFileName()).toUpperCase(Locale.ROOT);
        return MEANT_FOR_JARS.contains(name) || name.endsWith(".SF");
    }

    /** A manifest may name other jars by where they lie from here. */
    private static boolean isMovable(Path file) {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            @Nullable Manifest manifest = jar.getManifest();
            return manifest == null || manifest.getMainAttributes().getValue("Class-Path") == null;
        } catch (IOException e) {
            return false; // no jar, whatever it is
        }
    }
}

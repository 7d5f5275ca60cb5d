package io.github.testhygiene.rerun.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A name for the content of a class path. Folders count by what is in them, and so do the build's own jars, which are made
 * anew in every build; other jars count by their place, size and time, as a JVM with an archive compares them.
 */
public final class ClassPathFingerprint {

    private static final int LETTERS = 32;

    // Maven writes the time of the build into a comment of this one.
    private static final String BUILD_TIMES = "pom.properties";

    private final MessageDigest digest;

    ClassPathFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    ClassPathFingerprint add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return this;
    }

    /** A jar or another file that nobody changes. */
    ClassPathFingerprint addPlace(Path file) throws IOException {
        add(file.toString());
        if (Files.exists(file)) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            add(attributes.size() + " " + attributes.lastModifiedTime().toMillis());
        }
        return this;
    }

    /** Everything in a folder. */
    ClassPathFingerprint addContent(Path folder) throws IOException {
        for (Path file : files(folder)) {
            add(folder.relativize(file).toString());
            digest.update(Files.readAllBytes(file));
        }
        return this;
    }

    /** Everything in a jar, but for the time at which it was made. */
    ClassPathFingerprint addEntries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream().forEach(entry -> {
                add(entry.getName());
                add(content(zip, entry));
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return this;
    }

    private static String content(ZipFile zip, ZipEntry entry) {
        if (!entry.getName().endsWith("/" + BUILD_TIMES)) {
            return entry.getCrc() + " " + entry.getSize();
        }
        try {
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files of a folder, always in the same order. */
    static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(files);
        return files;
    }

    /** The name: small letters and digits. Nothing can be added afterwards. */
    String name() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, LETTERS);
    }
}

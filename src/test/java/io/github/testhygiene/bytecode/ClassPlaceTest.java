package io.github.testhygiene.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class ClassPlaceTest {

    private static final List<String> FILES = List.of(
            "shop/Order.class",
            "shop/Order$Line.class",
            "shop/package-info.class",
            "shop/order.sql",
            "module-info.class",
            "META-INF/versions/17/shop/Order.class");

    @TempDir
    private Path parent;

    @Test
    void aFolderAndAJarListAndReadTheSame() throws IOException {
        for (Path path : List.of(folder(), jar())) {
            try (ClassPlace place = ClassPlace.of(path)) {
                assertThat(place.classNames()).containsExactly("shop.Order", "shop.Order$Line");
                assertThat(place.read("shop.Order$Line")).hasValueSatisfying(bytes -> assertThat(bytes)
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo("shop/Order$Line.class"));
                assertThat(place.read("shop.package-info")).isPresent();
                assertThat(place.read("shop.Missing")).isEmpty();
            }
        }
    }

    @Test
    void whereNothingIsThereIsNoClass() throws IOException {
        for (Path path : List.of(parent.resolve("missing"), Files.createFile(parent.resolve("no.jar")))) {
            try (ClassPlace place = ClassPlace.of(path)) {
                assertThat(place.classNames()).isEmpty();
                assertThat(place.read("shop.Order")).isEmpty();
            }
        }
    }

    @Test
    void whatCannotBeReadSaysWhy() throws IOException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, 0, "shop/Order", null, "java/lang/Object", null);
        byte[] bytes = writer.toByteArray();
        byte[] newer = bytes.clone();
        newer[7] = (byte) 200;
        byte[] damaged = bytes.clone();
        damaged[9] = 99;

        assertThat(ClassBytes.read(bytes, ClassReader::getClassName)).isEqualTo("shop/Order");
        assertUnreadable(new byte[0], "it is no class file");
        assertUnreadable("no class".getBytes(StandardCharsets.UTF_8), "it is no class file");
        assertUnreadable(newer, "it is compiled for Java 156, and the newest that can be read is Java 28");
        assertUnreadable(damaged, "it is damaged");
        assertThatThrownBy(() -> ClassBytes.read(bytes, reader -> {
                    throw new IOException("the pool");
                }))
                .isInstanceOf(UnreadableClassException.class)
                .hasMessage("it is damaged")
                .hasRootCauseMessage("the pool");
    }

    private static void assertUnreadable(byte[] bytes, String reason) {
        assertThatThrownBy(() -> ClassBytes.read(bytes, ClassReader::getClassName))
                .isInstanceOf(UnreadableClassException.class)
                .hasMessage(reason);
    }

    private Path folder() throws IOException {
        Path folder = parent.resolve("classes");
        for (String file : FILES) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), file);
        }
        return folder;
    }

    private Path jar() throws IOException {
        Path jar = parent.resolve("classes.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (String name : FILES) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}

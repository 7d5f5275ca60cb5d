package io.github.testhygiene.rerun.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedClassPathTest {

    @TempDir
    private Path temporary;

    private Path target;
    private Path classes;
    private ForkCache cache;

    @BeforeEach
    void prepare() throws IOException {
        target = Files.createDirectories(temporary.resolve("target"));
        classes = Files.createDirectories(target.resolve("classes"));
        Files.createDirectories(classes.resolve("com/example"));
        Files.writeString(classes.resolve("com/example/Shop.class"), "bytes");
        cache = new ForkCache(temporary.resolve("cache"), Long.MAX_VALUE);
    }

    private PackedClassPath pack(Path... entries) throws IOException, PackedClassPath.NotPacked {
        return PackedClassPath.of(
                List.of(entries).stream().map(Path::toString).toList(),
                List.of(target.toString()),
                List.of("jdk"),
                cache);
    }

    private static void jar(Path file, String pomTime, String content, Attributes.Name... named) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        for (Attributes.Name name : named) {
            manifest.getMainAttributes().put(name, "other.jar");
        }
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry("META-INF/maven/g/a/pom.properties"));
            jar.write(("#" + pomTime + "\nversion=1\n").getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry("com/example/Shop.class"));
            jar.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aFolderBecomesAJarWithItsFolders() throws Exception {
        PackedClassPath packed = pack(classes);

        Path jar = Path.of(packed.places().get(classes.toString()));
        assertThat(jar).hasParent(packed.folder());
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .containsExactly("com/", "com/example/", "com/example/Shop.class");
            assertThat(zip.getInputStream(zip.getEntry("com/example/Shop.class")))
                    .hasContent("bytes");
        }
    }

    @Test
    void theSameContentIsPackedOnceWhenItWasBuiltAgain() throws Exception {
        Path folder = pack(classes).folder();
        Files.setLastModifiedTime(classes.resolve("com/example/Shop.class"), FileTime.from(Instant.EPOCH));

        assertThat(pack(classes).folder()).isEqualTo(folder);

        Files.writeString(classes.resolve("com/example/Shop.class"), "other bytes");
        assertThat(pack(classes).folder()).isNotEqualTo(folder);
    }

    @Test
    void theBuildsOwnJarCountsByItsContentAndIsKept() throws Exception {
        Path own = target.resolve("shop-1.jar");
        jar(own, "Monday", "bytes");
        PackedClassPath packed = pack(own);
        assertThat(packed.places()).containsOnlyKeys(own.toString());

        jar(own, "Tuesday", "bytes");
        assertThat(pack(own)).isEqualTo(packed);

        jar(own, "Tuesday", "other bytes");
        assertThat(pack(own).folder()).isNotEqualTo(packed.folder());
    }

    @Test
    void aJarThatNamesOthersStaysWhereItIs() throws Exception {
        Path own = target.resolve("shop-1.jar");
        jar(own, "Monday", "bytes", Attributes.Name.CLASS_PATH);

        assertThat(pack(own).places()).isEmpty();
    }

    @Test
    void aDependencyStaysWhereItIsAndCountsByItsTime() throws Exception {
        Path dependency = temporary.resolve("driver.jar");
        jar(dependency, "Monday", "bytes");
        PackedClassPath packed = pack(classes, dependency);
        assertThat(packed.places()).containsOnlyKeys(classes.toString());

        Files.setLastModifiedTime(dependency, FileTime.from(Instant.EPOCH));
        assertThat(pack(classes, dependency).folder()).isNotEqualTo(packed.folder());
    }

    @Test
    void aFolderWithAManifestIsNotPacked() throws IOException {
        Files.createDirectories(classes.resolve("META-INF"));
        Files.writeString(classes.resolve("META-INF/MANIFEST.MF"), "Class-Path: other.jar\n");

        assertThatThrownBy(() -> pack(classes))
                .isInstanceOf(PackedClassPath.NotPacked.class)
                .hasMessageContaining("MANIFEST.MF")
                .hasMessageContaining("would mean something else in a jar");
    }

    @Test
    void whatIsMissingChangesNothing() throws Exception {
        assertThat(pack(temporary.resolve("none")).places()).isEmpty();
    }
}

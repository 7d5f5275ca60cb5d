package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FixedFileTest {

    private static final LintRule RULE = new FixedFile();

    @Test
    void filesOfAFixedNameInTheTemporaryFolderAreFoundWhereTheyAreWritten() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                import java.io.*;
                import java.nio.file.*;

                class OrderIT {
                    private static final Path EXPORT = Paths.get("/tmp", "export.csv");

                    @Test void path() throws Exception { Files.writeString(Path.of("/tmp/orders.csv"), "1"); }
                    @Test void constant() throws Exception { Files.createFile(EXPORT); }
                    @Test void property() throws Exception {
                        new FileWriter(System.getProperty("java.io.tmpdir") + "/orders.csv").close();
                    }
                    @Test void file() throws Exception {
                        File folder = new File(System.getProperty("java.io.tmpdir"), "orders");
                        folder.mkdirs();
                    }
                    @Test void byTheApplication() { new Exporter().exportTo(new File("/tmp/orders.csv")); }
                }
                """, """
                class Exporter {
                    void exportTo(java.io.File file) {}
                }
                """);

        assertThat(examples.found(RULE).get(0))
                .isEqualTo("OrderIT.path:8 Writes to `/tmp/orders.csv`, which every build on this machine shares.");
        assertThat(examples.places(RULE))
                .containsExactly(
                        "OrderIT.path:8",
                        "OrderIT.constant:9",
                        "OrderIT.property:11",
                        "OrderIT.file:15",
                        "OrderIT.byTheApplication:17");
    }

    @Test
    void otherPathsAreLeftAlone() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                import org.junit.jupiter.api.io.TempDir;
                import java.io.*;
                import java.nio.file.*;
                import java.util.UUID;

                class OrderIT {
                    @TempDir Path folder;
                    @TempDir File old;

                    @Test void ownFolder() throws Exception {
                        Files.writeString(folder.resolve("orders.csv"), "1");
                        new FileWriter(new File(old, "orders.csv")).close();
                        Files.writeString(Files.createTempFile(Path.of("/tmp"), "orders", ".csv"), "1");
                        Files.writeString(Path.of("target/orders.csv"), "1");
                    }
                    @Test void nameOfItsOwn() throws Exception {
                        Files.writeString(Path.of("/tmp/orders-" + UUID.randomUUID()), "1");
                        new FileWriter(new File(System.getProperty("java.io.tmpdir"), UUID.randomUUID() + ".csv")).close();
                    }
                    @Test void onlyCompared() {
                        Assertions.assertEquals(Path.of("/tmp/orders.csv"), Path.of("/tmp/orders.csv"));
                        Assertions.assertFalse(Files.exists(Path.of("/tmp/does-not-exist")));
                    }
                    @Test void inAContainer(org.testcontainers.containers.GenericContainer<?> container) throws Exception {
                        container.withFileSystemBind("target/x", "/tmp/x");
                        container.execInContainer("touch", "/tmp/x");
                        container.copyFileFromContainer("/tmp/x", "target/x");
                    }
                    @Test void another() throws Exception {
                        File mine = new File(old, "a");
                        File foreign = new File("/tmp/b");
                        mine.createNewFile();
                        Files.copy(foreign.toPath(), mine.toPath());
                    }
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }
}

package io.github.testhygiene.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.rule.ViolationPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where in the sources something is. */
class SourceFilesTest {

    @TempDir
    private Path base;

    private SourceFiles sources;

    @BeforeEach
    void module() throws IOException {
        write(
                "src/test/java/shop/OrderIT.java",
                "package shop;\n\nclass OrderIT {\n    @Mock\n    DataSource source;\n    int count = 1;\n}\n");
        write("src/test/kotlin/order/Orders.kt", "package shop.orders\n\nclass OrdersIT\n");
        write("src/test/kotlin/other/Orders.kt", "package shop.other\n\nclass OthersIT\n");
        write("src/test/resources/application.properties", "a=b\n");
        sources = new SourceFiles(
                base,
                List.of(base.resolve("src/test/java"), Path.of("src/test/kotlin"), Path.of("src/test/groovy")),
                List.of(Path.of("src/test/resources")));
    }

    private void write(String name, String text) throws IOException {
        Path file = base.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static ClassFile classFile(String name, String sourceFile) {
        return new ClassFile(
                name,
                "java.lang.Object",
                List.of(),
                0,
                sourceFile,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static ViolationPlace place(String name, String sourceFile, String field, int line) {
        return new ViolationPlace(name, null, classFile(name, sourceFile), field, null, line);
    }

    @Test
    void aClassIsFoundInTheFolderOfItsPackage() {
        ViolationPlace place = place("shop.OrderIT", "OrderIT.java", null, 7);

        assertThat(sources.file(place)).contains("src/test/java/shop/OrderIT.java");
        assertThat(sources.line(place)).contains(7);
    }

    @Test
    void kotlinsFoldersNeedNotBeItsPackages() {
        assertThat(sources.file(place("shop.orders.OrdersIT", "Orders.kt", null, 3)))
                .contains("src/test/kotlin/order/Orders.kt");
        assertThat(sources.file(place("shop.other.OthersIT", "Orders.kt", null, 3)))
                .contains("src/test/kotlin/other/Orders.kt");
        assertThat(sources.file(place("shop.nowhere.OrdersIT", "Orders.kt", null, 3)))
                .isEmpty();
    }

    @Test
    void aFieldsLineIsReadFromTheSource() {
        assertThat(sources.line(place("shop.OrderIT", "OrderIT.java", "source", 0)))
                .contains(5);
        assertThat(sources.line(place("shop.OrderIT", "OrderIT.java", "count", 0)))
                .contains(6);
        assertThat(sources.line(place("shop.OrderIT", "OrderIT.java", "missing", 0)))
                .isEmpty();
    }

    @Test
    void aResourceIsFoundAmongTheResources() {
        ViolationPlace place = new ViolationPlace("", null, null, null, "application.properties", 1);

        assertThat(sources.file(place)).contains("src/test/resources/application.properties");
        assertThat(sources.file(new ViolationPlace("", null, null, null, "other.yml", 1)))
                .isEmpty();
    }

    @Test
    void whatHasNoSourceUnderTheProjectHasNoFile() {
        ViolationPlace inAJar = place("shop.generated.MadeIT", "MadeIT.java", null, 3);
        ViolationPlace withoutDebugInformation = place("shop.OrderIT", null, null, 0);

        assertThat(sources.file(inAJar)).isEmpty();
        assertThat(sources.line(inAJar)).contains(3);
        assertThat(sources.file(withoutDebugInformation)).isEmpty();
        assertThat(sources.line(withoutDebugInformation)).isEmpty();
    }
}

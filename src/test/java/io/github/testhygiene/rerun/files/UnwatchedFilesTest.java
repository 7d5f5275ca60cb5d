package io.github.testhygiene.rerun.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnwatchedFilesTest {

    @TempDir
    private Path module;

    @ParameterizedTest
    @ValueSource(strings = {".git", "front/node_modules", ".idea", "given"})
    void foldersOfToolsAreNotWatched(String folder) {
        assertThat(unwatched().folder(Path.of(folder))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"src", "target", "data", "data/site"})
    void otherFoldersAreWatched(String folder) {
        assertThat(unwatched().folder(Path.of(folder))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "build.log",
                "logs/shop.log",
                "logs/shop.log.1",
                "src/main/java/shop/Price.java",
                "src/test/kotlin/PriceIT.kt",
                "src/test/resources/.prices.csv.swp",
                "data/given.txt"
            })
    void filesOfBuildsAndPeopleAreNotWatched(String file) {
        assertThat(unwatched().file(Path.of(file))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders.csv",
                "data/pom.xml",
                "src/test/resources/Template.java",
                "src/test/java/shop/PriceIT.received.txt"
            })
    void otherFilesAreWatched(String file) {
        assertThat(unwatched().file(Path.of(file))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classes",
                "test-classes",
                "generated-sources",
                "generated-test-sources",
                "failsafe-reports",
                "surefire-reports",
                "maven-status",
                "maven-archiver",
                "site",
                ".cache",
                "given"
            })
    void foldersOfTheBuildAreProducts(String folder) {
        assertThat(products().folder(Path.of(folder))).isTrue();
        assertThat(products().folder(Path.of("out", folder))).isEqualTo(folder.startsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop-1.0.jar", "jacoco-it.exec", "app.log", "out/app.log.2026-11-22", ".hidden"})
    void filesOfTheBuildAreProducts(String file) {
        assertThat(products().file(Path.of(file))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders.csv", "out/shop.jar", "catalog.xml"})
    void otherFilesOfTheBuildDirectoryAreNone(String file) {
        assertThat(products().file(Path.of(file))).isFalse();
    }

    @Test
    void otherModulesAreNotWatchedAndProjectsThatAreTestDataAre() throws IOException {
        for (String folder : new String[] {"shop", "src/test/resources/sample", "late"}) {
            Files.createDirectories(module.resolve(folder));
        }
        Files.writeString(module.resolve("shop/pom.xml"), "<project/>");
        Files.writeString(module.resolve("src/test/resources/sample/pom.xml"), "<project/>");
        UnwatchedFiles unwatched = unwatched();

        assertThat(unwatched.folder(Path.of("shop"))).isTrue();
        assertThat(unwatched.folder(Path.of("src/test/resources/sample"))).isFalse();
        assertThat(unwatched.folder(Path.of("late"))).isFalse();

        unwatched.modulesAreKnown();
        Files.writeString(module.resolve("late/pom.xml"), "<project/>");

        assertThat(unwatched.folder(Path.of("shop"))).isTrue();
        assertThat(unwatched.folder(Path.of("late"))).isFalse();
    }

    private UnwatchedFiles unwatched() {
        return new UnwatchedFiles(module, Set.of(Path.of("given"), module.resolve("data/given.txt")));
    }

    private BuildProducts products() {
        return new BuildProducts(module, Set.of(module.resolve("given")));
    }
}

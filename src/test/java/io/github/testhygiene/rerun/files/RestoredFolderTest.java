package io.github.testhygiene.rerun.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No path leads out of the build directory. */
class RestoredFolderTest {

    @TempDir
    private Path module;

    private RestoredFolder build;

    @BeforeEach
    void create() throws IOException {
        Files.createDirectories(module.resolve("src"));
        Files.writeString(module.resolve("src/work.txt"), "a person's");
        Files.createDirectories(module.resolve("target/inner"));
        Files.createSymbolicLink(module.resolve("target/link"), module.resolve("src"));
        build = new RestoredFolder(module.resolve("target"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../src/work.txt", "inner/../../src/work.txt", "link/work.txt", "", "inner/.."})
    void pathsThatLeadOutAreRefused(String path) throws IOException {
        Path copy = Files.writeString(module.resolve("copy"), "ours");
        FileState state = FileState.at(copy);

        assertThatThrownBy(() -> build.delete(Path.of(path))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> build.write(Path.of(path), state, copy)).isInstanceOf(IOException.class);

        assertThat(module.resolve("src/work.txt")).hasContent("a person's");
        assertThat(module.resolve("target/inner")).exists();
    }

    @Test
    void absolutePathsAreRefused() {
        assertThatThrownBy(() -> build.delete(module.resolve("src/work.txt"))).isInstanceOf(IOException.class);

        assertThat(module.resolve("src/work.txt")).exists();
    }

    @Test
    void aLinkIsDeletedAndNotWhatItLeadsTo() throws IOException {
        build.delete(Path.of("link"));

        assertThat(module.resolve("target/link")).doesNotExist();
        assertThat(module.resolve("src/work.txt")).exists();
    }

    @Test
    void aBuildDirectoryThatIsALinkItselfIsUsable() throws IOException {
        Path elsewhere = Files.createDirectories(module.resolve("disk"));
        Files.writeString(elsewhere.resolve("left.txt"), "left");
        Files.createSymbolicLink(module.resolve("out"), elsewhere);

        new RestoredFolder(module.resolve("out")).delete(Path.of("left.txt"));

        assertThat(elsewhere.resolve("left.txt")).doesNotExist();
    }

    @Test
    void aFileIsReplacedAsAWholeAndNothingIsLeftBeside() throws IOException {
        Path copy = Files.writeString(module.resolve("copy"), "restored");
        Files.writeString(module.resolve("target/inner/a.txt"), "left");
        Files.writeString(module.resolve("target/inner/.a.txt.test-hygiene"), "half of it");

        build.write(Path.of("inner/a.txt"), FileState.at(copy), copy);
        build.write(Path.of("link"), FileState.at(copy), copy);

        assertThat(module.resolve("target/inner/a.txt")).hasContent("restored");
        assertThat(module.resolve("target/inner/.a.txt.test-hygiene")).doesNotExist();
        assertThat(module.resolve("target/link")).isRegularFile().hasContent("restored");
        assertThat(module.resolve("src/work.txt")).hasContent("a person's");
    }

    @Test
    void whatAKilledBuildWasWritingIsDeleted() throws IOException {
        Path half = Files.writeString(module.resolve("target/inner/.a.txt.test-hygiene"), "half of it");

        build.deleteUnfinished();

        assertThat(half).doesNotExist();
        assertThat(module.resolve("src/work.txt")).exists();
    }
}

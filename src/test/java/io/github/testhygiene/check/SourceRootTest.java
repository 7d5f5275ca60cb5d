package io.github.testhygiene.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRootTest {

    @TempDir
    private Path folder;

    @Test
    void aModulesFolderIsCountedFromTheCheckout() throws IOException {
        Path module = Files.createDirectories(folder.resolve("checkout/back/shop"));
        Files.createDirectories(folder.resolve("checkout/.git"));

        assertThat(SourceRoot.folder(module, module)).isEqualTo("back/shop");
    }

    @Test
    void aWorkTreeHasAFileInsteadOfAFolder() throws IOException {
        Path module = Files.createDirectories(folder.resolve("checkout/shop"));
        Files.writeString(folder.resolve("checkout/.git"), "gitdir: elsewhere\n");

        assertThat(SourceRoot.folder(module, module)).isEqualTo("shop");
    }

    @Test
    void theCheckoutItselfIsTheRoot() throws IOException {
        Files.createDirectories(folder.resolve(".git"));

        assertThat(SourceRoot.folder(folder, folder)).isEmpty();
    }

    @Test
    void aModuleInsideTheBuildIsBelowOneOfThem() throws IOException {
        Path module = Files.createDirectories(folder.resolve("build/shop"));
        Files.createDirectories(folder.resolve("build/.git"));

        assertThat(SourceRoot.folder(module, folder)).isEqualTo("shop");
    }
}

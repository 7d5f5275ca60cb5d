package io.github.testhygiene.rerun.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.filesystem.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkCacheTest {

    private Path root;
    private ForkCache cache;

    @BeforeEach
    void prepare(@TempDir Path temporary) {
        root = temporary.resolve("cache");
        cache = new ForkCache(root, 2_500);
    }

    private Path keep(String name, int hoursAgo) throws IOException {
        Path folder = cache.folder(name, fresh -> Files.write(fresh.resolve("file"), new byte[1_000]));
        FileTime used = FileTime.from(Instant.now().minus(Duration.ofHours(hoursAgo)));
        Files.setLastModifiedTime(folder.resolve("used"), used);
        return folder;
    }

    @Test
    void whatWasNotUsedForLongestGoesFirst() throws IOException {
        Path old = keep("old", 9);
        Path older = keep("older", 10);
        Path young = keep("young", 8);

        cache.trim();

        assertThat(older).doesNotExist();
        assertThat(old.resolve("file")).exists();
        assertThat(young.resolve("file")).exists();
    }

    @Test
    void whatMayBeInUseStaysHoweverLargeItIs() throws IOException {
        Path one = keep("one", 0);
        Path two = keep("two", 0);
        Path three = keep("three", 1);

        cache.trim();

        assertThat(one).exists();
        assertThat(two).exists();
        assertThat(three).exists();
    }

    @Test
    void aFolderIsFilledOnceAndUsedAgain() throws IOException {
        Path folder = keep("one", 10);

        Path again = cache.folder("one", fresh -> {
            throw new IOException("filled twice");
        });

        assertThat(again).isEqualTo(folder);
        assertThat(Files.getLastModifiedTime(folder.resolve("used")).toInstant())
                .isAfter(Instant.now().minus(Duration.ofHours(1)));
    }

    @Test
    void aFolderThatCannotBeFilledLeavesNothing() {
        assertThatThrownBy(() -> cache.folder("one", fresh -> {
                    Files.writeString(fresh.resolve("half"), "");
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void anotherBuildMayDeleteWhatIsLookedAt() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread other = new Thread(() -> {
            while (!done.get()) {
                try {
                    Path folder = Files.createDirectories(root.resolve("other/deep/deeper"));
                    Files.writeString(folder.resolve("file"), "");
                    Folders.delete(root.resolve("other"));
                } catch (IOException e) {
                    assertThat(root).exists();
                }
            }
        });
        Files.createDirectories(root);
        other.start();
        try {
            for (int i = 0; i < 500; i++) {
                cache.trim();
            }
        } finally {
            done.set(true);
            other.join();
        }
        assertThat(keep("one", 0).resolve("file")).exists();
    }

    @Test
    void nothingToTrimWhereNothingWasKept() throws IOException {
        cache.trim();

        assertThat(root).doesNotExist();
    }
}

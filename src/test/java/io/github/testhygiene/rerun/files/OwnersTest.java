package io.github.testhygiene.rerun.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.fixture.SmallDisk;
import io.github.testhygiene.process.ProcessMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what a build has left that is proven dead is deleted. */
class OwnersTest {

    @TempDir
    private Path parent;

    @Test
    void aProcessOfAnotherContainerIsNotTakenForDead() throws IOException {
        ProcessMark us = ProcessMark.ofThisJvm().orElseThrow();
        Path ours = Owners.createFolder(parent, "before-");
        Path dead = owned("dead", new ProcessMark(us.pid(), "1", us.machine()).text());
        Path elsewhere = owned("elsewhere", new ProcessMark(us.pid(), "1", "another-container").text());
        Path unknown = owned("unknown", "1 -");
        Path unowned = Files.createDirectories(parent.resolve("before-1"));

        assertThat(Owners.deleteLeftOvers(parent, "before-")).isTrue();

        assertThat(dead).doesNotExist();
        assertThat(List.of(ours, elsewhere, unknown, unowned))
                .allSatisfy(each -> assertThat(each).isDirectory());
        assertThat(Owners.deleteLeftOvers(parent, "before-")).isFalse();
    }

    @Test
    void whatCannotBeNamedOnAFullDiskIsNotLeftForEver() throws Exception {
        try (SmallDisk disk = SmallDisk.on(parent.resolve("disk"), 8)) {
            disk.fill();

            assertThatThrownBy(() -> Owners.createFolder(disk.folder(), "before-"))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> KeptFiles.in(disk.folder(), 1_000)).isInstanceOf(IOException.class);

            assertThat(disk.folder()).isDirectoryNotContaining(Files::isDirectory);
        }
    }

    private Path owned(String name, String owner) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("before-" + name));
        Files.writeString(folder.resolve("owner"), owner);
        return folder;
    }
}

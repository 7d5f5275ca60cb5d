package io.github.testhygiene.rerun.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file that somebody may be writing is found by whatever path. */
@EnabledOnOs(OS.LINUX)
class OpenFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsOpenAlsoWhereALinkLeadsToIt() throws IOException {
        Path real = Files.createDirectories(folder.resolve("disk"));
        Path link = Files.createSymbolicLink(folder.resolve("target"), real);
        Files.writeString(real.resolve("closed"), "closed");

        try (OutputStream open = Files.newOutputStream(real.resolve("open"))) {
            assertThat(OpenFiles.among(List.of(link.resolve("open"), link.resolve("closed"))))
                    .containsExactly(link.resolve("open"));
            open.flush();
        }
    }

    @Test
    void aFileOfAnotherUserCountsAsOpen() throws IOException {
        Path foreign = Path.of("/etc/passwd");
        assumeFalse(Files.getOwner(foreign).equals(Files.getOwner(folder)));

        assertThat(OpenFiles.among(List.of(foreign))).containsExactly(foreign);
    }
}

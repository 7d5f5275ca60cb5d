package io.github.testhygiene.rerun.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fixture.SmallDisk;
import io.github.testhygiene.process.ProcessMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is whole, and nothing keeps it from being restored. */
class KeptFilesTest {

    private static final Path LEFT = Path.of("left.txt");

    @TempDir
    private Path folder;

    private Path build;
    private Path files;

    @BeforeEach
    void create() throws IOException {
        build = Files.createDirectories(folder.resolve("target"));
        files = folder.resolve("files");
        Files.writeString(build.resolve(LEFT), "left");
    }

    @Test
    void aFileThatWasWrittenMeanwhileIsNotKept() throws IOException {
        FileState seen = Objects.requireNonNull(FileState.at(build.resolve(LEFT)));
        KeptFiles kept = KeptFiles.in(files, 100);
        Files.writeString(build.resolve(LEFT), "written by another program");

        assertThat(kept.add(new FileChange(LEFT, null, seen), build.resolve(LEFT)))
                .isFalse();
    }

    @Test
    void noMoreThanTheLimitIsKept() throws IOException {
        FileChange change = new FileChange(LEFT, null, FileState.at(build.resolve(LEFT)));
        KeptFiles kept = KeptFiles.in(files, 7);

        assertThat(kept.add(change, build.resolve(LEFT))).isTrue();
        assertThat(kept.add(change, build.resolve(LEFT))).isFalse();
    }

    @Test
    void whatWasKeptIsRestoredOnADiskThatIsFullByThen() throws Exception {
        try (SmallDisk disk = SmallDisk.on(folder.resolve("disk"), 256)) {
            Path left = disk.folder().resolve(LEFT);
            Files.write(left, new byte[50_000]);
            FileState state = Objects.requireNonNull(FileState.at(left));
            KeptFiles kept = KeptFiles.in(disk.folder().resolve("files"), 100_000);
            assertThat(kept.add(new FileChange(LEFT, null, state), left)).isTrue();
            kept.write();
            Files.delete(left);
            disk.fill();

            assertThat(kept.restore(new RestoredFolder(disk.folder()), path -> false))
                    .isEmpty();

            assertThat(left).hasBinaryContent(new byte[50_000]);
            assertThat(state.isSameAs(FileState.at(left))).isTrue();
            assertThat(disk.folder().resolve("files")).isEmptyDirectory();
        }
    }

    @Test
    void aListThatCannotBeReadDoesNotKeepOthersFromBeingRestored() throws IOException {
        ProcessMark us = ProcessMark.ofThisJvm().orElseThrow();
        String dead = new ProcessMark(us.pid(), "1", us.machine()).text();
        Files.createDirectories(files.resolve("kept-a"));
        Files.write(files.resolve("kept-a/list"), List.of(dead, "% 1 - FILE,x"));
        KeptFiles kept = KeptFiles.in(files, 100);
        kept.add(new FileChange(LEFT, null, FileState.at(build.resolve(LEFT))), build.resolve(LEFT));
        kept.write();
        Path list = kept.folder().resolve("list");
        Files.write(list, List.of(dead, Files.readAllLines(list).get(1)));
        Files.delete(build.resolve(LEFT));
        Files.createDirectories(files.resolve("kept-z"));
        Files.write(files.resolve("kept-z/list"), List.of(dead, "% 1 - FILE,x"));

        List<String> problems = KeptFiles.restoreLeftOvers(files, new RestoredFolder(build));

        assertThat(build.resolve(LEFT)).hasContent("left");
        assertThat(problems).hasSize(2).allSatisfy(each -> assertThat(each).contains("kept-"));
    }
}

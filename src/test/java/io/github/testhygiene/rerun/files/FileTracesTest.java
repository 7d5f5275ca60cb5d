package io.github.testhygiene.rerun.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.LeakTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTracesTest {

    private static final FileState FOLDER = new FileState(FileState.Kind.FOLDER, 0, FileTime.fromMillis(0), null);

    @Test
    void aFileIsToldWithItsSizes() {
        assertThat(FileTraces.convert(List.of(
                        new FileChange(Path.of("data", "changed"), file(12), file(1)),
                        new FileChange(Path.of("data", "created"), null, file(12)),
                        new FileChange(Path.of("data", "deleted"), file(0), null),
                        new FileChange(Path.of("data", "rewritten"), file(12), file(12)))))
                .containsExactly(
                        trace("data/changed", "12 bytes", "1 byte"),
                        trace("data/created", null, "12 bytes"),
                        trace("data/deleted", "0 bytes", null),
                        trace("data/rewritten", "12 bytes", "12 bytes, written again"));
    }

    @Test
    void aFolderIsToldByWhatIsInItAndByItselfIfItIsEmpty() {
        assertThat(FileTraces.convert(List.of(
                        new FileChange(Path.of("empty"), null, FOLDER),
                        new FileChange(Path.of("full"), null, FOLDER),
                        new FileChange(Path.of("full-too"), null, file(3)),
                        new FileChange(Path.of("full", "one"), null, file(2)))))
                .containsExactly(
                        trace("empty/", null, "folder"),
                        trace("full-too", null, "3 bytes"),
                        trace("full/one", null, "2 bytes"));
    }

    @Test
    void manyNewFilesAreToldByTheirFolder() {
        List<FileChange> changes = new ArrayList<>();
        changes.add(new FileChange(Path.of("cache"), null, FOLDER));
        for (int i = 0; i < 3; i++) {
            changes.add(new FileChange(Path.of("cache", "part" + i), null, FOLDER));
        }
        for (int i = 0; i < 30; i++) {
            changes.add(new FileChange(Path.of("cache", "part" + i % 3, "entry" + i), null, file(i)));
        }
        changes.add(new FileChange(Path.of("data", "deleted"), file(1), null));
        for (int i = 0; i < 21; i++) {
            changes.add(new FileChange(Path.of("order" + i), null, file(i)));
        }

        assertThat(FileTraces.convert(changes))
                .containsExactly(
                        trace("cache/", null, "30 new files"),
                        trace("data/deleted", "1 byte", null),
                        trace("./", null, "21 new files"));
    }

    @Test
    void whatLiesInTheTemporaryFolderIsToldAsSuch(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(folder.resolve("shop/session"), "12345");

        assertThat(FileTraces.inTemporaryFolder(folder))
                .containsExactly(trace("java.io.tmpdir/shop/session", null, "5 bytes"));
        assertThat(FileTraces.inTemporaryFolder(folder.resolve("gone"))).isEmpty();
    }

    private static FileState file(long size) {
        return new FileState(FileState.Kind.FILE, size, FileTime.fromMillis(0), null);
    }

    private static LeakTrace trace(String name, @Nullable String before, @Nullable String after) {
        return new LeakTrace(LeakTrace.Kind.FILE, name, before, after);
    }
}

package io.github.testhygiene.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.rerun.FileChange.Kind;
import io.github.testhygiene.rerun.ModuleFiles.Limits;
import io.github.testhygiene.rerun.ModuleFiles.NotRestored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleFilesTest {

    private static final FileTime BEFORE = FileTime.from(Instant.parse("2026-01-02T03:04:05.678901234Z"));
    private static final FileTime LATER = FileTime.from(Instant.parse("2026-01-02T03:05:00Z"));

    @TempDir
    private Path folder;

    private Path module;
    private Path backup;

    @BeforeEach
    void makeAModule() throws IOException {
        module = Files.createDirectories(folder.resolve("module"));
        backup = module.resolve("target/test-hygiene/files");
        write("src/test/resources/prices.csv", "cup;900\n");
        write("target/test-classes/prices.csv", "cup;900\n");
        write("data/orders.txt", "none\n");
    }

    @Test
    void nothingDiffersWhereNothingIsDone() throws IOException {
        try (ModuleFiles files = watch()) {
            assertThat(files.notWatched()).isEmpty();
            assertThat(files.changes()).isEmpty();
            assertThat(files.restore()).isEmpty();
            assertThat(files.takenAway()).isEmpty();
        }
    }

    @Test
    void createdChangedAndDeletedFilesAreTold() throws IOException {
        try (ModuleFiles files = watch()) {
            write("uploads/2026/one.bin", "1");
            write("data/orders.txt", "none\nteapot\n");
            Files.delete(module.resolve("target/test-classes/prices.csv"));

            assertThat(kinds(files.changes()))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "uploads/", Kind.CREATED,
                            "uploads/2026/", Kind.CREATED,
                            "uploads/2026/one.bin", Kind.CREATED,
                            "data/orders.txt", Kind.CHANGED,
                            "target/test-classes/prices.csv", Kind.DELETED));
        }
    }

    @Test
    void everythingIsPutBackWithItsTime() throws IOException {
        Map<String, String> was = contents();
        try (ModuleFiles files = watch()) {
            write("uploads/2026/one.bin", "1");
            write("data/orders.txt", "none\nteapot\n");
            Files.delete(module.resolve("src/test/resources/prices.csv"));
            Files.delete(module.resolve("src/test/resources"));

            assertThat(files.restore()).isEmpty();

            assertThat(contents()).isEqualTo(was);
            assertThat(files.changes()).isEmpty();
            assertThat(Files.getLastModifiedTime(module.resolve("src/test/resources/prices.csv")))
                    .isEqualTo(BEFORE);
        }
    }

    @Test
    void aFileThatIsWrittenInPlaceIsPutBack() throws IOException {
        try (ModuleFiles files = watch()) {
            Path prices = module.resolve("target/test-classes/prices.csv");
            Files.writeString(prices, "cap", StandardOpenOption.WRITE);
            Files.setLastModifiedTime(prices, LATER);

            assertThat(files.restore()).isEmpty();

            assertThat(prices).hasContent("cup;900\n");
        }
    }

    @Test
    void aFileThatIsWrittenAgainWithTheSameContentsDoesNotDiffer() throws IOException {
        try (ModuleFiles files = watch()) {
            Files.setLastModifiedTime(module.resolve("data/orders.txt"), LATER);

            assertThat(files.changes()).isEmpty();
        }
    }

    @Test
    void otherContentsOfTheSameSizeDiffer() throws IOException {
        try (ModuleFiles files = watch()) {
            write("data/orders.txt", "some\n");
            Files.setLastModifiedTime(module.resolve("data/orders.txt"), LATER);

            assertThat(kinds(files.changes())).containsOnlyKeys("data/orders.txt");
        }
    }

    @Test
    void aLargeFileIsNoticedAndNotPutBackAndToldOnce() throws IOException {
        try (ModuleFiles files =
                ModuleFiles.watch(module, backup, Set.of(), new Limits(100, 5, Limits.DEFAULT.bytesOfAll()))) {
            Files.setLastModifiedTime(module.resolve("target/test-classes/prices.csv"), LATER);
            assertThat(kinds(files.changes())).containsOnlyKeys("target/test-classes/prices.csv");

            List<NotRestored> left = files.restore();

            assertThat(left).singleElement().satisfies(each -> {
                assertThat(each.change().name()).isEqualTo("target/test-classes/prices.csv");
                assertThat(each.reason()).isEqualTo("its contents were not copied");
            });
            assertThat(files.changes()).isEmpty();
        }
    }

    @Test
    void noMoreIsCopiedThanThereIsRoomFor() throws IOException {
        try (ModuleFiles files = ModuleFiles.watch(module, backup, Set.of(), new Limits(100, 10, 16))) {
            Files.delete(module.resolve("data/orders.txt"));
            Files.delete(module.resolve("src/test/resources/prices.csv"));
            Files.delete(module.resolve("target/test-classes/prices.csv"));

            List<NotRestored> left = files.restore();

            // 5 and 8 bytes, by path; another 8 do not fit.
            assertThat(left).extracting(each -> each.change().name()).containsExactly("target/test-classes/prices.csv");
        }
    }

    @Test
    void whereThereAreTooManyFilesNoneIsWatched() throws IOException {
        try (ModuleFiles files = ModuleFiles.watch(module, backup, Set.of(), new Limits(3, 10, 100))) {
            write("new.txt", "new");

            assertThat(files.notWatched()).hasValue("there are more than 3 files and folders in " + module);
            assertThat(files.changes()).isEmpty();
            assertThat(files.restore()).isEmpty();
            assertThat(module.resolve("new.txt")).exists();
        }
    }

    @Test
    void aFolderThatIsMissingIsNotWatched() throws IOException {
        try (ModuleFiles files = ModuleFiles.watch(module.resolve("gone"), backup, Set.of())) {
            assertThat(files.notWatched()).hasValue("there is no folder " + module.resolve("gone"));
        }
    }

    @Test
    void whatMayBeAPersonsIsMovedAndWhatABuildMakesIsDeleted() throws IOException {
        try (ModuleFiles files = watch()) {
            write("src/test/resources/prices.csv", "cup;1050\n");
            write("src/test/resources/notes.txt", "remember\n");
            write("target/dump.txt", "dump\n");

            assertThat(files.restore()).isEmpty();

            Path kept = files.takenAway().orElseThrow();
            assertThat(kept.resolve("1/src/test/resources/prices.csv")).hasContent("cup;1050");
            assertThat(kept.resolve("1/src/test/resources/notes.txt")).hasContent("remember");
            assertThat(kept.resolve("1/target")).doesNotExist();
        }
    }

    @Test
    void theSameFileIsTakenAwayAndKeptOnce() throws IOException {
        try (ModuleFiles files = watch()) {
            write("orders.csv", "1\n");
            files.restore();
            write("orders.csv", "1\n");
            files.restore();

            assertThat(module.resolve("orders.csv")).doesNotExist();
            assertThat(files.takenAway().orElseThrow()).isDirectoryNotContaining("glob:**/2");
        }
    }

    @Test
    void whatTheBuildIsJustWritingIntoIsLeftAlone() throws IOException {
        write("out.txt", "[INFO] started\n");
        try (ModuleFiles files = watch()) {
            Files.writeString(module.resolve("out.txt"), "[INFO] more\n", StandardOpenOption.APPEND);

            assertThat(files.restore())
                    .singleElement()
                    .extracting(NotRestored::reason)
                    .isEqualTo("it was only written on, so that it may be the log of this build");
            assertThat(module.resolve("out.txt")).content().endsWith("more\n");
            assertThat(files.changes()).isEmpty();
        }
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(module.resolve("link"), elsewhere);
        try (ModuleFiles files = watch()) {
            Files.writeString(elsewhere.resolve("file"), "not ours");
            assertThat(files.changes()).isEmpty();
            Files.delete(link);
            Files.createSymbolicLink(link, folder);
            assertThat(kinds(files.changes())).isEqualTo(Map.of("link", Kind.CHANGED));

            assertThat(files.restore()).isEmpty();

            assertThat(Files.readSymbolicLink(link)).isEqualTo(elsewhere);
            assertThat(elsewhere.resolve("file")).exists();
        }
    }

    @Test
    void aFileThatBecameAFolderIsAFileAgain() throws IOException {
        try (ModuleFiles files = watch()) {
            Files.delete(module.resolve("data/orders.txt"));
            write("data/orders.txt/one", "1");

            assertThat(files.restore()).isEmpty();

            assertThat(module.resolve("data/orders.txt")).hasContent("none\n");
        }
    }

    @Test
    void aNewFolderStaysWhereSomethingInItIsNotWatched() throws IOException {
        try (ModuleFiles files = watch()) {
            write("repository/.git/HEAD", "ref");
            write("repository/file", "1");

            assertThat(files.restore()).extracting(each -> each.change().name()).containsExactly("repository/");
            assertThat(module.resolve("repository/file")).doesNotExist();
            assertThat(module.resolve("repository/.git/HEAD")).exists();
        }
    }

    @Test
    void whatCannotBePutBackIsNotLost() throws IOException {
        try (ModuleFiles files = watch()) {
            Files.delete(module.resolve("data/orders.txt"));
            write("data/orders.txt/.git/HEAD", "ref");

            Path kept = backup.resolve("taken-away/1/data/orders.txt.before");
            assertThat(files.restore())
                    .singleElement()
                    .extracting(NotRestored::reason)
                    .isEqualTo("there is something in it that is not watched; what was in it is kept as " + kept);
            assertThat(kept).hasContent("none\n");
        }
    }

    @Test
    void whatAnEarlierBuildTookAwayIsNotTouched() throws IOException {
        try (ModuleFiles files = watch()) {
            write("target/test-hygiene/files/taken-away/1/orders.csv", "old\n");
            write("orders.csv", "new\n");

            assertThat(files.restore()).isEmpty();

            assertThat(backup.resolve("taken-away/1/orders.csv")).hasContent("old\n");
            assertThat(backup.resolve("taken-away/2/orders.csv")).hasContent("new\n");
        }
    }

    @Test
    void aTestHidesNothingWithAProjectFile() throws IOException {
        try (ModuleFiles files = watch()) {
            write("data/pom.xml", "<project/>");

            assertThat(kinds(files.changes())).isEqualTo(Map.of("data/pom.xml", Kind.CREATED));
        }
    }

    @Test
    void copiesEndWithItAndWhatWasTakenAwayStays() throws IOException {
        ModuleFiles files = watch();
        write("orders.csv", "1\n");
        files.restore();

        files.close();

        assertThat(backup.resolve("copies")).doesNotExist();
        assertThat(files.takenAway().orElseThrow().resolve("1/orders.csv")).exists();
    }

    private ModuleFiles watch() throws IOException {
        return ModuleFiles.watch(module, backup, Set.of());
    }

    private void write(String path, String text) throws IOException {
        Path file = module.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, BEFORE);
    }

    private static Map<String, Kind> kinds(List<FileChange> changes) {
        Map<String, Kind> kinds = new TreeMap<>();
        changes.forEach(change -> kinds.put(change.name(), change.kind()));
        return kinds;
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Map.Entry<Path, FileState> each :
                FileTree.read(module, new UnwatchedFiles(module, Set.of())).entrySet()) {
            Path file = module.resolve(each.getKey());
            String text = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.readString(file) : "";
            contents.put(each.getKey().toString(), text);
        }
        return contents;
    }
}

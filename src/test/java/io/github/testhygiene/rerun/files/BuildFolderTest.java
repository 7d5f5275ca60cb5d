package io.github.testhygiene.rerun.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.fixture.SmallDisk;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BuildFolderTest {

    @TempDir
    private Path parent;

    /** Another build: creates its folder, and lives until its input ends. */
    public static final class OtherBuild {

        private OtherBuild() {}

        public static void main(String[] arguments) throws IOException {
            BuildFolder folder = BuildFolder.create(Path.of(arguments[0]));
            Files.writeString(folder.path().resolve("recorder.jar"), "x");
            System.out.println(folder.path());
            System.in.read();
        }
    }

    private record Started(Process process, Path folder) {}

    private Started otherBuild() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherBuild.class.getName(),
                        parent.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Started(process, Path.of(process.inputReader().readLine()));
    }

    @Test
    void theFolderOfARunningBuildIsKeptAndThatOfAKilledOneIsDeleted() throws Exception {
        Started other = otherBuild();
        try (BuildFolder mine = BuildFolder.create(parent)) {
            assertThat(mine.others())
                    .extracting(BuildOwner::pid)
                    .containsExactly(other.process().pid());
            assertThat(other.folder().resolve("recorder.jar")).exists();
        } finally {
            other.process().destroyForcibly().waitFor();
        }
        assertThat(other.folder().resolve("recorder.jar")).exists();

        try (BuildFolder next = BuildFolder.create(parent)) {
            assertThat(next.others()).isEmpty();
            assertThat(other.folder()).doesNotExist();
        }
        assertThat(children()).isEmpty();
    }

    @Test
    void anIdThatAnotherProcessHasNowIsNoRunningBuild() throws IOException {
        BuildOwner me = BuildOwner.current();
        ProcessHandle another = ProcessHandle.current().parent().orElseThrow();
        Path reused = Files.createDirectory(parent.resolve(
                new BuildOwner(me.machine(), another.pid(), me.start().minus(Duration.ofDays(8))).folderName()));
        Path foreign =
                Files.createDirectory(parent.resolve(new BuildOwner("zz", me.pid(), Instant.EPOCH).folderName()));
        Path old = Files.createDirectory(parent.resolve(new BuildOwner("zz", 1, Instant.EPOCH).folderName()));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
        Path strange = Files.createDirectory(parent.resolve("test-hygiene-build-of-mine"));

        try (BuildFolder mine = BuildFolder.create(parent)) {
            assertThat(mine.others()).isEmpty();
            assertThat(reused).doesNotExist();
            assertThat(foreign).exists();
            assertThat(old).doesNotExist();
            assertThat(strange).exists();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerMayReadIt() throws IOException {
        try (BuildFolder mine = BuildFolder.create(parent)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mine.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aPathWithACommaIsNotUsedWhereCommasSeparate() {
        Path comma = parent.resolve("here, there");
        Path good = parent.resolve("elsewhere");
        try (BuildFolder mine = BuildFolder.create(comma)) {
            try (BuildFolder other = mine.withoutComma(List.of(parent.resolve("a,b"), good))) {
                assertThat(other.path().getParent()).isEqualTo(good);
                assertThat(other.withoutComma(List.of())).isSameAs(other);
            }
            assertThatThrownBy(() -> mine.withoutComma(List.of(parent.resolve("a,b"))))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("here, there")
                    .hasMessageContaining("<cache>");
        }
        assertThat(good).isEmptyDirectory();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(parent.resolve("target"));

        assertThatThrownBy(() -> BuildFolder.create(file.resolve("test-hygiene")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Nothing can be written in " + file + File.separator + "test-hygiene")
                .hasMessageContaining("-Dtest-hygiene.outputDirectory");
    }

    @Test
    void onAFullDiskTheFolderLiesElsewhereAndNothingIsLeftThere() throws Exception {
        List<Problem> warnings = new ArrayList<>();
        Path elsewhere = parent.resolve("elsewhere");
        Files.createFile(parent.resolve("no folder"));
        try (SmallDisk disk = SmallDisk.on(parent.resolve("disk"), 64)) {
            disk.fill();

            try (BuildFolder folder =
                    BuildFolder.create(disk.folder(), List.of(parent.resolve("no folder"), elsewhere), warnings::add)) {
                assertThat(folder.path().getParent()).isEqualTo(elsewhere);
            }

            assertThat(disk.folder())
                    .isDirectoryNotContaining(
                            each -> each.getFileName().toString().startsWith(BuildOwner.PREFIX));
        }
        assertThat(warnings).singleElement().satisfies(problem -> assertThat(problem.text())
                .contains("disk: No space left on device. ", elsewhere.toString(), "-Dtest-hygiene.outputDirectory"));
    }

    private List<Path> children() throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.toList();
        }
    }

    @Test
    void aFolderThatAnEarlierVersionNamedIsRead() {
        assertThat(BuildOwner.parse("test-hygiene-build-zz-17-3mv-abc"))
                .contains(new BuildOwner("zz", 17, Instant.ofEpochMilli(4711)));
    }
}

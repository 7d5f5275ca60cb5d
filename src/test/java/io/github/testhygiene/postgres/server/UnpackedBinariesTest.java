package io.github.testhygiene.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.testhygiene.model.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The cache of the embedded server's binaries, with the real archive. */
class UnpackedBinariesTest {

    @TempDir
    private Path temporary;

    private Path cache;
    private UnpackedBinaries binaries;

    @BeforeEach
    void prepare() {
        cache = temporary.resolve("cache");
        binaries = new UnpackedBinaries(jar(), cache);
    }

    private static Path jar() {
        return new ClassPathBinaries()
                .resolve(
                        BinaryArtifact.ofThisMachine().artifactId(),
                        PostgresVersion.parse(null).binaries());
    }

    private static Path program(Path folder) throws IOException {
        try (Stream<Path> programs = Files.list(folder.resolve("bin"))) {
            return programs.filter(file -> file.getFileName().toString().startsWith("postgres"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void theCacheMayBeNamedByWayOfAParentFolder() throws IOException {
        Path roundabout = cache.resolve("..").resolve(cache.getFileName());

        assertThat(program(new UnpackedBinaries(binaries.jar(), roundabout).folder()))
                .isExecutable();
    }

    @Test
    void aTruncatedFileIsUnpackedAgain() throws IOException {
        Path program = program(binaries.folder());
        long size = Files.size(program);
        try (FileChannel channel = FileChannel.open(program, StandardOpenOption.WRITE)) {
            channel.truncate(size / 2);
        }

        assertThat(program(binaries.folder())).hasSize(size).isExecutable();
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void aServerStartsOnceMoreAfterItsProgramWasDamaged() throws IOException {
        ServerSettings settings = new ServerSettings(DatabaseChoice.EMBEDDED, null, null, null, cache);
        ServerStarter starter = new ServerStarter(new ClassPathBinaries(), line -> {});
        starter.start(settings).close();
        Path kept = cache.resolve(BinaryArtifact.ofThisMachine().artifactId() + "-"
                + PostgresVersion.parse(null).binaries());
        Path program;
        try (Stream<Path> folders = Files.list(kept)) {
            program = program(folders.findFirst().orElseThrow());
        }
        Files.write(program, new byte[(int) Files.size(program)]);

        try (PostgresServer server = starter.start(settings)) {
            assertThat(server.version().supported()).isTrue();
        }
    }

    @Test
    void severalBuildsMayUnpackAtOnce() throws Exception {
        ExecutorService builds = Executors.newFixedThreadPool(3);
        try {
            List<Future<Path>> folders = Stream.generate(() -> new UnpackedBinaries(jar(), cache))
                    .limit(3)
                    .map(build -> builds.submit(build::folder))
                    .toList();
            for (Future<Path> folder : folders) {
                assertThat(UnpackedFiles.areComplete(folder.get())).isTrue();
            }
        } finally {
            builds.shutdownNow();
        }
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskLeavesNothingAndTheNextBuildUnpacksAgain() throws Exception {
        Files.createDirectories(cache);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", cache.toString()) == 0,
                "only root can mount a small disk");
        try {
            assertThatThrownBy(binaries::folder).isInstanceOf(IOException.class);
            assertThat(cache).isEmptyDirectory();

            assertThat(run("mount", "-o", "remount,size=200m", cache.toString()))
                    .isZero();
            assertThat(UnpackedFiles.areComplete(binaries.folder())).isTrue();
        } finally {
            assertThat(run("umount", cache.toString())).isZero();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void aCacheThatCannotBeWrittenIsReportedWithItsParameter() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        ServerSettings settings = new ServerSettings(DatabaseChoice.EMBEDDED, null, null, null, file.resolve("cache"));

        assertThatThrownBy(() -> new ServerStarter(new ClassPathBinaries(), line -> {}).start(settings))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be unpacked into " + file)
                .hasMessageContaining("-Dtest-hygiene.cache");
    }
}

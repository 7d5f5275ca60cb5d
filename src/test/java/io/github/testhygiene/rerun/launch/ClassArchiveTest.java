package io.github.testhygiene.rerun.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    private Path folder;

    private static void write(ClassArchive.Use use) throws IOException {
        Files.writeString(use.writes(), "classes");
    }

    @Test
    void oneWritesAndTheOthersDoWithoutUntilItHasEnded() throws IOException {
        ClassArchive archive = new ClassArchive(folder, 17);

        ClassArchive.Use writer = archive.next(true);
        assertThat(writer.argument()).isEqualTo("-XX:ArchiveClassesAtExit=" + writer.writes());
        assertThat(archive.next(true)).isEqualTo(ClassArchive.Use.NOTHING);

        write(writer);
        archive.written(writer, true);

        assertThat(archive.next(true).argument()).isEqualTo("-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"));
        assertThat(writer.writes()).doesNotExist();
    }

    @Test
    void anArchiveOfOneClassIsReplacedOnceByOneOfMore() throws IOException {
        ClassArchive archive = new ClassArchive(folder, 17);
        ClassArchive.Use narrow = archive.next(false);
        write(narrow);
        archive.written(narrow, true);

        assertThat(archive.next(false).writes()).isNull();
        ClassArchive.Use wide = archive.next(true);
        assertThat(wide.writes()).isNotNull();
        assertThat(archive.next(true).argument()).startsWith("-XX:SharedArchiveFile=");
        write(wide);
        archive.written(wide, true);

        assertThat(archive.next(true).writes()).isNull();
        assertThat(new ClassArchive(folder, 17).next(true).writes()).isNull();
    }

    @Test
    void aJvmThatEndsAsItShouldAndWritesNothingRefuses() throws IOException {
        ClassArchive archive = new ClassArchive(folder, 17);

        archive.written(archive.next(true), true);

        assertThat(archive.next(true)).isEqualTo(ClassArchive.Use.NOTHING);
        assertThat(archive.refused()).isNotNull();
    }

    @Test
    void anArchiveThatCannotBeKeptCostsTheArchiveOnly() throws IOException {
        ClassArchive archive = new ClassArchive(folder, 17);
        ClassArchive.Use writer = archive.next(true);
        write(writer);
        Files.createDirectories(folder.resolve("classes.jsa").resolve("in the way"));

        archive.written(writer, true);

        assertThat(archive.refused()).startsWith("it could not be kept: ");
        assertThat(archive.next(true)).isEqualTo(ClassArchive.Use.NOTHING);
    }

    @Test
    void aJvmThatWasLostRefusesNothing() throws IOException {
        ClassArchive archive = new ClassArchive(folder, 17);

        archive.written(archive.next(true), false);
        archive.notWritten(archive.next(true));

        assertThat(archive.next(true).writes()).isNotNull();
        assertThat(archive.refused()).isNull();
    }

    @Test
    void laterJvmsTryTheBetterKindFirst() throws IOException {
        ClassArchive archive = new ClassArchive(folder, 25);

        ClassArchive.Use better = archive.next(true);
        assertThat(better.argument()).startsWith("-XX:AOTCacheOutput=");
        archive.written(better, true);

        ClassArchive.Use other = archive.next(true);
        assertThat(other.argument()).startsWith("-XX:ArchiveClassesAtExit=");
        write(other);
        archive.written(other, true);
        assertThat(archive.next(true).argument()).startsWith("-XX:SharedArchiveFile=");
        assertThat(archive.refused()).isNull();
    }

    @Test
    void theBetterKindIsFoundAgain() throws IOException {
        ClassArchive first = new ClassArchive(folder, 25);
        ClassArchive.Use writer = first.next(true);
        write(writer);
        first.written(writer, true);

        assertThat(new ClassArchive(folder, 25).next(true).argument())
                .isEqualTo("-XX:AOTCache=" + folder.resolve("classes.aot"));
    }
}

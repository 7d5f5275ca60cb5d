package io.github.testhygiene.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.process.ProcessMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whose a folder is, and when it is nobody's. */
class FolderOwnerTest {

    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(2));

    @TempDir
    private Path parent;

    private Path folder(String name) throws IOException {
        return Files.createDirectories(parent.resolve("server-" + name + "/files"))
                .getParent();
    }

    private Path owned(String name, String owner) throws IOException {
        Path folder = folder(name);
        Files.writeString(folder.resolve("owner-process"), owner);
        return folder;
    }

    private static ProcessMark us() {
        return ProcessMark.ofThisJvm().orElseThrow();
    }

    @Test
    void onlyAFolderWhoseOwnerIsProvenDeadIsRemoved() throws IOException {
        ProcessMark us = us();
        Path ours = folder("ours");
        FolderOwner.write(ours);
        Path dead = owned("dead", new ProcessMark(us.pid(), "1", us.machine()).text());
        Path elsewhere = owned("elsewhere", new ProcessMark(us.pid(), "1", "another-machine").text());
        Path ofAnOlderVersion = owned("old", "");
        Path unowned = folder("unowned");
        assertThat(ours.resolve("owner"))
                .as("what older versions lock, and take for abandoned without a lock")
                .doesNotExist();

        FolderOwner.removeLeftOvers(parent, "server-", TOMORROW);

        assertThat(dead).doesNotExist();
        assertThat(List.of(ours, elsewhere, ofAnOlderVersion, unowned))
                .allSatisfy(folder -> assertThat(folder).exists());
    }

    @Test
    void anEmptyFolderIsRemovedADayLater() throws IOException {
        Path empty = Files.createDirectories(parent.resolve("server-empty"));

        FolderOwner.removeLeftOvers(parent, "server-", Instant.now());
        assertThat(empty).exists();
        FolderOwner.removeLeftOvers(parent, "server-", TOMORROW);
        assertThat(empty).doesNotExist();
    }

    @Test
    void aFileOrLinkWithSuchANameStays() throws IOException {
        Path file = Files.createFile(parent.resolve("server-notes"));
        Path link = Files.createSymbolicLink(parent.resolve("server-link"), parent);

        FolderOwner.removeLeftOvers(parent, "server-", TOMORROW);

        assertThat(file).exists();
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aProcessThatHasEndedIsProvenDead() throws Exception {
        assertThat(us().isProvenDead()).isFalse();
        assertThat(ProcessMark.parse(us().text())).contains(us());

        Process ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ended.waitFor();

        assertThat(new ProcessMark(ended.pid(), us().start(), us().machine()).isProvenDead())
                .isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aStrangersProcessWithTheServersNumberIsLeftAlone() throws Exception {
        Path dead = owned("dead", new ProcessMark(us().pid(), "1", us().machine()).text());
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(dead.resolve("files/postmaster.pid"), stranger.pid() + "\n");

            FolderOwner.removeLeftOvers(parent, "server-", TOMORROW);

            assertThat(stranger.waitFor(1, TimeUnit.SECONDS)).isFalse();
            assertThat(dead).doesNotExist();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aServerIsRecognisedByItsDataFolder() {
        Path files = parent.resolve("files");

        assertThat(Postmaster.isServerOn(files, List.of("/a/bin/postgres", "-D", files.toString(), "-F")))
                .isTrue();
        assertThat(Postmaster.isServerOn(files, List.of("/a/bin/postgres", "-D", parent.toString())))
                .isFalse();
        assertThat(Postmaster.isServerOn(files, List.of("/a/bin/postgres-exporter", "-D", files.toString())))
                .isFalse();
        assertThat(Postmaster.isServerOn(files, List.of("postgres"))).isFalse();
    }
}

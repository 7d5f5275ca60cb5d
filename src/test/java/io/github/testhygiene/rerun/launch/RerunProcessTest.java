package io.github.testhygiene.rerun.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a test starts and leaves, ends with its run. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class RerunProcessTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", System.getenv("PATH"));

    @TempDir
    private Path folder;

    /** Runs a script that writes the numbers of the processes that it starts into the file {@code pids}. */
    private RerunProcess start(String script) throws IOException {
        return RerunProcess.start(List.of("sh", "-c", script), ENVIRONMENT, folder);
    }

    private List<Long> started() throws IOException {
        return Files.readAllLines(folder.resolve("pids")).stream()
                .map(Long::valueOf)
                .toList();
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    @Test
    void childrenOfACrashedProcessEndWithIt() throws Exception {
        RerunProcess process = start("sleep 300 & echo $! > pids; kill -9 $$");
        process.awaitExit(Duration.ofSeconds(30));
        assertThat(started()).singleElement().satisfies(pid -> assertThat(isAlive(pid))
                .isTrue());

        process.close();

        assertThat(started()).noneMatch(RerunProcessTest::isAlive);
    }

    @Test
    void childrenInASessionOfTheirOwnEndWithIt() throws Exception {
        RerunProcess process =
                start("setsid sh -c 'echo $$ > pids; sleep 300 & echo $! >> pids; wait' & sleep 1; exit 0");
        process.awaitExit(Duration.ofSeconds(30));
        assertThat(started()).hasSize(2).allMatch(RerunProcessTest::isAlive);

        process.close();

        assertThat(started()).noneMatch(RerunProcessTest::isAlive);
    }

    @Test
    void noOtherProcessEnds() throws Exception {
        Process other = new ProcessBuilder("sleep", "300").start();
        try (RerunProcess running = start("echo $$ > pids; exec sleep 300")) {
            RerunProcess process = start("exit 3");
            assertThat(process.exitCode(Duration.ofSeconds(30))).isEqualTo(3);

            assertThat(other.isAlive()).isTrue();
            assertThat(running.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void whatDoesNotEndByItselfIsKilled() throws Exception {
        RerunProcess process = start("exec sleep 300");

        assertThat(process.exitCode(Duration.ofMillis(10))).isEqualTo(137);
        assertThat(process.isAlive()).isFalse();
    }
}

package io.github.testhygiene.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The main process of a server, found by the file that it keeps beside its databases. */
final class Postmaster {

    private static final int STOP_SECONDS = 5;

    private Postmaster() {}

    /** Ends the server that runs on these files, if one does: politely, then by force. */
    static void end(Path files) {
        find(files).ifPresent(Postmaster::end);
    }

    private static Optional<ProcessHandle> find(Path files) {
        try {
            List<String> lines = Files.readAllLines(files.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(Postmaster::isPostgres);
        } catch (IOException | RuntimeException e) {
            // No such file, or one that is just being written: no server to end.
            return Optional.empty();
        }
    }

    /** After a crash, the number may belong to somebody else's process. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(true);
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }
}

package io.github.testhygiene.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The folder of one embedded server, in memory where there is room; closing it ends the server and removes the folder. */
final class DataFolder implements AutoCloseable {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM_NEEDED = 1L << 30;
    private static final int SHOWN_LINES = 5;
    private static final int STOP_SECONDS = 5;

    private final Path root;
    private final StopOnExit hook;
    private Closeable server = () -> {};

    private DataFolder(Path root) {
        this.root = root;
        this.hook = StopOnExit.register(this::remove);
    }

    static DataFolder create() throws IOException {
        Path root = hasRoom(MEMORY)
                ? Files.createTempDirectory(MEMORY, "test-hygiene-")
                : Files.createTempDirectory("test-hygiene-");
        return new DataFolder(root);
    }

    private static boolean hasRoom(Path folder) {
        try {
            return Files.isDirectory(folder)
                    && Files.isWritable(folder)
                    && Files.getFileStore(folder).type().equals("tmpfs")
                    && Files.getFileStore(folder).getUsableSpace() >= ROOM_NEEDED;
        } catch (IOException e) {
            // What cannot be asked cannot be relied on; the temporary folder always works.
            return false;
        }
    }

    /** Where the server keeps its databases. */
    Path files() {
        return root.resolve("files");
    }

    /** Where the server's and its tools' output goes. */
    Path log() {
        return root.resolve("server.log");
    }

    /** Writes a file that only we can read, since the folder is ours alone. */
    Path writePassword(String password) throws IOException {
        return Files.writeString(root.resolve("password"), password);
    }

    /** The last lines of the log, joined; empty if there is none. */
    String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()))
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Tells how the server that runs here is stopped in good order. */
    synchronized void contains(Closeable running) {
        server = running;
    }

    /** Ends a server that still runs here, and removes the folder; a second call does nothing. */
    @Override
    public void close() {
        remove();
        hook.cancel();
    }

    private synchronized void remove() {
        try {
            server.close();
        } catch (IOException e) {
            // Then the process is ended in the next line.
            server = () -> {};
        }
        postmaster().ifPresent(DataFolder::end);
        try {
            Folders.delete(root);
        } catch (IOException e) {
            // Left-over files in a temporary folder are no reason to fail a build that is done.
            root.toFile().deleteOnExit();
        }
    }

    private Optional<ProcessHandle> postmaster() {
        try {
            List<String> lines = Files.readAllLines(files().resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        } catch (IOException | RuntimeException e) {
            // No such file: no server.
            return Optional.empty();
        }
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

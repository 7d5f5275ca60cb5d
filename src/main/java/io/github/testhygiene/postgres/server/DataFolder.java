package io.github.testhygiene.postgres.server;

import io.github.testhygiene.advice.PathAdvice;
import io.github.testhygiene.advice.ServerAdvice;
import io.github.testhygiene.filesystem.Folders;
import io.github.testhygiene.model.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The folder of one embedded server, in memory where there is room; closing it ends the server and removes the folder. */
public final class DataFolder implements AutoCloseable {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM_NEEDED = 1L << 30;
    private static final int SHOWN_LINES = 5;
    private static final long TOOL_SECONDS = 2;
    private static final String PREFIX = "test-hygiene-postgres-";

    private final Path root;
    private final ShutdownActions.Registration registration;
    private final @Nullable ServerWatchdog watchdog;
    private Closeable server = () -> {};

    private DataFolder(Path root, ShutdownActions ends) throws IOException {
        this.root = root;
        FolderOwner.write(root);
        this.watchdog = ServerWatchdog.start(files(), root);
        this.registration = ends.register("the embedded server", this::remove);
    }

    /**
     * Makes a folder, after looking for those that killed builds left.
     *
     * @throws ProblemException if there is no place for it
     */
    static DataFolder create(ShutdownActions ends) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        return hasRoom(MEMORY) ? createIn(MEMORY, temporary, ends) : createIn(temporary, null, ends);
    }

    private static DataFolder createIn(Path parent, @Nullable Path instead, ShutdownActions ends) {
        FolderOwner.removeLeftOvers(parent, PREFIX, Instant.now());
        Path root = null;
        try {
            root = Files.createTempDirectory(parent, PREFIX);
            return new DataFolder(root, ends);
        } catch (IOException e) {
            if (root != null) {
                deleteQuietly(root);
            }
            if (instead != null) {
                return createIn(instead, null, ends);
            }
            throw new ProblemException(
                    ServerAdvice.temporaryFolderUnusable(parent.toString(), PathAdvice.reason(e)), e);
        }
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

    /** Where everything of this server is. */
    Path root() {
        return root;
    }

    /** Where the server keeps its databases. */
    Path files() {
        return filesIn(root);
    }

    /** The same for any folder of this kind. */
    static Path filesIn(Path root) {
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
        registration.cancel();
    }

    private synchronized void remove() {
        try {
            server.close();
        } catch (IOException e) {
            // Then the process is ended in the next line.
            server = () -> {};
        }
        boolean ended = Postmaster.end(files());
        endTools();
        if (ended) {
            deleteQuietly(root);
        }
        if (watchdog != null) {
            watchdog.close();
        }
    }

    /** Left-over files in a temporary folder are no reason to fail a build that is done. */
    private static void deleteQuietly(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            // The next start in this place removes them.
            return;
        }
    }

    /** A build may end while the server's files are being made: its tools would make the folder again. */
    private void endTools() {
        List<ProcessHandle> tools = ProcessHandle.current()
                .descendants()
                .filter(each -> Postmaster.command(each).filter(this::isTool).isPresent())
                .toList();
        tools.forEach(ProcessHandle::destroyForcibly);
        tools.forEach(each -> each.onExit()
                .completeOnTimeout(each, TOOL_SECONDS, TimeUnit.SECONDS)
                .join());
    }

    /** Whether a process works on our files; the watchdog names them, too. */
    private boolean isTool(List<String> command) {
        return command.stream().anyMatch(each -> each.contains(files().toString()))
                && !command.contains(ServerWatchdog.NAME);
    }
}

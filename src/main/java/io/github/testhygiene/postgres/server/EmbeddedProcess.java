package io.github.testhygiene.postgres.server;

import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server that runs in a process of its own, and the tools that set it up, start it and stop it. */
public final class EmbeddedProcess implements Closeable {

    private static final Duration INITIALISATION = Duration.ofMinutes(2);
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Path binaries;
    private final DataFolder folder;
    private final int port;

    private EmbeddedProcess(Path binaries, DataFolder folder, int port) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Sets up a server in a new folder, and starts it.
     *
     * @param binaries the unpacked binaries
     * @param folder where its data and its log go
     * @param initialisation options of {@code initdb}
     * @param settings names and values as after {@code postgres -c}; without spaces
     * @return a server that accepts connections; the caller closes it
     * @throws IOException if it does not start; the folder's log says more
     */
    static EmbeddedProcess start(
            Path binaries, DataFolder folder, List<String> initialisation, Map<String, String> settings)
            throws IOException {
        EmbeddedProcess process = new EmbeddedProcess(binaries, folder, freePort());
        process.initialise(initialisation);
        process.start(settings);
        return process;
    }

    /** Where it listens. */
    int port() {
        return port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void initialise(List<String> options) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-U", EmbeddedServer.USERNAME, "-D", folder.files().toString(), "-E", "UTF-8"));
        arguments.addAll(options);
        run("initdb", arguments, INITIALISATION);
    }

    private void start(Map<String, String> settings) throws IOException {
        StringBuilder options = new StringBuilder("-p " + port + " -F");
        settings.forEach(
                (name, value) -> options.append(" -c ").append(name).append('=').append(value));
        run(
                "pg_ctl",
                List.of(
                        "-D",
                        folder.files().toString(),
                        "-o",
                        options.toString(),
                        "-w",
                        "-t",
                        Long.toString(START.toSeconds()),
                        "start"),
                START.plus(MARGIN));
    }

    /** Ends its sessions and itself; does nothing if it has ended. */
    @Override
    public void close() throws IOException {
        if (Files.exists(folder.files().resolve("postmaster.pid"))) {
            run(
                    "pg_ctl",
                    List.of(
                            "-D",
                            folder.files().toString(),
                            "-m",
                            "fast",
                            "-w",
                            "-t",
                            Long.toString(STOP.toSeconds()),
                            "stop"),
                    STOP.plus(STOP));
        }
    }

    private void run(String tool, List<String> arguments, Duration limit) throws IOException {
        List<String> command = new ArrayList<>(asOtherThanRoot());
        command.add(binaries.resolve("bin").resolve(tool).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.log().toFile()));
        // The user's PGDATA, PGOPTIONS and so on are meant for other servers.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(tool + " did not end within " + limit.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + tool + " ran", e);
        } finally {
            if (process.isAlive()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
        if (process.exitValue() != 0) {
            throw new IOException(tool + " ended with exit code " + process.exitValue());
        }
    }

    /** PostgreSQL refuses to run as root; in a user name space of its own it does not know that it is. */
    private static List<String> asOtherThanRoot() {
        try {
            Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            return Integer.valueOf(0).equals(user) && mayLeaveNameSpace() ? List.of("unshare", "-U") : List.of();
        } catch (IOException | RuntimeException e) {
            return List.of(); // not Linux, or without this tool: PostgreSQL says what it thinks of root
        }
    }

    private static boolean mayLeaveNameSpace() throws IOException {
        Process process = new ProcessBuilder("unshare", "-U", "true")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(MARGIN.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}

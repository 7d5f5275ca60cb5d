package io.github.testhygiene.rerun.launch;

import io.github.testhygiene.postgres.server.OwnContainers;
import io.github.testhygiene.rerun.launch.RerunWire.Deadline;
import io.github.testhygiene.wire.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A JVM that was launched for a re-run, and waits to be told what to execute. */
public final class StartedFork implements AutoCloseable {

    private static final String MAIN_CLASS = "io.github.testhygiene.fork.RerunMain";

    // It waits for its request for five minutes.
    private static final Duration USABLE = Duration.ofMinutes(4);

    private final JvmCommand command;
    private final LiveProcesses processes;
    private final RerunWire wire;
    private final Path argumentFile;
    private final RerunProcess process;
    private final FastLaunch.@Nullable Prepared fast;
    private final long startNanos = System.nanoTime();
    private final Set<String> containerSessions = ConcurrentHashMap.newKeySet();
    private boolean told;
    private boolean completed;
    private boolean closed;

    private StartedFork(
            JvmCommand command,
            LiveProcesses processes,
            RerunWire wire,
            Path argumentFile,
            RerunProcess process,
            FastLaunch.@Nullable Prepared fast) {
        this.command = command;
        this.processes = processes;
        this.wire = wire;
        this.argumentFile = argumentFile;
        this.process = process;
        this.fast = fast;
    }

    /**
     * Launches a JVM; its files lie beside its temporary folder.
     *
     * @param command how
     * @param agent arguments for an agent of ours
     * @param processes all JVMs that are running
     * @param fast is told how it ended; null for a plain one
     */
    static StartedFork launch(
            JvmCommand command, List<String> agent, LiveProcesses processes, FastLaunch.@Nullable Prepared fast)
            throws IOException {
        Path argumentFile = Files.createTempFile(besideTheTemporaryFolder(command), "rerun", ".args");
        RerunWire wire = null;
        try {
            wire = new RerunWire();
            List<String> program = new ArrayList<>(agent);
            program.add(MAIN_CLASS);
            program.addAll(wire.programArguments());
            command.writeArguments(argumentFile, program);
            RerunProcess process = processes.start(
                    command.commandLine(argumentFile),
                    command.environment(),
                    Path.of(command.recipe().workingDirectory()));
            return new StartedFork(command, processes, wire, argumentFile, process, fast);
        } catch (IOException | RuntimeException e) {
            if (wire != null) {
                wire.close();
            }
            Files.deleteIfExists(argumentFile);
            throw e;
        }
    }

    private static Path besideTheTemporaryFolder(JvmCommand command) {
        return command.temporaryFolder().resolveSibling(".").toAbsolutePath().normalize();
    }

    /** How it was launched. */
    public JvmCommand command() {
        return command;
    }

    /** Whether it still waits, and will for a while. */
    public boolean isWaiting() {
        return process.isAlive() && System.nanoTime() - startNanos < USABLE.toNanos();
    }

    /**
     * Returns the JVM's process.
     *
     * @return the process; ended with this
     */
    public RerunProcess process() {
        return process;
    }

    /**
     * Returns the connection with the JVM.
     *
     * @return the wire; closed with this
     */
    public RerunWire wire() {
        return wire;
    }

    /** Tells it what to execute; false if it ended, or the time was over, before it could be told. */
    public boolean tell(Frame.Request request, Deadline deadline) throws IOException {
        told = wire.connect(request, deadline, process::isAlive);
        return told;
    }

    /** Whether it was told what to execute. */
    public boolean wasTold() {
        return told;
    }

    /** Its tests use Testcontainers under this session id. */
    public void usesContainers(String sessionId) {
        containerSessions.add(sessionId);
    }

    /**
     * It has executed everything: lets it end by itself.
     *
     * @param most how long at most
     */
    public void awaitExit(Duration most) throws InterruptedException {
        completed = true;
        Duration usual = command.style().archives() ? RerunProcess.WRITING : RerunProcess.EXIT;
        process.awaitExit(most.compareTo(usual) < 0 ? most : usual);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            processes.end(process);
        } finally {
            wire.close();
            Files.deleteIfExists(argumentFile);
            removeContainers();
            tell(fast);
        }
    }

    /** A JVM that ends by itself removes its containers, or has Ryuk do so. */
    private void removeContainers() {
        if (!completed) {
            OwnContainers.removeOfSessions(containerSessions);
        }
    }

    private void tell(FastLaunch.@Nullable Prepared part) {
        if (part != null && told) {
            part.ended(completed);
        } else if (part != null) {
            part.unused();
        }
    }
}

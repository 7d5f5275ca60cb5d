package io.github.testhygiene.rerun;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.rerun.RerunWire.Deadline;
import io.github.testhygiene.wire.Frame;
import io.github.testhygiene.wire.ProtocolException;
import io.github.testhygiene.wire.RerunOptions;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Launches one JVM, has it execute its tests, and listens until it ends. */
final class SegmentRun {

    private static final String MAIN_CLASS = "io.github.testhygiene.fork.RerunMain";

    private final JvmCommand command;
    private final Frame.Request request;
    private final Duration limit;
    private final LiveProcesses processes;
    private final ObservedClone clone;
    private final Rounds rounds;

    SegmentRun(
            JvmCommand command,
            List<RecordedTest> tests,
            RerunOptions options,
            Duration limit,
            LiveProcesses processes,
            ObservedClone clone) {
        this.clone = clone;
        this.processes = processes;
        this.command = command;
        this.limit = limit;
        this.rounds = new Rounds(tests, options);
        this.request = new Frame.Request(
                tests, command.systemProperties(), command.configurationParameters(), clone.isObserved(), options);
    }

    SegmentResult execute() throws IOException, InterruptedException {
        if (!request.options().observed()) {
            return execute(List.of());
        }
        try (AgentJar agent = AgentJar.write(besideTheTemporaryFolder())) {
            return execute(agent.arguments());
        }
    }

    private Path besideTheTemporaryFolder() {
        return command.temporaryFolder().resolveSibling(".").toAbsolutePath().normalize();
    }

    private SegmentResult execute(List<String> agent) throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(limit);
        Path argumentFile = Files.createTempFile(besideTheTemporaryFolder(), "rerun", ".args");
        try (RerunWire wire = new RerunWire()) {
            List<String> program = new ArrayList<>(agent);
            program.add(MAIN_CLASS);
            program.addAll(wire.programArguments());
            command.writeArguments(argumentFile, program);
            RerunProcess process = processes.start(
                    command.commandLine(argumentFile),
                    command.environment(),
                    Path.of(command.recipe().workingDirectory()));
            try {
                return rounds.result(Interruption.told(converse(wire, process, deadline), processes));
            } finally {
                processes.end(process);
            }
        } finally {
            Files.deleteIfExists(argumentFile);
        }
    }

    private RunExit converse(RerunWire wire, RerunProcess process, Deadline deadline)
            throws IOException, InterruptedException {
        try {
            if (!wire.connect(request, deadline, process::isAlive)) {
                return deadline.isOver()
                        ? new RunExit.TimedOut(limit, null)
                        : new RunExit.Crashed(process.exitCode(), null, process.outputTail());
            }
            Optional<Frame> frame = wire.read(deadline);
            while (frame.isPresent() && !(frame.get() instanceof Frame.Bye) && !rounds.isSpoilt()) {
                if (frame.get() instanceof Frame.Barrier) {
                    wire.write(new Frame.Proceed());
                } else {
                    note(frame.get());
                }
                frame = wire.read(deadline);
            }
            if (frame.isPresent()) {
                if (frame.get() instanceof Frame.Bye) {
                    process.awaitExit();
                }
                return new RunExit.Completed();
            }
        } catch (SocketTimeoutException e) {
            return rounds.isOver() ? new RunExit.Completed() : new RunExit.TimedOut(limit, rounds.running());
        } catch (IOException e) {
            // The JVM was lost in the middle of a word; its exit code says more.
            return lost(process);
        }
        return lost(process);
    }

    private RunExit lost(RerunProcess process) throws InterruptedException {
        return rounds.isOver()
                ? new RunExit.Completed()
                : new RunExit.Crashed(process.exitCode(), rounds.running(), process.outputTail());
    }

    private void note(Frame frame) throws IOException {
        if (frame instanceof Frame.Started started) {
            rounds.started(started.id());
        } else if (frame instanceof Frame.Finished finished) {
            rounds.finished(finished.outcome());
            clone.ended(finished.outcome().id());
        } else if (!(frame instanceof Frame.Found) && !rounds.takes(frame) && !clone.tells(frame)) {
            throw new ProtocolException("not from a re-run: " + frame);
        }
    }
}

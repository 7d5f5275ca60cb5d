package io.github.testhygiene.rerun;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.rerun.RerunWire.Deadline;
import io.github.testhygiene.wire.Frame;
import io.github.testhygiene.wire.ProtocolException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Launches one JVM, has it execute its tests, and listens until it ends. */
final class SegmentRun {

    private static final String MAIN_CLASS = "io.github.testhygiene.fork.RerunMain";

    private final JvmCommand command;
    private final List<RecordedTest> tests;
    private final Duration limit;
    private final LiveProcesses processes;
    private final ObservedClone clone;
    private final List<TestId> reached = new ArrayList<>();
    private final List<TestOutcome> outcomes = new ArrayList<>();
    private @Nullable TestId running;

    SegmentRun(
            JvmCommand command,
            List<RecordedTest> tests,
            Duration limit,
            LiveProcesses processes,
            ObservedClone clone) {
        this.clone = clone;
        this.processes = processes;
        this.command = command;
        this.tests = tests;
        this.limit = limit;
    }

    SegmentResult execute() throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(limit);
        Path argumentFile = Files.createTempFile(command.temporaryFolder().getParent(), "rerun", ".args");
        try (RerunWire wire = new RerunWire()) {
            List<String> program = new ArrayList<>(List.of(MAIN_CLASS));
            program.addAll(wire.programArguments());
            command.writeArguments(argumentFile, program);
            RerunProcess process = processes.start(
                    command.commandLine(argumentFile),
                    command.environment(),
                    Path.of(command.recipe().workingDirectory()));
            try {
                RunExit exit = converse(wire, process, deadline);
                return new ExecutedOrder(tests).check(exit, reached, outcomes);
            } finally {
                processes.end(process);
            }
        } finally {
            Files.deleteIfExists(argumentFile);
        }
    }

    private RunExit converse(RerunWire wire, RerunProcess process, Deadline deadline)
            throws IOException, InterruptedException {
        Frame.Request request = new Frame.Request(
                tests, command.systemProperties(), command.configurationParameters(), clone.isObserved());
        try {
            if (!wire.connect(request, deadline, process::isAlive)) {
                return deadline.isOver()
                        ? new RunExit.TimedOut(limit, null)
                        : new RunExit.Crashed(process.exitCode(), null, process.outputTail());
            }
            Optional<Frame> frame = wire.read(deadline);
            while (frame.isPresent() && !(frame.get() instanceof Frame.Bye)) {
                if (frame.get() instanceof Frame.Barrier) {
                    wire.write(new Frame.Proceed());
                } else {
                    note(frame.get());
                }
                frame = wire.read(deadline);
            }
            if (frame.isPresent()) {
                process.awaitExit();
                return new RunExit.Completed();
            }
        } catch (SocketTimeoutException e) {
            return new RunExit.TimedOut(limit, running);
        } catch (IOException e) {
            // The JVM was lost in the middle of a word; its exit code says more.
            return new RunExit.Crashed(process.exitCode(), running, process.outputTail());
        }
        return new RunExit.Crashed(process.exitCode(), running, process.outputTail());
    }

    private void note(Frame frame) throws IOException {
        if (frame instanceof Frame.Started started) {
            running = started.id();
            reached.add(started.id());
        } else if (frame instanceof Frame.Finished finished) {
            TestId id = finished.outcome().id();
            if (!id.equals(running)) {
                reached.add(id);
            }
            running = null;
            outcomes.add(finished.outcome());
            clone.ended(id);
        } else if (!(frame instanceof Frame.Found) && !clone.tells(frame)) {
            throw new ProtocolException("not from a re-run: " + frame);
        }
    }
}

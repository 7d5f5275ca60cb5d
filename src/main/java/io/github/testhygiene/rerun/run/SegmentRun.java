package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.plan.TimeBudget;
import io.github.testhygiene.rerun.launch.JvmCommand;
import io.github.testhygiene.rerun.launch.LiveProcesses;
import io.github.testhygiene.rerun.launch.RerunProcess;
import io.github.testhygiene.rerun.launch.RerunWire;
import io.github.testhygiene.rerun.launch.RerunWire.Deadline;
import io.github.testhygiene.rerun.launch.StartedFork;
import io.github.testhygiene.wire.Frame;
import io.github.testhygiene.wire.ProtocolException;
import io.github.testhygiene.wire.RerunOptions;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Has one JVM execute its tests, and listens until it ends. */
public final class SegmentRun {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final StartedFork fork;
    private final Frame.Request request;
    private final Duration limit;
    private final ObservedClone clone;
    private final Rounds rounds;
    private final TimeBudget budget;

    SegmentRun(
            StartedFork fork,
            List<RecordedTest> tests,
            RerunOptions options,
            Duration limit,
            ObservedClone clone,
            TimeBudget budget) {
        this.budget = budget;
        this.fork = fork;
        this.clone = clone;
        this.limit = limit;
        this.rounds = new Rounds(tests, options);
        JvmCommand command = fork.command();
        this.request = new Frame.Request(
                tests, command.systemProperties(), command.configurationParameters(), clone.isObserved(), options);
    }

    /** Executes the tests; the JVM has ended then, or is about to be ended. */
    SegmentResult execute(LiveProcesses processes) throws IOException, InterruptedException {
        return rounds.result(Interruption.told(converse(Deadline.in(limit)), processes));
    }

    private RunExit converse(Deadline deadline) throws IOException, InterruptedException {
        RerunProcess process = fork.process();
        RerunWire wire = fork.wire();
        try {
            if (!fork.tell(request, deadline)) {
                return deadline.isOver()
                        ? new RunExit.TimedOut(limit, null)
                        : new RunExit.Crashed(process.exitCode(exitLimit()), null, process.outputTail());
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
                    fork.awaitExit(budget.remaining());
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
                : new RunExit.Crashed(process.exitCode(exitLimit()), rounds.running(), process.outputTail());
    }

    /** A JVM that hung up is about to end; it gets a moment for that even when the budget is over. */
    private Duration exitLimit() {
        Duration left = budget.remaining().plus(MOMENT);
        return left.compareTo(RerunProcess.EXIT) < 0 ? left : RerunProcess.EXIT;
    }

    private void note(Frame frame) throws IOException {
        if (frame instanceof Frame.Started started) {
            rounds.started(started.id());
        } else if (frame instanceof Frame.Finished finished) {
            rounds.finished(finished.outcome());
            clone.ended(finished.outcome().id());
        } else if (frame instanceof Frame.ContainerSession session) {
            fork.usesContainers(session.id());
        } else if (!(frame instanceof Frame.Found) && !rounds.takes(frame) && !clone.tells(frame)) {
            throw new ProtocolException("not from a re-run: " + frame);
        }
    }
}

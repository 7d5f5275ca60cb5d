package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.ObservedRun;
import io.github.testhygiene.wire.Frame;
import io.github.testhygiene.wire.ProtocolException;
import io.github.testhygiene.wire.RerunOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one JVM tells from its first test to its last, in one round or two. */
public final class Rounds {

    private final List<RecordedTest> planned;
    private final RerunOptions options;
    private final List<Round> rounds = new ArrayList<>(List.of(new Round()));
    private @Nullable TestId executedAgainstThePlan;
    private @Nullable ObservedRun observed;

    Rounds(List<RecordedTest> planned, RerunOptions options) {
        this.planned = planned;
        this.options = options;
    }

    void started(TestId id) {
        if (options.fixturesOnly().contains(id)) {
            executedAgainstThePlan = id;
        }
        current().started(id);
    }

    void finished(TestOutcome outcome) {
        current().finished(outcome);
    }

    /**
     * Takes what is said of the rounds themselves.
     *
     * @return false if the frame says something else
     */
    boolean takes(Frame frame) throws ProtocolException {
        if (frame instanceof Frame.Observed seen) {
            observed = new ObservedRun(seen.traces(), seen.classes());
        } else if (frame instanceof Frame.NextRound) {
            if (rounds.size() == options.rounds()) {
                throw new ProtocolException("a round too many");
            }
            rounds.add(new Round());
        } else {
            return false;
        }
        return true;
    }

    /** The test that is running just now; null between two tests. */
    @Nullable
    TestId running() {
        return current().running();
    }

    /** Whether the answer is known to be one to another question, so that the rest need not be waited for. */
    boolean isSpoilt() {
        return executedAgainstThePlan != null;
    }

    /**
     * Whether all tests have been executed and looked at, so that whatever becomes of the JVM is no answer of theirs.
     */
    boolean isOver() {
        return observed != null;
    }

    private Round current() {
        return rounds.get(rounds.size() - 1);
    }

    SegmentResult result(RunExit exit) {
        if (executedAgainstThePlan != null) {
            return new SegmentResult(
                    new RunExit.NoAnswer("this JUnit executed " + executedAgainstThePlan
                            + ", though only the fixtures around it were wanted: our condition was not let in"),
                    List.of());
        }
        boolean completed = exit instanceof RunExit.Completed;
        SegmentResult first = rounds.get(0).checked(planned, rounds.size() > 1 ? new RunExit.Completed() : exit);
        if (first.exit() instanceof RunExit.NoAnswer || rounds.size() < options.rounds() || options.rounds() == 1) {
            return completed && rounds.size() < options.rounds()
                    ? new SegmentResult(new RunExit.NoAnswer("its second round did not start"), List.of())
                    : new SegmentResult(first.exit(), first.outcomes(), List.of(), completed ? observed : null);
        }
        SegmentResult second = rounds.get(1).checked(planned, exit);
        boolean elsewise = second.exit() instanceof RunExit.NoAnswer && !(exit instanceof RunExit.NoAnswer);
        return elsewise
                ? second
                : new SegmentResult(exit, first.outcomes(), second.outcomes(), completed ? observed : null);
    }
}

package io.github.testhygiene.text;

import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestId;
import org.jspecify.annotations.Nullable;

/** Says in words how a run ended that gave no answer. */
public final class RunExitPhrase {

    private RunExitPhrase() {}

    /**
     * Returns the words for one run.
     *
     * @param exit how the run ended
     * @return a part of a sentence; for a completed run, that a test was skipped in it
     */
    public static String explain(RunExit exit) {
        if (exit instanceof RunExit.TimedOut timedOut) {
            return "it took longer than " + timedOut.limit().toSeconds() + " s" + during(timedOut.running());
        } else if (exit instanceof RunExit.Crashed crashed) {
            return "its JVM ended with exit code " + crashed.exitCode() + during(crashed.running());
        } else if (exit instanceof RunExit.NoAnswer noAnswer) {
            return noAnswer.reason();
        }
        return "the test was skipped in it";
    }

    private static String during(@Nullable TestId running) {
        return running == null ? "" : " while " + running.value() + " was running";
    }
}

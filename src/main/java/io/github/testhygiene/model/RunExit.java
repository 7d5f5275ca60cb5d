package io.github.testhygiene.model;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a run's last JVM ended: a value that every caller has to look at. */
public sealed interface RunExit {

    /** Every planned test was executed, in the planned order. */
    record Completed() implements RunExit {}

    /**
     * The JVM was ended because it took too long.
     *
     * @param limit the time it had
     * @param running the test that was running; null if none was
     */
    record TimedOut(Duration limit, @Nullable TestId running) implements RunExit {}

    /**
     * The JVM ended before it said good-bye.
     *
     * @param exitCode the process's exit code
     * @param running the test that was running; null if none was
     * @param outputTail the last lines that the JVM printed
     */
    record Crashed(int exitCode, @Nullable TestId running, String outputTail) implements RunExit {}

    /**
     * The run gave no answer that can be used: the JVM never reported, or did not do what was asked.
     *
     * @param reason a sentence for the report
     */
    record NoAnswer(String reason) implements RunExit {

        /** Checks that a reason is given. */
        public NoAnswer {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The exit's name in reports.
     *
     * @return one of {@code completed}, {@code timed-out}, {@code crashed}, {@code no-answer}
     */
    default String label() {
        if (this instanceof Completed) {
            return "completed";
        } else if (this instanceof TimedOut) {
            return "timed-out";
        } else if (this instanceof Crashed) {
            return "crashed";
        }
        return "no-answer";
    }
}

package io.github.testhygiene.session;

import java.time.Duration;

/** What ends together; the phases of an end in their order. */
public enum ShutdownPhase {
    /** The re-runs and their processes, and what follows from them. */
    RUNS(2_000),
    /** What is known by then is reported. In an interrupted build the next two phases do not wait for it. */
    REPORT(4_500),
    /** Whatever else is connected to a database: the recording, the evidence, the clones that wait. */
    RECORDING(3_000),
    /** The databases are dropped. */
    DATABASES(4_500),
    /** The servers are stopped. */
    SERVERS(4_750),
    /** The files that belong to runs. */
    FILES(4_900);

    /** How long a phase may take where nobody is in a hurry. */
    private static final Duration PATIENT = Duration.ofMinutes(1);

    private final Duration overWhenInterrupted;

    ShutdownPhase(long milliseconds) {
        overWhenInterrupted = Duration.ofMillis(milliseconds);
    }

    /**
     * When this phase must be over. An interrupted build has five seconds for all phases, and a phase may use what those
     * before it have left; any other has a minute for each.
     *
     * @param how how the build ends
     * @param beginNanos when the end began, by {@code System.nanoTime()}
     * @param nowNanos the time now
     * @return the deadline, by the same clock
     */
    long deadlineNanos(BuildEnd how, long beginNanos, long nowNanos) {
        return how == BuildEnd.INTERRUPTED ? beginNanos + overWhenInterrupted.toNanos() : nowNanos + PATIENT.toNanos();
    }
}

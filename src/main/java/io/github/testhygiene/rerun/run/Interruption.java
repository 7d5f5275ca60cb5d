package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.rerun.launch.LiveProcesses;
import java.util.Set;

/** Tells a JVM that was lost because somebody ends the build from one that crashed. */
public final class Interruption {

    /** What a run says that the end of the build has ended. */
    static final RunExit.NoAnswer EXIT = new RunExit.NoAnswer("the build was interrupted");

    // SIGHUP, SIGINT, SIGTERM, and Windows' Ctrl-C: a terminal sends them to the test JVMs, too.
    private static final Set<Integer> SIGNALS = Set.of(129, 130, 143, 0xC000013A);

    // A test JVM may be gone a moment before Maven's own has begun to end the build.
    private static final long MOMENT_MILLIS = 2_000;

    private Interruption() {}

    /** The exit, or that of an interrupted build if that is what ended the JVM. */
    static RunExit told(RunExit exit, LiveProcesses processes) throws InterruptedException {
        if (!(exit instanceof RunExit.Crashed crashed)) {
            return exit;
        }
        boolean interrupted =
                SIGNALS.contains(crashed.exitCode()) ? processes.isClosedWithin(MOMENT_MILLIS) : processes.isClosed();
        return interrupted ? EXIT : exit;
    }
}

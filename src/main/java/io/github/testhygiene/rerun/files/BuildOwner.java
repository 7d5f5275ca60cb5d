package io.github.testhygiene.rerun.files;

import io.github.testhygiene.process.Life;
import io.github.testhygiene.process.LocalProcess;
import io.github.testhygiene.process.ThisMachine;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that a build runs in, as the name of a folder tells it. Nothing has to be opened to know it: a process that
 * opens its own lock file a second time loses the lock.
 *
 * @param machine distinguishes process ids of different machines and containers that share a folder
 * @param pid the process id there
 * @param start when the process started, since process ids are used again
 */
public record BuildOwner(String machine, long pid, Instant start) {

    /** How every folder's name begins. */
    static final String PREFIX = "test-hygiene-build-";

    private static final int RADIX = Character.MAX_RADIX;
    private static final int RANDOM_BITS = 26;
    private static final Pattern NAME =
            Pattern.compile(PREFIX + "([a-z0-9]{1,7})-([0-9]{1,10})-([a-z0-9]{1,10})-[a-z0-9]+");

    // The system derives the start from the time of day and its own uptime; setting the clock moves it.
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

    /** Whether the process of a folder still runs. */
    enum State {
        /** It is this process. */
        OURS,
        /** Another process, which runs. */
        RUNNING,
        /** No process of that id runs, or one that started at another time. */
        ENDED,
        /** A process of another machine or container. */
        UNKNOWN
    }

    /** Checks that nothing is missing. */
    public BuildOwner {
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(start, "start");
    }

    /**
     * Returns this process.
     *
     * @return the current owner
     */
    static BuildOwner current() {
        LocalProcess current = LocalProcess.current();
        return new BuildOwner(
                ThisMachine.codeOfHost(), current.pid(), current.startTime().orElse(Instant.EPOCH));
    }

    /** A name that no other folder has. */
    String folderName() {
        String random = new BigInteger(RANDOM_BITS, new SecureRandom()).toString(RADIX);
        return PREFIX + machine + "-" + pid + "-" + Long.toString(start.toEpochMilli(), RADIX) + "-" + random;
    }

    /** Reads a folder's name; empty if it is none of ours. */
    static Optional<BuildOwner> parse(String folderName) {
        Matcher name = NAME.matcher(folderName);
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BuildOwner(
                    name.group(1),
                    Long.parseLong(name.group(2)),
                    Instant.ofEpochMilli(Long.parseLong(name.group(3), RADIX))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns how long the process has been running.
     *
     * @param now the time
     * @return whole minutes, 0 or more
     */
    public long minutes(Instant now) {
        return Math.max(0, Duration.between(start, now).toMinutes());
    }

    State state() {
        if (!machine.equals(ThisMachine.codeOfHost())) {
            return State.UNKNOWN;
        }
        LocalProcess process = new LocalProcess(pid);
        if (process.equals(LocalProcess.current())) {
            return State.OURS;
        }
        // Where the system hides the start, the process may be the owner.
        return process.life(start, CLOCK_TOLERANCE) == Life.ENDED ? State.ENDED : State.RUNNING;
    }
}

package io.github.testhygiene.postgres.database;

import io.github.testhygiene.process.Life;
import io.github.testhygiene.process.LocalProcess;
import io.github.testhygiene.process.ProcessStart;
import io.github.testhygiene.process.ThisMachine;

/**
 * The process of a build, so that a later build can prove that it has ended.
 *
 * @param host eight characters for the machine since it was booted, the space of its process numbers, and the user
 * @param pid the process's number
 * @param start when it was started, in a unit that is the same on the same host
 */
public record OwnerProcess(String host, long pid, long start) {

    /** This JVM. */
    static OwnerProcess current() {
        LocalProcess current = LocalProcess.current();
        return new OwnerProcess(
                ThisMachine.codeOfUserSinceBoot(),
                current.pid(),
                current.start().map(ProcessStart::number).orElse(0L));
    }

    /** Whether the process still runs. */
    Life life() {
        return host.equals(ThisMachine.codeOfUserSinceBoot())
                ? new LocalProcess(pid).life(now -> now.number() == start)
                : Life.UNKNOWN;
    }
}

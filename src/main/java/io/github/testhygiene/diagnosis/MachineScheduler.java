package io.github.testhygiene.diagnosis;

import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.plan.RunRequest;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Decides which runs go on at the same time. A run that confirms something, and one that is looked at closely, waits for the
 * others and has the machine for itself; the rest go side by side. Whoever waits longest comes first, so that nobody is held
 * up by more than is under way.
 */
final class MachineScheduler {

    private final ReadWriteLock machine = new ReentrantReadWriteLock(true);

    /** Makes a run when its turn comes, and returns what it showed. */
    <T> T make(RunRequest request, Supplier<T> run) {
        Lock turn = needsTheMachine(request) ? machine.writeLock() : machine.readLock();
        turn.lock();
        try {
            return run.get();
        } finally {
            turn.unlock();
        }
    }

    private static boolean needsTheMachine(RunRequest request) {
        return request.kind() == RunKind.CONFIRM || request.experiment().observed();
    }
}

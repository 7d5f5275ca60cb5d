package io.github.testhygiene.postgres.database;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of the databases that one session created, from the moment at which their creation begins. Safe for use by
 * several threads.
 */
public final class OwnDatabases {

    /** Every name there ever was, except for those that were left to the user. */
    private final Set<String> known = new HashSet<>();

    /** Those that may exist. */
    private final Set<String> present = new HashSet<>();

    private final Set<String> beingCreated = new HashSet<>();
    private final Set<String> unwanted = new HashSet<>();
    private boolean closed;

    /** A database is about to be created. Returns false if the session has ended; then it must not be. */
    synchronized boolean begin(String name) {
        if (closed) {
            return false;
        }
        known.add(name);
        present.add(name);
        beingCreated.add(name);
        return true;
    }

    /** The creation has ended, in whatever way. Returns false if the database was dropped meanwhile: it is to be dropped now. */
    synchronized boolean end(String name) {
        beingCreated.remove(name);
        notifyAll();
        return !unwanted.remove(name);
    }

    /** Whether a database was created here, and not left to the user. */
    synchronized boolean isKnown(String name) {
        return known.contains(name);
    }

    synchronized boolean isPresent(String name) {
        return present.contains(name);
    }

    /** A database was dropped. One that is still being created may appear after that, so it stays and becomes unwanted. */
    synchronized void dropped(String name) {
        if (beingCreated.contains(name)) {
            unwanted.add(name);
        } else {
            present.remove(name);
        }
    }

    /** The user has a database from now on. Returns false if it is not ours to give. */
    synchronized boolean leave(String name) {
        return known.remove(name) && present.remove(name);
    }

    /**
     * Ends the session: no database is created any more. Waits for those that are being created, since the server goes on
     * with that also if this process ends.
     *
     * @param patience how long to wait at most
     * @return the databases that may exist
     */
    synchronized List<String> close(Duration patience) {
        closed = true;
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            long left = patience.toMillis();
            while (!beingCreated.isEmpty() && left > 0) {
                unwanted.addAll(beingCreated);
                wait(left);
                left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(present);
    }
}

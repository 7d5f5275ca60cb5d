package io.github.testhygiene.postgres.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a database stood when a marker was written.
 *
 * @param nextTransaction the number that the next transaction which writes would get, with its epoch
 * @param sessions how many sessions were ever established on the database; null if the server tells that late
 * @param activity what the sessions on it show, ours aside
 * @param busy the sessions that were not idle, ours aside
 * @param advisoryLocks the advisory locks that sessions held, in words; empty if nobody can have taken one
 */
public record MarkerPosition(
        long nextTransaction,
        @Nullable Long sessions,
        SessionActivity activity,
        List<BusySession> busy,
        List<String> advisoryLocks) {

    /** Copies the lists. */
    public MarkerPosition {
        busy = List.copyOf(busy);
        advisoryLocks = List.copyOf(advisoryLocks);
    }

    /**
     * The same position with the locks that were held there.
     *
     * @param locks in words
     * @return everything else as here
     */
    public MarkerPosition withAdvisoryLocks(List<String> locks) {
        return new MarkerPosition(nextTransaction, sessions, activity, busy, locks);
    }
}

package io.github.testhygiene.postgres.log;

/**
 * The traces that the sessions on a database show at one moment, ours aside. It is equal at two moments between which no
 * session that was there at both did anything, and none came or went for good.
 *
 * @param sessions how many there are; one whose client has closed it is still there for a moment
 * @param lastChangeMicros when any of them last began or ended a statement or a transaction, by the server's clock in
 *     microseconds since 1970; 0 if none of them ever did
 */
public record SessionActivity(long sessions, long lastChangeMicros) {

    /** No session. */
    public static final SessionActivity NONE = new SessionActivity(0, 0);

    /**
     * Whether a session has done something since an earlier moment. That one has gone is not enough: the server needs a
     * while for that, and it may end after the test that closed the session.
     *
     * @param earlier the earlier moment
     * @return true if a session has come or has begun or ended a statement; one that came and went in between is not
     *     seen here
     */
    public boolean isNewSince(SessionActivity earlier) {
        return lastChangeMicros > earlier.lastChangeMicros || sessions > earlier.sessions;
    }
}

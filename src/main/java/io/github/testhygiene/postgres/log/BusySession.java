package io.github.testhygiene.postgres.log;

import java.util.Objects;

/**
 * A session on a database that is not idle.
 *
 * @param key the same for the same transaction of the same session
 * @param running whether it executes a statement at this moment; if not, it is idle in a transaction
 * @param idleMillis how long it has been idle in its transaction, in milliseconds; 0 if it runs
 * @param description which session, and its statement, for a person
 */
public record BusySession(String key, boolean running, long idleMillis, String description) {

    /** Checks that nothing is missing. */
    public BusySession {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(description, "description");
    }
}

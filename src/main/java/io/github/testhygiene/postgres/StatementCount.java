package io.github.testhygiene.postgres;

import java.util.Objects;

/**
 * One row of {@code pg_stat_statements}: a statement, and what the server has counted of it since the last reset.
 *
 * @param queryId the server's number for statements that differ in constants alone
 * @param text the statement as the server keeps it: constants are replaced by {@code $1}, {@code $2} and so on; a
 *     statement that is no query, such as {@code CREATE TABLE}, keeps them before PostgreSQL 16
 * @param toplevel whether a client sent it; false if a function, a trigger or another statement executed it
 * @param calls how often it was executed; not negative
 * @param millis the server's time for all executions, in milliseconds; not negative
 * @param rows how many rows they returned or changed; not negative
 * @param tempBlocks how many blocks of temporary files they wrote; not negative
 */
public record StatementCount(
        long queryId, String text, boolean toplevel, long calls, double millis, long rows, long tempBlocks) {

    /** Checks that there is a text and that no count is negative. */
    public StatementCount {
        Objects.requireNonNull(text, "text");
        if (calls < 0 || !(millis >= 0) || rows < 0 || tempBlocks < 0) {
            throw new IllegalArgumentException("negative count of " + text);
        }
    }
}

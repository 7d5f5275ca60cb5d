package io.github.testhygiene.postgres.log;

import java.util.Objects;

/**
 * How often one statement was executed since the last look, as {@code pg_stat_statements} counts it.
 *
 * @param queryId the server's number for all statements that differ in constants alone
 * @param text the statement with placeholders for constants; before PostgreSQL 16, utility statements keep theirs
 * @param toplevel false if a function or a trigger executed it
 * @param calls how often; at least 1
 * @param millis the server's time for all of them, in milliseconds
 * @param rows how many rows they returned or changed
 * @param tempBlocks how many blocks of 8 kB they wrote to temporary files
 */
public record StatementCount(
        long queryId, String text, boolean toplevel, long calls, double millis, long rows, long tempBlocks) {

    /** Checks that the counts make sense. */
    public StatementCount {
        Objects.requireNonNull(text, "text");
        if (calls < 1 || !(millis >= 0) || rows < 0 || tempBlocks < 0) {
            throw new IllegalArgumentException("impossible counts of " + text);
        }
    }
}

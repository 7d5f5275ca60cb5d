package io.github.testhygiene.model;

import org.jspecify.annotations.Nullable;

/**
 * What a span of the reference run asked of the database, as the server counted it.
 *
 * @param statements how many statements were executed; not negative
 * @param millis the server's time for them, in milliseconds
 * @param rows how many rows they returned or changed
 * @param ddl how many of them changed the schema
 * @param ddlMillis the server's time for those, in milliseconds
 * @param distinct how many different statements there were, constants aside
 * @param connections how many connections were opened; null if the server cannot tell in time
 * @param tempBytes how many bytes sorts and joins wrote to temporary files
 * @param reached whether any session did anything on the database; statements that fail are not counted, and neither
 *     is the validation of a connection
 * @param repeated the query that was executed most often; null if there was none
 */
public record SqlUse(
        long statements,
        double millis,
        long rows,
        long ddl,
        double ddlMillis,
        int distinct,
        @Nullable Long connections,
        long tempBytes,
        boolean reached,
        @Nullable Repeated repeated) {

    /** A span that asked for nothing. */
    public static final SqlUse NONE = new SqlUse(0, 0, 0, 0, 0, 0, 0L, 0, false, null);

    /** Checks that no count is negative. */
    public SqlUse {
        if (statements < 0 || millis < 0 || rows < 0 || ddl < 0 || ddlMillis < 0 || distinct < 0) {
            throw new IllegalArgumentException("negative count of statements");
        }
    }

    /**
     * A span of which it is known that it reached the database exactly if statements were counted.
     *
     * @param statements how many statements were executed
     * @param millis the server's time for them
     * @param rows how many rows they returned or changed
     * @param ddl how many of them changed the schema
     * @param ddlMillis the server's time for those
     * @param distinct how many different statements there were
     * @param connections how many connections were opened; null if unknown
     * @param tempBytes how many bytes went to temporary files
     * @param repeated the query that was executed most often; null if there was none
     */
    public SqlUse(
            long statements,
            double millis,
            long rows,
            long ddl,
            double ddlMillis,
            int distinct,
            @Nullable Long connections,
            long tempBytes,
            @Nullable Repeated repeated) {
        this(
                statements,
                millis,
                rows,
                ddl,
                ddlMillis,
                distinct,
                connections,
                tempBytes,
                statements > 0 || (connections != null && connections > 0),
                repeated);
    }

    /**
     * The same, of which other signs say that it reached the database.
     *
     * @return everything else as here
     */
    public SqlUse asReached() {
        return new SqlUse(statements, millis, rows, ddl, ddlMillis, distinct, connections, tempBytes, true, repeated);
    }

    /**
     * One query and how often it was executed.
     *
     * @param query its text with placeholders for constants
     * @param calls how often; at least 1
     */
    public record Repeated(String query, long calls) {}
}

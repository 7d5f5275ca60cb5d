package io.github.testhygiene.postgres.server;

/**
 * What our role can do on a server.
 *
 * @param createsDatabases whether the role may create databases
 * @param replicates whether the role may read the change log (superuser or REPLICATION)
 * @param logicalWal whether the server writes a change log that can be decoded ({@code wal_level=logical})
 * @param statementStatistics whether the server counts statements ({@code pg_stat_statements} is loaded and can be created)
 */
public record ServerCapabilities(
        boolean createsDatabases, boolean replicates, boolean logicalWal, boolean statementStatistics) {

    /**
     * Whether rows left by tests can be recorded.
     *
     * @return true if the change log exists and may be read
     */
    public boolean recordsChanges() {
        return replicates && logicalWal;
    }
}

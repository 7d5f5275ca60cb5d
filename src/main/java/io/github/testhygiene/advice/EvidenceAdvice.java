package io.github.testhygiene.advice;

import io.github.testhygiene.model.Problem;

/** Why the database cannot tell what the tests did. Whoever shows it says first what is missing. */
public final class EvidenceAdvice {

    private static final String WITHOUT =
            "the other checks go on without it; -Dtest-hygiene.databaseEvidence=false stops asking.";

    private EvidenceAdvice() {}

    /**
     * The user does not want it.
     *
     * @return the problem
     */
    public static Problem switchedOff() {
        return new Problem(
                "<databaseEvidence> is false, so neither rows nor statements were recorded.",
                "Remove <databaseEvidence> or set it to true (-Dtest-hygiene.databaseEvidence=true).");
    }

    /**
     * No test JVM ever reported, so that there was nothing to observe.
     *
     * @return the problem
     */
    public static Problem nothingToObserve() {
        return new Problem(
                "No test JVM reported, so neither rows nor statements were recorded.",
                "See failsafe's output: mvn verify -X shows the class path of the tests.");
    }

    /**
     * Nobody was seen to use the provided database, so that nothing is known of what the tests do.
     *
     * @return the problem
     */
    public static Problem unusedDatabase() {
        return new Problem(
                "No test and no fixture used the provided database, and what tests do in another one is not observed.",
                "If they have one, let them read test-hygiene.jdbc.url (in the POM ${test-hygiene.jdbc.url}), .username and"
                        + " .password instead.");
    }

    /**
     * The server does not count statements.
     *
     * @return the problem
     */
    public static Problem noStatementStatistics() {
        return new Problem(
                "The server does not load pg_stat_statements.",
                "Start it with -c shared_preload_libraries=pg_stat_statements, or leave out <database>external</database>.");
    }

    /**
     * Counting statements was refused.
     *
     * @param reason the server's words
     * @return the problem
     */
    public static Problem statementStatisticsRefused(String reason) {
        return new Problem(
                "The server refuses to read or reset pg_stat_statements (" + reason + ").",
                "As a superuser run in the maintenance database, with psql: CREATE EXTENSION pg_stat_statements; GRANT EXECUTE ON"
                        + " FUNCTION pg_stat_statements_reset TO the role of <username>.");
    }

    /**
     * The server's settings or the role's rights allow no change log.
     *
     * @param replicates whether the role may read it
     * @param logicalWal whether the server writes it
     * @return the problem
     */
    public static Problem noChangeLog(boolean replicates, boolean logicalWal) {
        String what = logicalWal ? "" : "The server's wal_level is not logical";
        String who = replicates ? "" : (logicalWal ? "The" : "the") + " role has no replication right";
        return new Problem(
                what + (what.isEmpty() || who.isEmpty() ? "" : ", and ") + who + ".",
                (logicalWal ? "" : "Start the server with -c wal_level=logical. ")
                        + (replicates
                                ? "Or leave out <database>external</database>."
                                : "As a superuser run: ALTER ROLE … REPLICATION for the role of <username>."));
    }

    /**
     * The change log could not be opened.
     *
     * @param reason the server's words
     * @return the problem
     */
    public static Problem changeLogRefused(String reason) {
        return new Problem(
                "The server opens no replication slot (" + reason + ").",
                "A transaction that stays open on the server, or max_replication_slots, can be the reason; see it with psql:"
                        + " select * from pg_stat_activity order by xact_start.");
    }

    /**
     * The change log could not be read.
     *
     * @param reason the server's words
     * @return the problem
     */
    public static Problem changeLogLost(String reason) {
        return new Problem(
                "The change log could not be read (" + reason + ").",
                "Run mvn verify again; if it happens again, " + WITHOUT);
    }

    /**
     * The session that observes the database ended.
     *
     * @param reason the server's words
     * @return the problem
     */
    public static Problem sessionLost(String reason) {
        return new Problem(
                "The database could no longer be observed (" + reason + ").",
                "A test that ends other sessions or drops the database is the usual reason; " + WITHOUT);
    }

    /**
     * The server took so long at one boundary that the tests did not wait for it.
     *
     * @param seconds how long
     * @return the problem
     */
    public static Problem tooSlow(long seconds) {
        return new Problem(
                "The server took " + seconds
                        + " s to answer between two tests, so that rows and statements can no longer be told apart.",
                "See what it was busy with; " + WITHOUT);
    }
}

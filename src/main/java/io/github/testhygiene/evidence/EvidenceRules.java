package io.github.testhygiene.evidence;

import java.util.List;

/**
 * The limits of the rules about what the database saw.
 *
 * @param duplicateStatements how often a test may execute the same query; at least 1
 * @param connectionsPerTest how many connections a test may open; not negative
 * @param allowRows the tables that are meant to grow
 */
public record EvidenceRules(long duplicateStatements, long connectionsPerTest, List<AllowedRows> allowRows) {

    /** What holds where nothing is set: 20 times the same query, 10 connections, no table. */
    public static final EvidenceRules DEFAULTS = new EvidenceRules(20, 10, List.of());

    /** Checks the limits; copies the list. */
    public EvidenceRules {
        if (duplicateStatements < 1 || connectionsPerTest < 0) {
            throw new IllegalArgumentException(
                    "no limits: " + duplicateStatements + " equal statements, " + connectionsPerTest + " connections");
        }
        allowRows = List.copyOf(allowRows);
    }
}

package io.github.testhygiene.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL saw of the reference run.
 *
 * @param noChangeLog why no rows were recorded; null if they were
 * @param noStatementLog why no statements were counted; null if they were
 * @param tests by test, in the reference order; a test of which nothing was recorded is missing
 * @param fixtures by class, in the order in which the classes started
 * @param boundaryMillis what it cost to look at the database at both boundaries of a test together, at the median, in
 *     milliseconds; null if no test was observed
 */
public record DatabaseEvidence(
        @Nullable String noChangeLog,
        @Nullable String noStatementLog,
        Map<TestId, SpanEvidence> tests,
        List<FixtureEvidence> fixtures,
        @Nullable Double boundaryMillis) {

    /** Copies the collections, keeping their order. */
    public DatabaseEvidence {
        tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
        fixtures = List.copyOf(fixtures);
    }

    /**
     * Evidence whose cost is not known.
     *
     * @param noChangeLog why no rows were recorded
     * @param noStatementLog why no statements were counted
     * @param tests by test
     * @param fixtures by class
     */
    public DatabaseEvidence(
            @Nullable String noChangeLog,
            @Nullable String noStatementLog,
            Map<TestId, SpanEvidence> tests,
            List<FixtureEvidence> fixtures) {
        this(noChangeLog, noStatementLog, tests, fixtures, null);
    }

    /**
     * Evidence of nothing.
     *
     * @param reason why
     * @return neither rows nor statements
     */
    public static DatabaseEvidence none(String reason) {
        return new DatabaseEvidence(reason, reason, Map.of(), List.of());
    }

    /**
     * Whether any statement reached the database in the whole run.
     *
     * @return true if so, and if statements were not counted
     */
    public boolean reached() {
        return noStatementLog != null
                || tests.values().stream().anyMatch(DatabaseEvidence::used)
                || fixtures.stream().map(FixtureEvidence::evidence).anyMatch(DatabaseEvidence::used);
    }

    private static boolean used(SpanEvidence span) {
        SqlUse sql = span.sql();
        return sql == null || sql.reached();
    }
}

package io.github.testhygiene.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param use whether the tests and their fixtures used the provided database at all; if that was not seen, nothing is
 *     known of their statements and rows, wherever they are
 */
public record DatabaseEvidence(
        @Nullable String noChangeLog,
        @Nullable String noStatementLog,
        Map<TestId, SpanEvidence> tests,
        List<FixtureEvidence> fixtures,
        @Nullable Double boundaryMillis,
        Observation use) {

    /** Copies the collections, keeping their order. */
    public DatabaseEvidence {
        Objects.requireNonNull(use, "use");
        tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
        fixtures = List.copyOf(fixtures);
    }

    /**
     * Evidence of a database that was used.
     *
     * @param noChangeLog why no rows were recorded
     * @param noStatementLog why no statements were counted
     * @param tests by test
     * @param fixtures by class
     * @param boundaryMillis what it cost to look at the database
     */
    public DatabaseEvidence(
            @Nullable String noChangeLog,
            @Nullable String noStatementLog,
            Map<TestId, SpanEvidence> tests,
            List<FixtureEvidence> fixtures,
            @Nullable Double boundaryMillis) {
        this(noChangeLog, noStatementLog, tests, fixtures, boundaryMillis, Observation.SEEN);
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
        return new DatabaseEvidence(reason, reason, Map.of(), List.of(), null, Observation.notObserved(reason));
    }

    /**
     * Evidence of a run in which nobody was seen to use the provided database. What the tests do elsewhere is unknown, so
     * that no test has statements or rows, not even none.
     *
     * @param use none if it is certain that nobody used it; else not observed
     * @param reason why nothing is known of statements and rows
     * @param fixtures the fixtures of classes with their durations; what is said of their statements is dropped
     * @param boundaryMillis what it cost to look at the database; null if unknown
     * @return neither rows nor statements
     */
    public static DatabaseEvidence unused(
            Observation use, String reason, List<FixtureEvidence> fixtures, @Nullable Double boundaryMillis) {
        List<FixtureEvidence> durations = fixtures.stream()
                .map(each -> new FixtureEvidence(each.className(), each.duration(), SpanEvidence.unattributed(reason)))
                .toList();
        return new DatabaseEvidence(reason, reason, Map.of(), durations, boundaryMillis, use);
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

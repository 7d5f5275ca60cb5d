package io.github.testhygiene.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the database saw of the reference run, apart from what stands at each test.
 *
 * @param noChangeLog why no rows were recorded; null if they were
 * @param noStatementLog why no statements were counted; null if they were
 * @param noFixtureTimes why the time of fixtures cannot be told from that of tests; null if it can
 * @param classFixtures what the fixtures did that run once for a class; only those that did something
 * @param suiteSlowBecause where the suite's time goes, the greatest first; empty if nothing is known
 * @param boundaryMillis what looking at the database cost for each test, at the median, in milliseconds; null if unknown
 * @param parts what was seen, seen to be absent, and not observed in the run as a whole; null in reports that were
 *     written before they said so
 */
public record EvidenceEntry(
        @Nullable String noChangeLog,
        @Nullable String noStatementLog,
        @Nullable String noFixtureTimes,
        List<ClassFixture> classFixtures,
        List<SlowCause> suiteSlowBecause,
        @Nullable Double boundaryMillis,
        @Nullable EvidenceParts parts) {

    /** Copies the lists. */
    public EvidenceEntry {
        classFixtures = List.copyOf(classFixtures);
        suiteSlowBecause = List.copyOf(suiteSlowBecause);
    }

    /**
     * Without what it cost, where the time of fixtures is known.
     *
     * @param noChangeLog why no rows were recorded
     * @param noStatementLog why no statements were counted
     * @param classFixtures what the fixtures of classes did
     * @param suiteSlowBecause where the suite's time goes
     */
    public EvidenceEntry(
            @Nullable String noChangeLog,
            @Nullable String noStatementLog,
            List<ClassFixture> classFixtures,
            List<SlowCause> suiteSlowBecause) {
        this(noChangeLog, noStatementLog, null, classFixtures, suiteSlowBecause, null, null);
    }

    /**
     * The fixtures of one class that run once for all its tests.
     *
     * @param className the class
     * @param durationMillis the time that they took
     * @param sql their statements; null if unknown
     * @param rowsLeft what they left in tables; null if unknown
     * @param traces what else they left; null if unknown
     * @param unattributed why not everything is known; null if there is no reason
     */
    public record ClassFixture(
            String className,
            long durationMillis,
            @Nullable SqlUse sql,
            @Nullable List<TableChange> rowsLeft,
            @Nullable OtherTraces traces,
            @Nullable String unattributed) {

        /** Checks that the class is named; copies the list. */
        public ClassFixture {
            Objects.requireNonNull(className, "className");
            rowsLeft = rowsLeft == null ? null : List.copyOf(rowsLeft);
        }
    }
}

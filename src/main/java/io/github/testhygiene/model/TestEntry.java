package io.github.testhygiene.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One test, as the report describes it. What a later stage adds (culprits, statements, rows left) is null until it is
 * known; lists name tests by id.
 *
 * @param id its unique id
 * @param className the class that holds it
 * @param methodName its method
 * @param displayName the name that JUnit shows
 * @param verdict what is said of it
 * @param reason why it is unchecked, or what the verdict rests on; null if there is nothing to add
 * @param evidence the runs behind the verdict
 * @param failure the failure behind the verdict; null if there is none
 * @param failedIn the number of the run in which it failed; null if it never did
 * @param durations its times
 * @param budget its median time against the limits
 * @param replay a command line that shows the verdict again
 * @param sql what it asked of the database in the reference run; null if unknown
 * @param rowsLeft what it left in tables in the reference run; null if unknown
 * @param traces what else it left there; null if unknown
 * @param unattributed why the three before are unknown or not complete; null if there is no reason
 * @param slowBecause where its time goes, if it is over its budget; null if it is not, or if nothing is known
 * @param polluters the tests after which it fails, if it is a victim whose polluters were found; else null
 * @param stateSetters the tests after which it passes, if it is brittle and they were found; else null
 * @param cleaners tests that keep it from failing when they run between polluter and victim; null if none is known
 * @param leak through what it depends on them; null if it depends on none that is known
 * @param diagnosis the proof of the four before; null if nothing was searched
 */
public record TestEntry(
        TestId id,
        String className,
        String methodName,
        String displayName,
        VerdictKind verdict,
        @Nullable String reason,
        Evidence evidence,
        @Nullable TestFailure failure,
        @Nullable Integer failedIn,
        Durations durations,
        Budget budget,
        String replay,
        @Nullable SqlUse sql,
        @Nullable List<TableChange> rowsLeft,
        @Nullable OtherTraces traces,
        @Nullable String unattributed,
        @Nullable List<SlowCause> slowBecause,
        @Nullable List<TestId> polluters,
        @Nullable List<TestId> stateSetters,
        @Nullable List<TestId> cleaners,
        @Nullable Leak leak,
        @Nullable Diagnosis diagnosis) {

    /** Checks that the parts which every test has are there. */
    public TestEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(durations, "durations");
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(replay, "replay");
        rowsLeft = copy(rowsLeft);
        slowBecause = copy(slowBecause);
        polluters = copy(polluters);
        stateSetters = copy(stateSetters);
        cleaners = copy(cleaners);
    }

    /**
     * A test of which the database told nothing.
     *
     * @param id its unique id
     * @param className the class that holds it
     * @param methodName its method
     * @param displayName the name that JUnit shows
     * @param verdict what is said of it
     * @param reason why it is unchecked, or what the verdict rests on
     * @param evidence the runs behind the verdict
     * @param failure the failure behind the verdict
     * @param failedIn the number of the run in which it failed
     * @param durations its times
     * @param budget its median time against the limits
     * @param replay a command line that shows the verdict again
     */
    public TestEntry(
            TestId id,
            String className,
            String methodName,
            String displayName,
            VerdictKind verdict,
            @Nullable String reason,
            Evidence evidence,
            @Nullable TestFailure failure,
            @Nullable Integer failedIn,
            Durations durations,
            Budget budget,
            String replay) {
        this(
                id,
                className,
                methodName,
                displayName,
                verdict,
                reason,
                evidence,
                failure,
                failedIn,
                durations,
                budget,
                replay,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }

    /**
     * The same test with what the database saw of it.
     *
     * @param seen the database's word; null if there is none
     * @return everything else as here
     */
    public TestEntry withDatabase(@Nullable SpanEvidence seen) {
        return seen == null
                ? this
                : with(seen.sql(), seen.rowsLeft(), seen.traces(), seen.unattributed(), slowBecause, diagnosis);
    }

    /**
     * The same test with the reasons for its time.
     *
     * @param causes the reasons, the greatest first; null if nothing is known
     * @return everything else as here
     */
    public TestEntry withCauses(@Nullable List<SlowCause> causes) {
        return with(sql, rowsLeft, traces, unattributed, causes, diagnosis);
    }

    /**
     * The same test with those on which it depends.
     *
     * @param known what was found; null if nothing was searched
     * @return everything else as here
     */
    public TestEntry withDiagnosis(@Nullable Diagnosis known) {
        return with(sql, rowsLeft, traces, unattributed, slowBecause, known);
    }

    private TestEntry with(
            @Nullable SqlUse use,
            @Nullable List<TableChange> left,
            @Nullable OtherTraces others,
            @Nullable String limits,
            @Nullable List<SlowCause> causes,
            @Nullable Diagnosis known) {
        List<TestId> culprits = known == null || known.culprits().isEmpty() ? null : known.tests();
        return new TestEntry(
                id,
                className,
                methodName,
                displayName,
                verdict,
                reason,
                evidence,
                failure,
                failedIn,
                durations,
                budget,
                replay,
                use,
                left,
                others,
                limits,
                causes,
                verdict == VerdictKind.BRITTLE ? null : culprits,
                verdict == VerdictKind.BRITTLE ? culprits : null,
                known == null || known.cleaners().isEmpty() ? null : known.cleaners(),
                known == null || culprits == null ? null : known.leak(),
                known);
    }

    /**
     * Whether nobody asked for its verdict, and no run had anything against it.
     *
     * @return true for a test that was not selected
     */
    public boolean isNotSelected() {
        return verdict == VerdictKind.UNCHECKED && Selection.NOT_SELECTED.equals(reason);
    }

    /**
     * The short name that a person recognises.
     *
     * @return for example {@code OrderIT.counts}
     */
    public String shortName() {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.') + "." + methodName;
    }

    /**
     * The runs behind a verdict.
     *
     * @param passed in how many runs the test passed
     * @param failed in how many runs it failed
     * @param ordersTried in how many different orders, with the reference order, it ran to an end
     * @param detectionPower the probability with which that many independent random orders show a victim that has one
     *     polluter and one cleaner (which fails in a third of all orders); 0 to 1
     */
    public record Evidence(int passed, int failed, int ordersTried, double detectionPower) {}

    /**
     * A test's times over all runs that executed it.
     *
     * @param referenceMillis in the reference run; null if it did not run there
     * @param medianMillis the (lower) median
     * @param p95Millis the 95th percentile, nearest rank
     * @param maxMillis the longest
     * @param aloneMillis in its alone run, that is in a cold JVM; null if there was none
     * @param medianRuns how many runs the median is taken from, those in a warm JVM where there are any; of fewer than three
     *     there is no median, and the shortest time stands in its place; null in reports that were written before they
     *     said so
     */
    public record Durations(
            @Nullable Long referenceMillis,
            long medianMillis,
            long p95Millis,
            long maxMillis,
            @Nullable Long aloneMillis,
            @Nullable Integer medianRuns) {

        /**
         * Times of which it is not known how many there are.
         *
         * @param referenceMillis in the reference run; null if it did not run there
         * @param medianMillis the (lower) median
         * @param p95Millis the 95th percentile
         * @param maxMillis the longest
         * @param aloneMillis in its alone run; null if there was none
         */
        public Durations(
                @Nullable Long referenceMillis,
                long medianMillis,
                long p95Millis,
                long maxMillis,
                @Nullable Long aloneMillis) {
            this(referenceMillis, medianMillis, p95Millis, maxMillis, aloneMillis, null);
        }
    }
}

package io.github.testhygiene.model;

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
        String replay) {

    /** Checks that the parts which every test has are there. */
    public TestEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(durations, "durations");
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(replay, "replay");
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
     */
    public record Durations(
            @Nullable Long referenceMillis,
            long medianMillis,
            long p95Millis,
            long maxMillis,
            @Nullable Long aloneMillis) {}
}

package io.github.testhygiene.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the reference run showed.
 *
 * @param startedAt when the first test JVM reported
 * @param duration from the first report to the last
 * @param tests every test, in the order in which they started
 * @param outcomes how each ended; a test of a JVM that crashed may be missing
 * @param launches the JVMs of the run that executed tests, in the order in which they started
 * @param repeated how often a test was started that had not failed before its next start; 2 or more, others are missing
 * @param database what the database saw of it
 */
public record Recording(
        Instant startedAt,
        Duration duration,
        List<RecordedTest> tests,
        Map<TestId, TestOutcome> outcomes,
        List<RecordedLaunch> launches,
        Map<TestId, Integer> repeated,
        DatabaseEvidence database) {

    /** Copies the collections, keeping their order. */
    public Recording {
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(duration, "duration");
        tests = List.copyOf(tests);
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        launches = List.copyOf(launches);
        repeated = Collections.unmodifiableMap(new LinkedHashMap<>(repeated));
        Objects.requireNonNull(database, "database");
    }

    /**
     * A recording of which the database saw nothing.
     *
     * @param startedAt when the first test JVM reported
     * @param duration from the first report to the last
     * @param tests every test, in the order in which they started
     * @param outcomes how each ended
     * @param launches the JVMs of the run
     */
    public Recording(
            Instant startedAt,
            Duration duration,
            List<RecordedTest> tests,
            Map<TestId, TestOutcome> outcomes,
            List<RecordedLaunch> launches) {
        this(startedAt, duration, tests, outcomes, launches, Map.of(), DatabaseEvidence.none("it was not recorded"));
    }

    /**
     * The same recording with what the database saw of it.
     *
     * @param evidence the database's word
     * @return everything else as here
     */
    public Recording withDatabase(DatabaseEvidence evidence) {
        return new Recording(startedAt, duration, tests, outcomes, launches, repeated, evidence);
    }

    /**
     * One JVM of the reference run.
     *
     * @param recipe how to launch it again; null if the tests ran in Maven's own JVM
     * @param tests the tests that it executed, in order
     * @param containerSessions the values of the label {@code org.testcontainers.sessionId} of the containers that it
     *     started; empty if its tests did not use Testcontainers
     */
    public record RecordedLaunch(@Nullable LaunchRecipe recipe, List<TestId> tests, Set<String> containerSessions) {

        /** Copies the collections. */
        public RecordedLaunch {
            tests = List.copyOf(tests);
            containerSessions = Set.copyOf(containerSessions);
        }

        /**
         * A JVM whose tests did not use Testcontainers.
         *
         * @param recipe how to launch it again; null if the tests ran in Maven's own JVM
         * @param tests the tests that it executed, in order
         */
        public RecordedLaunch(@Nullable LaunchRecipe recipe, List<TestId> tests) {
            this(recipe, tests, Set.of());
        }
    }
}

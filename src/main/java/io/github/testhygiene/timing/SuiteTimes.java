package io.github.testhygiene.timing;

import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.SqlUse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of the time of the reference run.
 *
 * @param total how long it took
 * @param tests the tests that it executed
 * @param fixtures the fixtures of classes
 */
record SuiteTimes(ExplainedTime total, List<TestTimes> tests, List<FixtureEvidence> fixtures) {

    /** What explains less is not told where the suite is within its budget. */
    private static final double SHARE_WITHIN = 0.1;

    /** Where the suite is over its budget, smaller shares count as well. */
    private static final double SHARE_OVER = 0.01;

    private static final double TOLERANCE = 1.01;

    SuiteTimes {
        tests = List.copyOf(tests);
        fixtures = List.copyOf(fixtures);
    }

    /** Takes the tests' times together where JVMs ran side by side and tests took more than the time that passed. */
    static SuiteTimes of(double millis, boolean withinBudget, List<TestTimes> tests, List<FixtureEvidence> fixtures) {
        double together = Stream.concat(
                        tests.stream().map(test -> test.total().millis()),
                        fixtures.stream().map(fixture -> Medians.millis(fixture.duration())))
                .sorted()
                .mapToDouble(Double::doubleValue)
                .sum();
        double share = withinBudget ? SHARE_WITHIN : SHARE_OVER;
        ExplainedTime total = together > millis * TOLERANCE
                ? new ExplainedTime(together, share, " that all JVMs took together" + ExplainedTime.REFERENCE)
                : new ExplainedTime(Math.max(millis, together), share, ExplainedTime.REFERENCE);
        return new SuiteTimes(total, tests, fixtures);
    }

    /** What all tests and fixtures asked of the database, as far as that is known. */
    Stream<SqlUse> sql() {
        return Stream.concat(
                tests.stream().map(TestTimes::sql).flatMap(Optional::stream),
                fixtures.stream().map(SuiteTimes::sql).flatMap(Optional::stream));
    }

    /** How the time of all tests and fixtures is divided whose statements are known. */
    TimeSplit split() {
        return Stream.concat(
                        tests.stream().map(TestTimes::split).flatMap(Optional::stream),
                        fixtures.stream().map(SuiteTimes::split).flatMap(Optional::stream))
                .reduce(TimeSplit.NOTHING, TimeSplit::plus);
    }

    static Optional<SqlUse> sql(FixtureEvidence fixture) {
        return Optional.ofNullable(fixture.evidence().sql());
    }

    static Optional<TimeSplit> split(FixtureEvidence fixture) {
        return sql(fixture).map(sql -> TimeSplit.of(Medians.millis(fixture.duration()), sql));
    }
}

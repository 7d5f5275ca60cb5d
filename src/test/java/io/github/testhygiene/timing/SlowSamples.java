package io.github.testhygiene.timing;

import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Executions and evidence of suites that never ran. */
final class SlowSamples {

    static final RecordedTest SLOW = SampleTests.test("shop.OrderIT", "slow");

    private SlowSamples() {}

    static Execution execution(RecordedTest test, RunKind kind, double millis, TestId... before) {
        return new Execution(test.id(), test.className(), kind, duration(millis), null, false, false, List.of(before));
    }

    static Execution reference(RecordedTest test, double millis, TestId... before) {
        return execution(test, RunKind.REFERENCE, millis, before);
    }

    static Execution shuffled(RecordedTest test, double millis, TestId... before) {
        return execution(test, RunKind.SHUFFLED, millis, before);
    }

    static Execution withBody(RecordedTest test, double millis, double body) {
        return new Execution(
                test.id(),
                test.className(),
                RunKind.SHUFFLED,
                duration(millis),
                duration(body),
                false,
                false,
                List.of());
    }

    static Execution first(Execution of, boolean ofJvm) {
        return new Execution(of.id(), of.className(), of.kind(), of.duration(), of.body(), ofJvm, true, of.before());
    }

    static Duration duration(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }

    static SqlUse sql(long statements, double millis, long ddl, double ddlMillis, long connections) {
        return new SqlUse(statements, millis, statements, ddl, ddlMillis, 1, connections, 0L, null);
    }

    static SpanEvidence span(@Nullable SqlUse sql) {
        return new SpanEvidence(sql, List.of(), OtherTraces.NONE, Set.of(), Set.of(), null);
    }

    static SpanEvidence reads(String... tables) {
        return new SpanEvidence(null, List.of(), OtherTraces.NONE, Set.of(), Set.of(tables), null);
    }

    static SpanEvidence leaves(String table, long inserted, boolean takenBack) {
        TableChange change = new TableChange(table, inserted, 0, 0, false, null, null, List.of(), false, takenBack);
        return new SpanEvidence(null, List.of(change), OtherTraces.NONE, Set.of(table), Set.of(table), null);
    }

    static FixtureEvidence fixture(String className, double millis, @Nullable SqlUse sql) {
        return new FixtureEvidence(className, duration(millis), span(sql));
    }

    static DatabaseEvidence database(Map<TestId, SpanEvidence> tests, FixtureEvidence... fixtures) {
        return new DatabaseEvidence(null, null, new LinkedHashMap<>(tests), List.of(fixtures));
    }

    static SlowCauses causes(List<Execution> executions, DatabaseEvidence database) {
        return new SlowCauses(executions, database, StartedContainers.NONE, TimeLimits.DEFAULTS);
    }

    /** The causes of one test that was over its budget in the reference run. */
    static List<SlowCause> causesOf(double reference, SqlUse sql) {
        return causes(List.of(reference(SLOW, reference)), database(Map.of(SLOW.id(), span(sql))))
                .ofTest(over(SLOW));
    }

    static TestEntry over(RecordedTest test) {
        return entry(test, 1_200L, 1_200, Budget.OVER);
    }

    static TestEntry entry(RecordedTest test, @Nullable Long reference, long median, Budget budget) {
        return new TestEntry(
                test.id(),
                test.className(),
                test.methodName(),
                test.displayName(),
                VerdictKind.ISOLATED,
                null,
                new TestEntry.Evidence(2, 0, 2, 0.5),
                null,
                null,
                new TestEntry.Durations(reference, median, median, median, null),
                budget,
                "mvn verify");
    }

    static HygieneReport.Suite suite(int tests, long millis, boolean withinBudget) {
        return new HygieneReport.Suite(tests, millis, withinBudget ? millis : 1, withinBudget);
    }
}

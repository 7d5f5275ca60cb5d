package io.github.testhygiene.evidence;

import static io.github.testhygiene.fixture.SampleTests.passed;

import io.github.testhygiene.fixture.SampleRecordings;
import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.BodyStatements;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.Observation;
import io.github.testhygiene.model.OpenSessionState;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.SchemaChange;
import io.github.testhygiene.model.SequenceAdvance;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A suite of which the database saw what a test of ours says. Its first test, {@code WarmUpIT.starts}, did nothing. */
final class Suite {

    private static final RecordedTest FIRST = SampleTests.test("shop.WarmUpIT", "starts");

    private final List<RecordedTest> tests = new ArrayList<>();
    private final List<TestOutcome> outcomes = new ArrayList<>();
    private final Map<TestId, SpanEvidence> evidence = new LinkedHashMap<>();
    private final List<FixtureEvidence> fixtures = new ArrayList<>();
    private final Map<TestId, Integer> repeated = new LinkedHashMap<>();
    private String noStatementLog;
    private Observation use = Observation.SEEN;

    /** A suite whose first test is one that left nothing. */
    static Suite warm() {
        return new Suite().test(FIRST, span());
    }

    /** A suite whose first test is the next one. */
    static Suite cold() {
        return new Suite();
    }

    Suite test(RecordedTest test, SpanEvidence seen) {
        return test(test, passed(test), seen);
    }

    Suite test(RecordedTest test, TestOutcome outcome, SpanEvidence seen) {
        tests.add(test);
        outcomes.add(outcome);
        if (seen != null) {
            evidence.put(test.id(), seen);
        }
        return this;
    }

    Suite fixture(String className, SpanEvidence seen) {
        fixtures.add(new FixtureEvidence(className, Duration.ofMillis(5), seen));
        return this;
    }

    Suite repeated(RecordedTest test, int times) {
        repeated.put(test.id(), times);
        return this;
    }

    /** A suite in which no session was opened on the provided database. */
    Suite unused() {
        use = Observation.NONE;
        return this;
    }

    Suite withoutStatementLog() {
        noStatementLog = "pg_stat_statements is not installed";
        return this;
    }

    Recording recording() {
        Recording plain = SampleRecordings.of(tests, outcomes);
        return new Recording(
                plain.startedAt(),
                plain.duration(),
                tests,
                plain.outcomes(),
                plain.launches(),
                repeated,
                use == Observation.NONE
                        ? DatabaseEvidence.unused(use, "not used", fixtures, null)
                        : new DatabaseEvidence(null, noStatementLog, evidence, fixtures));
    }

    List<Finding> findings(DatabaseSigns signs) {
        return EvidenceFindings.find(recording(), Map.of(), Set.of(), EvidenceRules.DEFAULTS, signs);
    }

    List<Finding> findings() {
        return findings(Set.of(), EvidenceRules.DEFAULTS);
    }

    List<Finding> findings(Set<TestId> polluters, EvidenceRules rules) {
        return EvidenceFindings.find(recording(), Map.of(), polluters, rules, DatabaseSigns.NONE);
    }

    List<Finding> findings(Map<TestId, BodyStatements> bodies) {
        return EvidenceFindings.find(recording(), bodies, Set.of(), EvidenceRules.DEFAULTS, DatabaseSigns.NONE);
    }

    /** A span in which one statement was executed, and which left what is given. */
    static SpanEvidence span(TableChange... left) {
        return span(List.of(left), OtherTraces.NONE);
    }

    static SpanEvidence span(OtherTraces traces) {
        return span(List.of(), traces);
    }

    static SpanEvidence span(List<TableChange> left, OtherTraces traces, String... written) {
        return new SpanEvidence(use(1, 1L, null), left, traces, Set.of(written), Set.of(), null);
    }

    static SpanEvidence span(SqlUse use) {
        return new SpanEvidence(use, List.of(), OtherTraces.NONE, Set.of(), Set.of(), null);
    }

    static SqlUse use(long statements, Long connections, SqlUse.Repeated repeated) {
        return new SqlUse(statements, 1, 1, 0, 0, 1, connections, 0L, repeated);
    }

    static OtherTraces schema(SchemaChange... changes) {
        return new OtherTraces(List.of(changes), List.of(), List.of(), List.of());
    }

    static OtherTraces sequence(String name, Long before, Long after) {
        return new OtherTraces(List.of(), List.of(new SequenceAdvance(name, before, after)), List.of(), List.of());
    }

    static OtherTraces sessions(OpenSessionState... left) {
        return new OtherTraces(List.of(), List.of(), List.of(), List.of(left));
    }

    static SchemaChange created(String type, String name) {
        return new SchemaChange(SchemaChange.Kind.CREATED, type, name);
    }

    /** Rows that were added to an empty table. */
    static TableChange added(String table, long rows, String... sample) {
        return new TableChange(table, rows, 0, 0, false, 0L, rows, Arrays.asList(sample), false, false);
    }

    /** A change of a table of which nobody counted the rows. */
    static TableChange uncounted(String table, long inserted, long updated, long deleted) {
        return new TableChange(table, inserted, updated, deleted, false, null, null, List.of(), false, false);
    }
}

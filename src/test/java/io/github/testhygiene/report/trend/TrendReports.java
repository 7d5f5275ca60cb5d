package io.github.testhygiene.report.trend;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.Database;
import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.LintEntry;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Small reports of which everything was looked at, to compare. */
public final class TrendReports {

    /** A build that looked at everything, in which no class has gone. */
    public static final BuildScope EVERYTHING = looked(true, true, true);

    private static final SqlUse READS = new SqlUse(3, 1.0, 3, 0, 0, 1, 1L, 0, null);

    private TrendReports() {}

    static BuildScope looked(boolean wholeSuite, boolean everyTest, boolean everyRun) {
        return new BuildScope(wholeSuite, everyTest, everyRun, rule -> true, name -> true, Set.of(), each -> true);
    }

    /** A test whose evidence is complete, unless it did not run. */
    public static TestEntry test(String className, String method, VerdictKind verdict) {
        boolean ran = verdict != VerdictKind.SKIPPED;
        return new TestEntry(
                        id(className, method),
                        "shop." + className,
                        method,
                        method + "()",
                        verdict,
                        null,
                        new TestEntry.Evidence(3, 0, 3, 0.7),
                        null,
                        null,
                        new TestEntry.Durations(ran ? 100L : null, 100, 100, 100, null),
                        Budget.WITHIN,
                        "mvn verify")
                .withDatabase(
                        ran ? new SpanEvidence(READS, List.of(), OtherTraces.NONE, Set.of(), Set.of(), null) : null);
    }

    static TestId id(String className, String method) {
        return new TestId("[class:shop." + className + "]/[method:" + method + "()]");
    }

    /** A finding about a test; about a class if there is no method, about the suite if there is no class. */
    public static Finding finding(Rule rule, String className, String method) {
        return Findings.of(rule, className.isEmpty() ? "" : "shop." + className, method, "Seen.", "Mend it.");
    }

    /** A report whose reference run executed all its tests. */
    public static HygieneReport report(List<TestEntry> tests, List<Finding> findings) {
        return report(
                tests,
                findings,
                new EvidenceEntry(null, null, List.of(), List.of()),
                new LintEntry(1, 1, 1, List.of(), null));
    }

    static HygieneReport report(List<TestEntry> tests, List<Finding> findings, EvidenceEntry evidence, LintEntry lint) {
        List<TestId> order = tests.stream().map(TestEntry::id).toList();
        List<TestId> skipped = tests.stream()
                .filter(test -> test.durations().referenceMillis() == null)
                .map(TestEntry::id)
                .toList();
        return report(tests, findings, evidence, lint, run(order, List.of(), skipped));
    }

    static RunEntry run(List<TestId> order, List<TestId> failed, List<TestId> notRun) {
        return new RunEntry(
                1, "reference", RunKind.REFERENCE, order.size(), 7_100, "completed", null, order, failed, notRun);
    }

    static HygieneReport report(
            List<TestEntry> tests, List<Finding> findings, EvidenceEntry evidence, LintEntry lint, RunEntry reference) {
        return new HygieneReport(
                HygieneReport.SCHEMA_VERSION,
                new HygieneReport.Tool("0.1.0"),
                new HygieneReport.Project("com.example", "shop", "1.0"),
                1,
                Instant.parse("2026-11-23T10:00:00Z"),
                9_000,
                new Database(Provider.EMBEDDED, "18.1", null),
                new HygieneReport.Suite(tests.size(), 7_100, 300_000, true),
                List.of(reference),
                tests,
                findings,
                new GateResult(true, List.of()),
                evidence,
                lint,
                null);
    }

    static EarlierState earlier(List<TestEntry> tests, List<Finding> findings) {
        return new EarlierState(
                Instant.parse("2026-11-20T09:00:00Z"),
                8_940,
                tests.size(),
                EarlierState.of(report(tests, findings)).testClasses(),
                findings);
    }
}

package io.github.testhygiene.mojo;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.Database;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports of suites that never ran, test by test and run by run. */
final class ReplayReports {

    private final List<TestEntry> tests = new ArrayList<>();
    private final List<RunEntry> runs = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    ReplayReports test(RecordedTest test, VerdictKind kind, @Nullable Integer failedIn, RecordedTest... culprits) {
        TestEntry entry = new TestEntry(
                test.id(),
                test.className(),
                test.methodName(),
                test.displayName(),
                kind,
                kind == VerdictKind.UNCHECKED ? "its run gave no answer" : null,
                new TestEntry.Evidence(1, 1, 2, 0.5),
                null,
                failedIn,
                new TestEntry.Durations(null, 1, 1, 1, null),
                Budget.WITHIN,
                "mvn");
        tests.add(culprits.length == 0 ? entry : entry.withDiagnosis(diagnosis(culprits)));
        return this;
    }

    ReplayReports run(RunKind kind, String label, List<RecordedTest> order, RecordedTest... failed) {
        return run(kind, label, "completed", order, failed);
    }

    ReplayReports run(RunKind kind, String label, String outcome, List<RecordedTest> order, RecordedTest... failed) {
        runs.add(new RunEntry(
                runs.size() + 1,
                label,
                kind,
                order.size(),
                1,
                outcome,
                null,
                order.size() == 1 ? null : ids(order.toArray(RecordedTest[]::new)),
                ids(failed)));
        return this;
    }

    ReplayReports finding(Finding finding) {
        findings.add(finding);
        return this;
    }

    HygieneReport report() {
        return new HygieneReport(
                HygieneReport.SCHEMA_VERSION,
                new HygieneReport.Tool("1"),
                new HygieneReport.Project("com.example", "shop", "1"),
                42,
                Instant.EPOCH,
                1,
                new Database(Provider.EMBEDDED, "18.6", null),
                new HygieneReport.Suite(tests.size(), 1, 1, true),
                runs,
                tests,
                findings,
                new GateResult(true, List.of()));
    }

    private static Diagnosis diagnosis(RecordedTest... culprits) {
        Culprit culprit =
                new Culprit(ids(culprits), null, 3, 3, Leak.UNDETERMINED, "not searched", List.of(), null, null);
        return new Diagnosis(List.of(culprit), List.of(), List.of(), null);
    }

    private static List<TestId> ids(RecordedTest... tests) {
        return Arrays.stream(tests).map(RecordedTest::id).toList();
    }
}

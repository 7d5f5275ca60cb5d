package io.github.testhygiene.report.chart;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.Database;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reports of any size to draw. */
final class ChartReports {

    private ChartReports() {}

    static TestId id(int number) {
        return new TestId("[engine:junit-jupiter]/[class:shop.AIT]/[method:m" + number + "()]");
    }

    static List<TestId> ids(int... numbers) {
        return IntStream.of(numbers).mapToObj(ChartReports::id).toList();
    }

    static TestEntry test(int number, long median, VerdictKind verdict) {
        Budget budget = median > 500 ? Budget.OVER : median < 50 ? Budget.UNDER : Budget.WITHIN;
        return new TestEntry(
                id(number),
                "shop.AIT",
                "m" + number,
                "m" + number + "()",
                verdict,
                null,
                new TestEntry.Evidence(3, 0, 3, 0.5),
                null,
                null,
                new TestEntry.Durations(median, median, median, median, number == 0 ? null : median),
                budget,
                "mvn verify");
    }

    static TestEntry slow(int number, long median, SlowCause.Kind kind) {
        return test(number, median, VerdictKind.ISOLATED)
                .withCauses(List.of(new SlowCause(kind, median, "It was measured.", "Mend it.")));
    }

    static TestEntry victim(int number, int... polluters) {
        List<Culprit> culprits = IntStream.of(polluters)
                .mapToObj(polluter -> new Culprit(ids(polluter), null, 3, 3, Leak.JVM, null, List.of(), null, null))
                .toList();
        return test(number, 80, VerdictKind.VICTIM).withDiagnosis(new Diagnosis(culprits, List.of(), List.of(), null));
    }

    static List<TestEntry> tests(int count) {
        List<TestEntry> tests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tests.add(test(i, 60, VerdictKind.ISOLATED));
        }
        return tests;
    }

    static HygieneReport report(HygieneReport.Suite suite, List<TestEntry> tests, List<RunEntry> runs) {
        return new HygieneReport(
                HygieneReport.SCHEMA_VERSION,
                new HygieneReport.Tool("0.1.0"),
                new HygieneReport.Project("com.example", "shop", "1"),
                1,
                Instant.EPOCH,
                1,
                new Database(Provider.EMBEDDED, "18.1", null),
                suite,
                runs,
                tests,
                List.of(),
                new GateResult(true, List.of()));
    }

    static HygieneReport report(List<TestEntry> tests, RunEntry... runs) {
        return report(new HygieneReport.Suite(tests.size(), 1_000, 300_000, true), tests, List.of(runs));
    }
}

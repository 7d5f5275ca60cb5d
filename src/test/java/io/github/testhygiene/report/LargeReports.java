package io.github.testhygiene.report;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.Database;
import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.GateResult.Breach;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.HygieneReport.Project;
import io.github.testhygiene.model.HygieneReport.Suite;
import io.github.testhygiene.model.HygieneReport.Tool;
import io.github.testhygiene.model.LintEntry;
import io.github.testhygiene.model.LintEntry.PackageTests;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.RuleCount;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.text.RuleCountPhrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reports of suites that are larger than most: every kind of verdict, diagnoses, slow tests with their causes, rows that
 * are left, findings of lint. The same sizes give the same report.
 */
final class LargeReports {

    private static final long SEED = 20261122;

    private LargeReports() {}

    /**
     * The report of a suite.
     *
     * @param tests how many tests it has, at least 100
     * @param orders how many runs of the whole suite there are besides the reference run; each test runs alone as well
     */
    static HygieneReport of(int tests, int orders) {
        List<TestEntry> entries = new LargeTests(tests).entries();
        return new HygieneReport(
                HygieneReport.SCHEMA_VERSION,
                new Tool("0.1.0"),
                new Project("com.example", "warehouse", "12.4.0", ""),
                SEED,
                Instant.parse("2026-11-22T09:30:15.123Z"),
                13_500_000,
                new Database(Provider.CONTAINER, "18.1", "postgres:18-alpine"),
                suite(entries),
                new LargeRuns(entries, SEED).runs(orders),
                entries,
                LargeFindings.of(entries),
                gate(entries),
                evidence(),
                lint(entries),
                null);
    }

    private static Suite suite(List<TestEntry> tests) {
        long millis = tests.stream()
                .map(test -> test.durations().referenceMillis())
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return new Suite(tests.size(), millis, 300_000, millis <= 300_000);
    }

    private static GateResult gate(List<TestEntry> tests) {
        List<Breach> breaches = new ArrayList<>();
        for (VerdictKind kind : List.of(VerdictKind.VICTIM, VerdictKind.BRITTLE, VerdictKind.NON_IDEMPOTENT)) {
            List<TestEntry> found =
                    tests.stream().filter(test -> test.verdict() == kind).toList();
            String phrase = RuleCountPhrase.describe(new RuleCount(kind.label(), found.size()));
            breaches.add(new Breach(
                    kind.label(), found.size(), 0, phrase + ": " + found.get(0).shortName() + " and others"));
        }
        return new GateResult(false, breaches);
    }

    private static EvidenceEntry evidence() {
        List<SlowCause> causes = List.of(new SlowCause(
                SlowCause.Kind.SCHEMA,
                412_000L,
                "The schema is made again for 212 classes: 6 min 52 s",
                "Create it once for the suite."));
        return new EvidenceEntry(null, null, null, List.of(), causes, 1.2, null);
    }

    private static LintEntry lint(List<TestEntry> tests) {
        TreeMap<String, List<TestEntry>> packages = new TreeMap<>();
        for (TestEntry test : tests) {
            packages.computeIfAbsent(packageOf(test.className()), name -> new ArrayList<>())
                    .add(test);
        }
        List<PackageTests> entries = new ArrayList<>();
        packages.forEach((name, found) ->
                entries.add(new PackageTests(name, classes(found.stream()), found.size(), found.size() / 8)));
        return new LintEntry(classes(tests.stream()), classes(tests.stream()) * 3, 4_120, entries, null);
    }

    private static int classes(Stream<TestEntry> tests) {
        return (int) tests.map(TestEntry::className).distinct().count();
    }

    private static String packageOf(String className) {
        return className.substring(0, className.lastIndexOf('.'));
    }

    /** Where a class's source stands. */
    static String fileOf(String className) {
        return "src/test/java/" + className.replace('.', '/') + ".java";
    }

    /** Where a median stands against the usual limits. */
    static Budget budgetOf(long medianMillis) {
        return medianMillis > 500 ? Budget.OVER : medianMillis < 50 ? Budget.UNDER : Budget.WITHIN;
    }
}

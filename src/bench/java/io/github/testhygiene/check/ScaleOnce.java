package io.github.testhygiene.check;

import io.github.testhygiene.bench.HeapWatch;
import io.github.testhygiene.evidence.EvidenceRules;
import io.github.testhygiene.gate.FindingPolicy;
import io.github.testhygiene.gate.RuleLevels;
import io.github.testhygiene.lint.LintOutcome;
import io.github.testhygiene.lint.ReachedCodeIndex;
import io.github.testhygiene.lint.TestPlaces;
import io.github.testhygiene.maven.ReplayCommand;
import io.github.testhygiene.model.Database;
import io.github.testhygiene.model.Effort;
import io.github.testhygiene.model.FileMode;
import io.github.testhygiene.model.ForkMode;
import io.github.testhygiene.model.ForkUse;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.LintEntry;
import io.github.testhygiene.model.OrderedClasses;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Seed;
import io.github.testhygiene.model.SelectMode;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.selection.SelectedTests;
import io.github.testhygiene.timing.TimeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One check of a suite of any size with a runner that takes no time, in a JVM of its own. Prints what it took. */
public final class ScaleOnce {

    private ScaleOnce() {}

    /**
     * Checks.
     *
     * @param args how many tests; how many of them are victims of one polluter each; the folder for the report
     */
    public static void main(String[] args) throws IOException {
        HeapWatch heap = HeapWatch.start();
        FakeSuite suite = new FakeSuite(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        Recording recording = suite.recording();
        CheckSettings settings = settings();
        IsolationStage stage = new IsolationStage(recording, settings, false, SelectedTests::all, line -> {}, null);
        long start = System.nanoTime();
        long[] planned = new long[1];
        CheckResult checked = stage.check(
                budget -> {
                    planned[0] = System.nanoTime();
                    return new RunExecutors(
                            suite,
                            culprit -> new FakeDatabase(suite, suite.run(culprit)),
                            () -> new ForkUse(0, 0, 0, List.of()));
                },
                null);
        long diagnosed = System.nanoTime();
        requireTrue(checked, Integer.parseInt(args[1]));
        HygieneReport report = report(recording, settings, checked);
        Path folder = Path.of(args[2]);
        new CiOutput(CiSystem.GITLAB, name -> null, "target/test-hygiene").writer().write(report, folder);
        long written = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "planned=%.3f diagnosed=%.3f reported=%.3f heap=%d runs=%d executed=%.1f json=%.1f%n",
                (planned[0] - start) / 1e9,
                (diagnosed - planned[0] - suite.nanos()) / 1e9,
                (written - diagnosed) / 1e9,
                heap.mostUsed() >> 20,
                checked.runs().size(),
                suite.executed() / 1e3,
                Files.size(folder.resolve("report.json")) / 1e6);
    }

    /** A figure of a wrong answer would be worth nothing. */
    private static void requireTrue(CheckResult checked, int victims) {
        long found = checked.verdicts().stream()
                .filter(verdict -> verdict.kind() == VerdictKind.VICTIM)
                .count();
        long isolated = checked.verdicts().stream()
                .filter(verdict -> verdict.kind() == VerdictKind.ISOLATED)
                .count();
        if (found != victims || isolated + found != checked.verdicts().size()) {
            throw new IllegalStateException(found + " victims, " + isolated + " isolated");
        }
        if (checked.diagnoses().values().stream().anyMatch(diagnosis -> diagnosis.culprits().size() != 1)) {
            throw new IllegalStateException("not every victim has its polluter");
        }
    }

    private static HygieneReport report(Recording recording, CheckSettings settings, CheckResult checked) {
        LintOutcome lint = new LintOutcome(List.of(), List.of(), new LintEntry(0, 0, 0, List.of(), null), TestPlaces.NONE, ReachedCodeIndex.NONE);
        ReplayCommandChoice replayCommandChoice = new ReplayCommandChoice(
                new ReplayCommand("mvn test-hygiene:replay")::with, new ReplayCommand("mvn verify")::with, settings, Set.of());
        return new ReportAssembly(recording, settings, checked, Observations.NONE, lint, replayCommandChoice)
                .report(
                        new HygieneReport.Tool("0.1.0"),
                        new HygieneReport.Project("com.example", "warehouse", "1.0"),
                        new Database(Provider.EMBEDDED, "18.6", null));
    }

    private static CheckSettings settings() {
        return new CheckSettings(
                null,
                new Seed(20261122),
                2,
                null,
                Duration.ofHours(24),
                null,
                1,
                TimeLimits.DEFAULTS,
                SettingValues.gatePolicy("victim,brittle"),
                EvidenceRules.DEFAULTS,
                new FindingPolicy(RuleLevels.DEFAULTS, List.of()),
                new CheckScope(SelectMode.ALL, null, Effort.NORMAL, OrderedClasses.UNIT, ForkMode.FAST, FileMode.KEEP),
                CiChoice.NONE);
    }
}

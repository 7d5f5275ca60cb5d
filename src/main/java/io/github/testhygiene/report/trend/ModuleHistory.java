package io.github.testhygiene.report.trend;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TestEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is kept of one module's builds.
 *
 * @param builds the figures of the last builds, the latest one last; at most {@value #MOST_BUILDS}
 * @param testClasses the names of the classes that had tests in the latest one, sorted
 * @param findings everything that the latest one found, and what it did not find because it did not look
 */
public record ModuleHistory(List<PastBuild> builds, List<String> testClasses, List<Finding> findings) {

    /** How many builds are kept. */
    public static final int MOST_BUILDS = 50;

    /** No build yet. */
    public static final ModuleHistory NONE = new ModuleHistory(List.of(), List.of(), List.of());

    /** Copies the lists, and forgets the oldest builds. */
    public ModuleHistory {
        builds = List.copyOf(builds.subList(Math.max(0, builds.size() - MOST_BUILDS), builds.size()));
        testClasses = List.copyOf(testClasses);
        findings = List.copyOf(findings);
    }

    /**
     * What the next build is compared with.
     *
     * @return empty before the first build
     */
    public Optional<EarlierState> latest() {
        if (builds.isEmpty()) {
            return Optional.empty();
        }
        PastBuild last = builds.get(builds.size() - 1);
        return Optional.of(new EarlierState(
                last.startedAt(), last.suiteMillis(), last.tests(), new TreeSet<>(testClasses), findings));
    }

    /**
     * The history with one build more.
     *
     * @param report the build's report
     * @param unseen earlier findings that this build did not look for; they stay, so that the next build that looks does
     *     not call them new
     * @return the same history, longer
     */
    public ModuleHistory with(HygieneReport report, List<Finding> unseen) {
        List<PastBuild> longer = new ArrayList<>(builds);
        longer.add(PastBuild.of(report));
        TreeSet<String> classes = new TreeSet<>();
        report.tests().stream().map(TestEntry::className).forEach(classes::add);
        unseen.stream().map(Finding::className).filter(testClasses::contains).forEach(classes::add);
        List<Finding> known = new ArrayList<>(report.findings());
        known.addAll(unseen);
        return new ModuleHistory(longer, List.copyOf(classes), known);
    }
}

package io.github.testhygiene.report;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.RunEntry;
import io.github.testhygiene.text.CoveragePhrase;
import io.github.testhygiene.text.ForkPhrase;
import io.github.testhygiene.text.Phrases;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The runs that {@code index.html} lists. Public for the templates alone. */
public final class RunsSection {

    private static final int LISTED = 300;

    private final List<RunEntry> listed;
    private final int passedAlone;
    private final int more;
    private final String coverage;
    private final String forks;

    /**
     * Picks the runs: of those of one test that all passed there are as many as tests, and a number tells as much.
     *
     * @param report what is known
     * @param linked the numbers of runs that are listed in any case, since the page refers to them
     */
    RunsSection(HygieneReport report, Set<Integer> linked) {
        this.coverage = CoveragePhrase.explained(report);
        this.forks = ForkPhrase.describe(report.forks());
        List<RunEntry> runs = report.runs();
        boolean few = runs.size() <= LISTED;
        List<RunEntry> telling =
                runs.stream().filter(run -> few || !isPassedAlone(run)).toList();
        Set<Integer> kept = new HashSet<>(linked);
        // The picture of the runs refers to those of several tests.
        telling.stream()
                .sorted(Comparator.comparing((RunEntry run) -> run.tests() == 1))
                .limit(LISTED)
                .forEach(run -> kept.add(run.number()));
        this.listed = runs.stream().filter(run -> kept.contains(run.number())).toList();
        this.passedAlone = (int) runs.stream()
                .filter(run -> !few && isPassedAlone(run) && !kept.contains(run.number()))
                .count();
        this.more = (int)
                telling.stream().filter(run -> !kept.contains(run.number())).count();
    }

    private static boolean isPassedAlone(RunEntry run) {
        return run.tests() == 1
                && run.outcome().equals("completed")
                && run.allFailed().isEmpty()
                && run.notRun().isEmpty();
    }

    /**
     * The runs that have a row.
     *
     * @return in the order of their numbers
     */
    public List<RunEntry> listed() {
        return listed;
    }

    /**
     * How much of what can depend on order they have tried.
     *
     * @return sentences; empty if nothing was run again
     */
    public String coverage() {
        return coverage;
    }

    /**
     * In what kind of JVM the re-runs were made.
     *
     * @return sentences; empty if nothing was run again
     */
    public String forks() {
        return forks;
    }

    /**
     * What has no row.
     *
     * @return a sentence; empty if every run has one
     */
    public String leftOut() {
        String alone = passedAlone == 0 ? "" : Phrases.count(passedAlone, "run") + " of one test that passed";
        String others = more == 0 ? "" : Phrases.count(more, "more run");
        String joined = alone.isEmpty() || others.isEmpty() ? alone + others : alone + " and " + others;
        return joined.isEmpty() ? "" : "Only in report.json: " + joined + ".";
    }
}

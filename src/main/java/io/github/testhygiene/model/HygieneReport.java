package io.github.testhygiene.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a report says; {@code report.json} is this record, and every other report is made from it. The
 * components are named as they stand in the JSON.
 *
 * @param schemaVersion the shape's version
 * @param tool who made it
 * @param project of which Maven project
 * @param seed the seed of the random orders
 * @param startedAt when the reference run started
 * @param durationMillis from there to the end of checking
 * @param database the server
 * @param suite the reference run as a whole
 * @param runs every run, in the order of their numbers
 * @param tests every test, in the reference order
 * @param findings what should be mended, worst first
 * @param gate whether the build may pass
 * @param evidence what the database saw of the reference run; null if it was not asked
 * @param lint what of the tests' bytecode was looked at; null if it was not
 * @param trend what has changed since an earlier report; null if there is none to compare with
 * @param selection which tests were checked; null if simply all of them
 * @param coverage how much of what can depend on order was tried; null if nothing was run again
 * @param forks in what kind of JVM the re-runs were made; null if there were none
 * @param checking what checking took; null in reports that were written before they said so
 */
public record HygieneReport(
        int schemaVersion,
        Tool tool,
        Project project,
        long seed,
        Instant startedAt,
        long durationMillis,
        Database database,
        Suite suite,
        List<RunEntry> runs,
        List<TestEntry> tests,
        List<Finding> findings,
        GateResult gate,
        @Nullable EvidenceEntry evidence,
        @Nullable LintEntry lint,
        @Nullable Trend trend,
        @Nullable Selection selection,
        @Nullable OrderCoverage coverage,
        @Nullable ForkUse forks,
        @Nullable CheckingCost checking) {

    /** The shape's version that this class describes. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the lists. */
    public HygieneReport {
        Objects.requireNonNull(startedAt, "startedAt");
        runs = List.copyOf(runs);
        tests = List.copyOf(tests);
        findings = List.copyOf(findings);
    }

    /**
     * The same report with another gate result.
     *
     * @param result the gate's word
     * @return everything else as here
     */
    public HygieneReport withGate(GateResult result) {
        return with(result, trend, selection, coverage, forks, checking);
    }

    /**
     * The same report, compared with an earlier one.
     *
     * @param changes what has changed; null if there is nothing to compare with
     * @return everything else as here
     */
    public HygieneReport withTrend(@Nullable Trend changes) {
        return with(gate, changes, selection, coverage, forks, checking);
    }

    /**
     * The same report, with the note of which tests were checked.
     *
     * @param chosen what was chosen; null if simply all tests were
     * @return everything else as here
     */
    public HygieneReport withSelection(@Nullable Selection chosen) {
        return with(gate, trend, chosen, coverage, forks, checking);
    }

    /**
     * The same report, with another note of what was tried.
     *
     * @param tried how much of what can depend on order was tried; null if nothing was run again
     * @return everything else as here
     */
    public HygieneReport withCoverage(@Nullable OrderCoverage tried) {
        return with(gate, trend, selection, tried, forks, checking);
    }

    /**
     * The same report, with another note of how runs were made.
     *
     * @param used in what kind of JVM the re-runs were made; null if there were none
     * @return everything else as here
     */
    public HygieneReport withForks(@Nullable ForkUse used) {
        return with(gate, trend, selection, coverage, used, checking);
    }

    /**
     * The same report, with another note of what checking took.
     *
     * @param took what checking took; null if that is not known
     * @return everything else as here
     */
    public HygieneReport withChecking(@Nullable CheckingCost took) {
        return with(gate, trend, selection, coverage, forks, took);
    }

    /**
     * Returns why most tests have no answer.
     *
     * @return empty if most have one
     */
    public Optional<UncheckedMajority> findUnanswered() {
        return checking == null ? Optional.empty() : Optional.ofNullable(checking.unanswered());
    }

    private HygieneReport with(
            GateResult result,
            @Nullable Trend changes,
            @Nullable Selection chosen,
            @Nullable OrderCoverage tried,
            @Nullable ForkUse used,
            @Nullable CheckingCost took) {
        return new HygieneReport(
                schemaVersion,
                tool,
                project,
                seed,
                startedAt,
                durationMillis,
                database,
                suite,
                runs,
                tests,
                findings,
                result,
                evidence,
                lint,
                changes,
                chosen,
                tried,
                used,
                took);
    }

    /**
     * A report that does not say which tests were checked and how.
     *
     * @param schemaVersion the shape's version
     * @param tool who made it
     * @param project of which Maven project
     * @param seed the seed of the random orders
     * @param startedAt when the reference run started
     * @param durationMillis from there to the end of checking
     * @param database the server
     * @param suite the reference run as a whole
     * @param runs every run
     * @param tests every test
     * @param findings what should be mended
     * @param gate whether the build may pass
     * @param evidence what the database saw of the reference run
     * @param lint what of the tests' bytecode was looked at
     * @param trend what has changed since an earlier report
     */
    public HygieneReport(
            int schemaVersion,
            Tool tool,
            Project project,
            long seed,
            Instant startedAt,
            long durationMillis,
            Database database,
            Suite suite,
            List<RunEntry> runs,
            List<TestEntry> tests,
            List<Finding> findings,
            GateResult gate,
            @Nullable EvidenceEntry evidence,
            @Nullable LintEntry lint,
            @Nullable Trend trend) {
        this(
                schemaVersion,
                tool,
                project,
                seed,
                startedAt,
                durationMillis,
                database,
                suite,
                runs,
                tests,
                findings,
                gate,
                evidence,
                lint,
                trend,
                null,
                null,
                null,
                null);
    }

    /**
     * A report without the database's evidence, the look at the bytecode and the comparison with an earlier one.
     *
     * @param schemaVersion the shape's version
     * @param tool who made it
     * @param project of which Maven project
     * @param seed the seed of the random orders
     * @param startedAt when the reference run started
     * @param durationMillis from there to the end of checking
     * @param database the server
     * @param suite the reference run as a whole
     * @param runs every run
     * @param tests every test
     * @param findings what should be mended
     * @param gate whether the build may pass
     */
    public HygieneReport(
            int schemaVersion,
            Tool tool,
            Project project,
            long seed,
            Instant startedAt,
            long durationMillis,
            Database database,
            Suite suite,
            List<RunEntry> runs,
            List<TestEntry> tests,
            List<Finding> findings,
            GateResult gate) {
        this(
                schemaVersion,
                tool,
                project,
                seed,
                startedAt,
                durationMillis,
                database,
                suite,
                runs,
                tests,
                findings,
                gate,
                null,
                null,
                null);
    }

    /**
     * How many tests have a verdict.
     *
     * @param kind the verdict
     * @return 0 or more
     */
    public long count(VerdictKind kind) {
        return tests.stream().filter(test -> test.verdict() == kind).count();
    }

    /**
     * Who made the report.
     *
     * @param version this plugin's version
     */
    public record Tool(String version) {}

    /**
     * The Maven project.
     *
     * @param groupId its group
     * @param artifactId its name
     * @param version its version
     * @param folder where it stands below the root of the sources, with slashes, so that the files of findings can be
     *     found from there; empty for the root itself, null if it is not known
     */
    public record Project(
            String groupId,
            String artifactId,
            String version,
            @Nullable String folder) {

        /**
         * A project of which nobody knows where it stands.
         *
         * @param groupId its group
         * @param artifactId its name
         * @param version its version
         */
        public Project(String groupId, String artifactId, String version) {
            this(groupId, artifactId, version, null);
        }
    }

    /**
     * The reference run as a whole, and the limits of time.
     *
     * @param tests how many tests it has
     * @param durationMillis how long it took
     * @param budgetMillis how long it may take
     * @param withinBudget whether it took no longer
     * @param testFloorMillis below which a test has hardly reached the database; null in reports that were written
     *     before they said so
     * @param testBudgetMillis how long one test may take; null like the floor
     */
    public record Suite(
            int tests,
            long durationMillis,
            long budgetMillis,
            boolean withinBudget,
            @Nullable Long testFloorMillis,
            @Nullable Long testBudgetMillis) {

        /**
         * A suite of which the limits for one test are not known.
         *
         * @param tests how many tests it has
         * @param durationMillis how long it took
         * @param budgetMillis how long it may take
         * @param withinBudget whether it took no longer
         */
        public Suite(int tests, long durationMillis, long budgetMillis, boolean withinBudget) {
            this(tests, durationMillis, budgetMillis, withinBudget, null, null);
        }
    }
}

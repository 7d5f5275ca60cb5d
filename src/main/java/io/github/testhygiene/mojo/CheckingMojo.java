package io.github.testhygiene.mojo;

import io.github.testhygiene.check.CheckScope;
import io.github.testhygiene.check.CheckSettings;
import io.github.testhygiene.check.CiChoice;
import io.github.testhygiene.check.SelectionStage;
import io.github.testhygiene.check.SettingValues;
import io.github.testhygiene.check.TestPattern;
import io.github.testhygiene.gate.GatePolicy;
import io.github.testhygiene.maven.SurefireSelection;
import io.github.testhygiene.model.Effort;
import io.github.testhygiene.model.FileMode;
import io.github.testhygiene.model.ForkMode;
import io.github.testhygiene.model.OrderedClasses;
import io.github.testhygiene.model.Seed;
import io.github.testhygiene.model.SelectMode;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of checking. {@code provision} reads them as well, so that a mistake is reported before the tests run and
 * not after. {@code isolate} reads them again, since Maven binds parameters for each goal: an execution of its own may set
 * what that of {@code provision} does not.
 */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
abstract class CheckingMojo extends LimitsMojo {

    /**
     * Which tests to check, with the syntax of {@code -Dit.test}; all if not set. Failsafe still runs every test.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.tests")
    private @Nullable String tests;

    /**
     * The seed of the random orders; by default the day, as in {@code 20261231}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.seed")
    private @Nullable Long seed;

    /**
     * How many random orders to try, 0 to 1000. Every second one is the reverse of the one before it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.orders", defaultValue = "2")
    private int orders;

    /**
     * Makes this one run instead of all, to see it again: {@code reference}, {@code reverse}, {@code directed-1},
     * {@code shuffled-1}, {@code shuffled-1-reverse}, {@code tuscan-1}, … Tests that fail in it are run alone as well.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.onlyRun")
    private @Nullable String onlyRun;

    /**
     * How long checking may take, for example {@code 10m} or {@code 1h30m}. Tests that it leaves out are unchecked.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.timeBudget", defaultValue = "10m")
    private String timeBudget;

    /**
     * How long one test JVM of a re-run may take before it is ended; by default a minute and ten times what its tests
     * took in the reference run.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.runTimeout")
    private @Nullable String runTimeout;

    /**
     * How many re-runs at a time, 1 to 64; by default half the processors, at least 1, at most 8.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.parallel")
    private @Nullable Integer parallel;

    /**
     * How classes are treated that declare the order of their tests: {@code unit} runs and moves each as a whole,
     * {@code split} runs their tests alone as well.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.orderedClasses", defaultValue = "unit")
    private String orderedClasses;

    /**
     * For which CI system to write besides the report: {@code github} (annotations), {@code gitlab} (a code quality
     * report) or {@code none}; {@code auto} sees by itself on which of them the build runs. A summary is added to the
     * file that {@code GITHUB_STEP_SUMMARY} names, unless this is {@code gitlab} or {@code none}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.ci", defaultValue = "auto")
    private String ci;

    /**
     * Which tests to check: {@code all}; {@code changed} for tests that are new or different since a commit
     * ({@code <since>}), or that reach a class of their module that is; {@code suspects} for tests with a finding in the
     * last report, and those that share tables with them. Failsafe still runs every test, and those that are not
     * selected run in orders where they share tables with those that are.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.select", defaultValue = "all")
    private String select;

    /**
     * The commit, branch or tag with which {@code <select>changed</select>} compares; by default where the current branch
     * left the main one: the merge base with {@code origin/HEAD}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.since")
    private @Nullable String since;

    /**
     * An earlier {@code report.json} to compare with, such as that of the main branch; wins over {@code <history>}, and
     * over the last report where {@code <select>} asks for its suspects. By default there is none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.previousReport")
    private @Nullable File previousReport;

    /**
     * How many orders are tried: {@code quick} leaves out random orders; {@code normal} tries as many as
     * {@code <orders>} says; {@code thorough} adds orders until every test of a class has directly followed every other
     * one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.effort", defaultValue = "normal")
    private String effort;

    /**
     * How the JVMs of re-runs are launched: {@code plain} as the user's own; {@code fast} with what makes them start
     * sooner (one compiler, the serial collector, classes from an archive). What fails in a fast one is repeated in a
     * plain one, whose word counts.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.forks", defaultValue = "fast")
    private String forks;

    /**
     * In which files re-runs work: {@code keep} in the module's own folder, where what tests leave in the build directory is
     * undone between runs, and nothing else is; {@code copy} in private copies of the module's folder, one for each run
     * at a time, which are deleted afterwards. A module of more than 100000 files or 2 GB cannot be copied.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.files", defaultValue = "keep")
    private String files;

    /**
     * The folder for what is kept from build to build: unpacked embedded servers, once for each version, and archives of
     * classes for fast forks, up to 1.5 GB.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.cache", defaultValue = "${settings.localRepository}/.cache/test-hygiene")
    private File cache;

    /** Where things are kept from build to build. */
    Path cache() {
        return cache.toPath();
    }

    @Nullable
    Path previousReport() {
        return previousReport == null ? null : previousReport.toPath();
    }

    SelectionStage selectionStage(CheckScope scope) {
        return new SelectionStage(
                project().getGroupId() + ":" + project().getArtifactId(), () -> ModuleLayouts.of(project()), scope);
    }

    /**
     * Returns all settings of checking.
     *
     * @throws io.github.testhygiene.model.ProblemException if one of them makes no sense
     */
    CheckSettings checkSettings() {
        GatePolicy policy = gatePolicy();
        return new CheckSettings(
                pattern(),
                seed == null ? CheckSettings.seedOfTheDay() : new Seed(seed),
                SettingValues.inRange("orders", orders, 0, 1_000),
                SettingValues.blankToNull(onlyRun),
                SettingValues.duration("timeBudget", timeBudget, "10m"),
                runTimeout == null ? null : SettingValues.duration("runTimeout", runTimeout, "2m"),
                parallel == null ? CheckSettings.defaultParallel() : SettingValues.inRange("parallel", parallel, 1, 64),
                timeLimits(),
                policy,
                evidenceRules(),
                findingPolicy(policy),
                new CheckScope(
                        SettingValues.oneOf("select", select, SelectMode.values()),
                        SettingValues.blankToNull(since),
                        SettingValues.oneOf("effort", effort, Effort.values()),
                        SettingValues.oneOf("orderedClasses", orderedClasses, OrderedClasses.values()),
                        SettingValues.oneOf("forks", forks, ForkMode.values()),
                        SettingValues.oneOf("files", files, FileMode.values())),
                SettingValues.oneOf("ci", ci, CiChoice.values()));
    }

    private @Nullable TestPattern pattern() {
        String pattern = SettingValues.blankToNull(tests);
        return pattern == null ? null : new TestPattern(pattern, new SurefireSelection(pattern));
    }
}

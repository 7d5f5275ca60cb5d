package io.github.testhygiene.advice;

import io.github.testhygiene.model.Problem;
import java.nio.file.Path;
import java.util.List;

/** What to say when something cannot be replayed, or shows something else than before. */
public final class ReplayAdvice {

    private static final String EXAMPLES =
            "-Dtest-hygiene.replay takes a test as in shop.OrderIT#counts, a finding's fingerprint, several tests joined"
                    + " by commas, or a run as in reverse or run:7";

    private ReplayAdvice() {}

    /**
     * The goal was called without saying what to replay.
     *
     * @return the problem
     */
    public static Problem nothingAsked() {
        return new Problem("Nothing was named that could be replayed.", "Name it: " + EXAMPLES + ".");
    }

    /**
     * There is no report to look into.
     *
     * @param file where it should be
     * @return the problem
     */
    public static Problem noReport(Path file) {
        return new Problem(
                "There is no report in " + file + ", which says what there is to replay.",
                "Run mvn verify first (without clean in between), or set -Dtest-hygiene.outputDirectory to the report's"
                        + " folder.");
    }

    /**
     * A report that cannot be read.
     *
     * @param file the report
     * @param reason why not
     * @return the problem
     */
    public static Problem unreadableReport(Path file, String reason) {
        return new Problem("The report in " + file + " cannot be read: " + reason + ".", "Run mvn verify again.");
    }

    /**
     * Something that the report does not know.
     *
     * @param asked what was asked for
     * @param near what resembles it; may be empty
     * @return the problem
     */
    public static Problem unknown(String asked, List<String> near) {
        return new Problem(
                "The report knows nothing called '" + asked + "'"
                        + (near.isEmpty() ? "." : "; it knows " + String.join(", ", near) + "."),
                "Take a command from the report. " + EXAMPLES + ".");
    }

    /**
     * A name of several things.
     *
     * @param asked what was asked for
     * @param meant what it may mean
     * @return the problem
     */
    public static Problem ambiguous(String asked, List<String> meant) {
        return new Problem(
                "Several are called '" + asked + "': " + String.join(" and ", meant) + ".",
                "Give -Dtest-hygiene.replay one of these, in quotes.");
    }

    /**
     * A finding that is about no single test.
     *
     * @param fingerprint the finding's
     * @param about what it is about
     * @return the problem
     */
    public static Problem noTest(String fingerprint, String about) {
        return new Problem(
                "Finding " + fingerprint + " is about " + about + ", which is no single test.",
                "Name a test: -Dtest-hygiene.replay=shop.OrderIT#counts.");
    }

    /**
     * A test that did not run.
     *
     * @param test the test
     * @return the problem
     */
    public static Problem skipped(String test) {
        return new Problem(
                test + " was skipped, so there is no run to replay.",
                "Take away what disables it, and run mvn verify again.");
    }

    /**
     * A run whose steps the report does not tell.
     *
     * @param run the run
     * @return the problem
     */
    public static Problem notReplayable(String run) {
        return new Problem(
                "Of " + run + " the report does not hold everything that would be needed to make it again.",
                "Name the test that it is about: -Dtest-hygiene.replay=shop.OrderIT#counts.");
    }

    /**
     * An order that nobody can execute.
     *
     * @param test the first test that stands at a wrong place
     * @param engine its engine
     * @return the problem
     */
    public static Problem noOrder(String test, String engine) {
        boolean jupiter = engine.equals("junit-jupiter");
        return new Problem(
                jupiter
                        ? "There is no run in this order: JUnit executes all tests of a class in one go, and those of"
                                + " nested classes last, and " + test + " comes too late for that."
                        : "There is no run in this order: nobody can choose the order of " + test + ", a test of '"
                                + engine + "'.",
                "Name the tests in another order, or one alone: -Dtest-hygiene.replay=shop.OrderIT#counts.");
    }

    /**
     * A test that stands in a list twice.
     *
     * @param test the test
     * @return the problem
     */
    public static Problem namedTwice(String test) {
        return new Problem(
                test + " is named twice, and one run executes a test once.",
                "Name each test once: -Dtest-hygiene.replay=shop.OrderIT#imports,shop.OrderIT#counts.");
    }

    /**
     * The project does not record its tests.
     *
     * @return the problem
     */
    public static Problem notProvisioned() {
        return new Problem(
                "Nothing was recorded: the goal provision and failsafe's integration tests did not run in any module.",
                "Add an <execution> with <goal>provision</goal> to the plugin in the POM, activate the profile that holds"
                        + " it, and call without -DskipITs and -DskipTests.");
    }

    /**
     * No test ran in the run that was to be recorded.
     *
     * @return the problem
     */
    public static Problem nothingRan() {
        return new Problem(
                "failsafe executed none of the tests that are to be replayed.",
                "Run mvn verify again for a report of the tests as they are now; -Dit.test, <groups> and <includes> must"
                        + " be as they were for the report.");
    }

    /**
     * A test that the new recording does not have.
     *
     * @param tests the tests' names
     * @return the problem
     */
    public static Problem notRecorded(List<String> tests) {
        return new Problem(
                "Not to be replayed, since failsafe did not execute " + String.join(", ", tests)
                        + " this time: renamed, removed, skipped, or lost with its JVM.",
                "Run mvn verify again for a report of the tests as they are now.");
    }

    /**
     * The run showed something else than what was recorded.
     *
     * @param sentence what it showed
     * @return the problem
     */
    public static Problem notReproduced(String sentence) {
        return new Problem(
                sentence,
                "If that was mended, -Dtest-hygiene.expectFixed makes it a success. If not, the outcome changes from run"
                        + " to run: run mvn verify, which tells flaky tests from others.");
    }

    /**
     * The run still fails.
     *
     * @param sentence what it showed
     * @return the problem
     */
    public static Problem notFixed(String sentence) {
        return new Problem(
                sentence,
                "Look into the database that it leaves with -Dtest-hygiene.keepDatabase, and read what leaks in the"
                        + " report of mvn verify.");
    }

    /**
     * The run ended without an answer.
     *
     * @param reason why
     * @return the problem
     */
    public static Problem noAnswer(String reason) {
        return new Problem(
                "No answer: " + reason + ".",
                "Call again; if it took too long, with a longer -Dtest-hygiene.runTimeout=5m.");
    }

    /**
     * Tests fail of whose order nothing is recorded.
     *
     * @param sentence what the run showed
     * @return the problem
     */
    public static Problem listFails(String sentence) {
        return new Problem(
                sentence,
                "Name fewer tests in -Dtest-hygiene.replay to see which of them it takes, or look into the database with"
                        + " -Dtest-hygiene.keepDatabase.");
    }
}

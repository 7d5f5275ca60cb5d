package io.github.testhygiene.advice;

import io.github.testhygiene.model.Problem;
import java.nio.file.Path;

/** What to say when a build cannot be compared with an earlier one. */
public final class TrendAdvice {

    private TrendAdvice() {}

    /**
     * The report to compare with is not there.
     *
     * @param file where it should be
     * @return the problem
     */
    public static Problem noPreviousReport(Path file) {
        return new Problem(
                "<previousReport> names " + file
                        + ", which does not exist, so that nothing is said of what has changed.",
                "Put the report.json of an earlier build there, for example that of the main branch from your CI server;"
                        + " every build deletes its own in target/test-hygiene first. To compare with the build before,"
                        + " set <history> (-Dtest-hygiene.history) instead.");
    }

    /**
     * The report to compare with is none.
     *
     * @param file where it is
     * @param reason what is wrong with it
     * @return the problem
     */
    public static Problem unreadablePreviousReport(Path file, String reason) {
        return new Problem(
                "<previousReport> names " + file + ", which could not be read: " + reason
                        + ". So nothing is said of what has changed.",
                "Name the report.json that an earlier build wrote, unchanged, or leave out <previousReport>"
                        + " (-Dtest-hygiene.previousReport).");
    }

    /**
     * The report to compare with is that of another project.
     *
     * @param file where it is
     * @param actual whose it is
     * @param expected whose it should be
     * @return the problem
     */
    public static Problem reportOfAnotherProject(Path file, String actual, String expected) {
        return new Problem(
                "<previousReport> names " + file + ", which is the report of " + actual + " and not of " + expected
                        + ", so that nothing is said of what has changed.",
                "Let <previousReport> (-Dtest-hygiene.previousReport) name an earlier report of the same module; a relative"
                        + " path starts in each module's own folder.");
    }

    /**
     * The history is broken.
     *
     * @param file where it was
     * @param aside where it is now
     * @param reason what is wrong with it
     * @return the problem
     */
    public static Problem brokenHistory(Path file, Path aside, String reason) {
        return new Problem(
                "<history> names " + file + ", which is no history: " + reason + ". It is now " + aside.getFileName()
                        + ", and a new history begins with this build.",
                "Look for what wrote it, such as a merge; delete " + aside
                        + ", or mend it and put it back where <history> (-Dtest-hygiene.history) expects it.");
    }

    /**
     * The history cannot be read, and is left as it is.
     *
     * @param file where it is
     * @param reason what is wrong with it
     * @return the problem
     */
    public static Problem unreadableHistory(Path file, String reason) {
        return new Problem(
                "<history> names " + file + ", which could not be read: " + reason
                        + ". It is left as it is, and this build is not in it.",
                "Let <history> (-Dtest-hygiene.history) name a file that this build can read and write.");
    }

    /**
     * The history cannot be written.
     *
     * @param file where it should be
     * @param reason what is wrong with it
     * @return the problem
     */
    public static Problem unwritableHistory(Path file, String reason) {
        return new Problem(
                "<history> names " + file + ", which could not be written: " + reason
                        + ". The next build will not be compared with this one.",
                "Let <history> (-Dtest-hygiene.history) name a file that this build can write.");
    }
}

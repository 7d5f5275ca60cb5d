package io.github.testhygiene.advice;

import io.github.testhygiene.model.Problem;
import java.nio.file.Path;

/** What to say when it cannot be told which tests have changed. */
public final class SelectionAdvice {

    private static final String OR_ALL = " Or check every test: <select>all</select> (-Dtest-hygiene.select=all).";

    private SelectionAdvice() {}

    /**
     * There is no git.
     *
     * @param reason what the system says
     * @return the problem
     */
    public static Problem noGit(String reason) {
        return new Problem(
                "<select> is changed, and git could not be started: " + reason + ".",
                "Install git, or put it on the PATH of this build; try git --version." + OR_ALL);
    }

    /**
     * The module is in no repository.
     *
     * @param folder the module's folder
     * @return the problem
     */
    public static Problem noRepository(Path folder) {
        return new Problem(
                "<select> is changed, and " + folder + " is in no git repository.",
                "Build a clone rather than an exported copy; try git status there." + OR_ALL);
    }

    /**
     * There is no such commit.
     *
     * @param since what was asked for
     * @return the problem
     */
    public static Problem unknownCommit(String since) {
        return new Problem(
                "<since> is '" + since + "', and this repository has no such commit, branch or tag.",
                "Fetch it (git fetch origin; on GitHub fetch-depth: 0 for actions/checkout), or let <since>"
                        + " (-Dtest-hygiene.since) name one that git log knows.");
    }

    /**
     * Nothing says which branch is the main one.
     *
     * @return the problem
     */
    public static Problem noMainBranch() {
        return new Problem(
                "<select> is changed, and there is neither origin/HEAD nor origin/main nor origin/master to compare with.",
                "Run git remote set-head origin --auto, or name the branch: <since>origin/develop</since>"
                        + " (-Dtest-hygiene.since=origin/develop).");
    }

    /**
     * The clone is too shallow to know where the branch began.
     *
     * @param other with what to compare
     * @return the problem
     */
    public static Problem shallowClone(String other) {
        return new Problem(
                "<select> is changed, and this shallow clone does not hold the commit at which it left '" + other
                        + "'.",
                "Run git fetch --unshallow origin (on GitHub fetch-depth: 0 for actions/checkout, on GitLab GIT_DEPTH: 0),"
                        + " or name a commit that it holds: <since> (-Dtest-hygiene.since).");
    }

    /**
     * Two commits have no common history.
     *
     * @param other with what to compare
     * @return the problem
     */
    public static Problem nothingInCommon(String other) {
        return new Problem(
                "<select> is changed, and what is checked out has no commit in common with '" + other + "'.",
                "Let <since> (-Dtest-hygiene.since) name a branch, tag or commit of the same history.");
    }

    /**
     * Git failed.
     *
     * @param command what it was asked, without the word git
     * @param said its answer
     * @return the problem
     */
    public static Problem gitFailed(String command, String said) {
        return new Problem(
                "<select> is changed, and git " + command + " failed: "
                        + said.strip().replaceFirst("\\.$", "") + ".",
                "Run it in the module's folder and mend what it says." + OR_ALL);
    }
}

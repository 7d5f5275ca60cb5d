package io.github.testhygiene.advice;

import io.github.testhygiene.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;

/** What to say about the folders of a build. */
public final class PathAdvice {

    private static final String WRITABLE =
            "Free space, let the user of this build write there, or choose another folder with <outputDirectory>"
                    + " (-Dtest-hygiene.outputDirectory).";

    private PathAdvice() {}

    /**
     * Says what the system said, without the names of Java's classes.
     *
     * @param failure what happened
     * @return a part of a sentence
     */
    public static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return reason == null || reason.isBlank() ? failure.toString() : reason;
    }

    /**
     * Says what the system said, without the names of Java's classes.
     *
     * @param failure what happened
     * @return a part of a sentence
     */
    public static String reason(UncheckedIOException failure) {
        IOException cause = failure.getCause();
        return cause == null ? failure.toString() : reason(cause);
    }

    /**
     * Nothing can be written where the report belongs.
     *
     * @param folder the folder
     * @param reason what the system said
     * @return the problem
     */
    public static Problem notWritable(Path folder, String reason) {
        return new Problem("Nothing can be written in " + folder + ": " + reason + ".", WRITABLE);
    }

    /**
     * Nothing can be written where the report belongs, so that what is needed while the build runs lies elsewhere.
     *
     * @param folder where the report belongs
     * @param reason what the system said
     * @param instead where the files of this build lie
     * @return the problem
     */
    public static Problem writtenElsewhere(Path folder, String reason, Path instead) {
        return new Problem(
                "Nothing can be written in " + folder + ": " + reason + ". The tests are run and checked with files in "
                        + instead + ", but unless this changes meanwhile, the report cannot be written.",
                WRITABLE);
    }

    /**
     * The report, or a part of it, could not be written.
     *
     * @param folder where it belongs
     * @param files which files are missing, in words
     * @param reason what the system said
     * @return the problem
     */
    public static Problem reportNotWritten(Path folder, String files, String reason) {
        return new Problem(
                "The report is not complete: " + files + " in " + folder + ": " + reason
                        + ". What was found stands in this log, and the goal check judges it.",
                WRITABLE + " Then run mvn verify again.");
    }

    /**
     * The report of an earlier build cannot be deleted.
     *
     * @param folder where it is
     * @param reason what the system said
     * @return the problem
     */
    public static Problem staleReport(Path folder, String reason) {
        return new Problem(
                "The report in " + folder + " is that of an earlier build and cannot be deleted: " + reason + ".",
                WRITABLE);
    }

    /**
     * A file that a goal needs could not be read or written, for a reason that nobody foresaw.
     *
     * @param what what was to be done
     * @param reason what the system said
     * @return the problem
     */
    public static Problem inputOrOutputFailed(String what, String reason) {
        return new Problem(
                "A file could not be read or written: " + what + (what.endsWith(reason) ? "" : ": " + reason) + ".",
                "See whether the disk is full and whether the user of this build may write there; mvn verify -e shows where"
                        + " it happened.");
    }

    /**
     * failsafe's list of class path entries is separated by commas, and every place for ours has one in its path.
     *
     * @param folder where the entry belongs
     * @param elsewhere where it would be put instead
     * @return the problem
     */
    public static Problem everyPathHasAComma(Path folder, List<String> elsewhere) {
        return new Problem(
                "failsafe separates class path entries by commas, and the path " + folder + " has one, as have "
                        + String.join(" and ", elsewhere) + ".",
                "Name a folder without a comma with <cache> (-Dtest-hygiene.cache) or -Djava.io.tmpdir.");
    }

    /**
     * Another build of the same module is running.
     *
     * @param pid its process
     * @param minutes how long that has been running
     * @param buildFolder what both of them write to
     * @return the problem
     */
    public static Problem otherBuild(long pid, long minutes, Path buildFolder) {
        return new Problem(
                "Another build of this module is running (process " + pid + ", started "
                        + (minutes < 1 ? "less than a minute" : minutes + (minutes == 1 ? " minute" : " minutes"))
                        + " ago). Each has a database and a recording of its own, but both write classes and reports to "
                        + buildFolder + ".",
                "Let one of them end, then run mvn verify for the other one.");
    }
}

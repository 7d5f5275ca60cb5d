package io.github.testhygiene.advice;

import io.github.testhygiene.model.Problem;
import java.nio.file.Path;
import java.util.List;

/** What to say about the folders of a build. */
public final class PathAdvice {

    private PathAdvice() {}

    /**
     * Nothing can be written where the report belongs.
     *
     * @param folder the folder
     * @param reason what the system said
     * @return the problem
     */
    public static Problem notWritable(Path folder, String reason) {
        return new Problem(
                "Nothing can be written in " + folder + ": " + reason + ".",
                "Free space, let the user of this build write there, or choose another folder with <outputDirectory>"
                        + " (-Dtest-hygiene.outputDirectory).");
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

package io.github.testhygiene.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What of the tests' bytecode was looked at; what was found stands among the findings.
 *
 * @param testClasses how many classes failsafe selects
 * @param classFiles how many class files were read, with those that the test classes use
 * @param durationMillis how long it took
 * @param packages the packages of the test classes, by name
 * @param problem why nothing was looked at; null if something was
 */
public record LintEntry(
        int testClasses,
        int classFiles,
        long durationMillis,
        List<PackageTests> packages,
        @Nullable String problem) {

    /** Checks the numbers and copies the list. */
    public LintEntry {
        if (testClasses < 0 || classFiles < 0 || durationMillis < 0) {
            throw new IllegalArgumentException(
                    "negative: " + testClasses + " test classes, " + classFiles + " files, " + durationMillis + " ms");
        }
        packages = List.copyOf(packages);
    }

    /**
     * Nothing was looked at.
     *
     * @param reason why, in a sentence
     * @return an entry without numbers
     */
    public static LintEntry notLooked(String reason) {
        return new LintEntry(0, 0, 0, List.of(), Objects.requireNonNull(reason, "reason"));
    }

    /**
     * The test classes of one package.
     *
     * @param name the package; empty for classes without one
     * @param testClasses how many of its classes failsafe selects
     * @param tests how many tests they declare or inherit
     * @param expectingFailure how many of these expect that something is refused
     */
    public record PackageTests(String name, int testClasses, int tests, int expectingFailure) {

        /** Checks that no test is counted that is not there. */
        public PackageTests {
            Objects.requireNonNull(name, "name");
            if (testClasses < 1 || expectingFailure < 0 || expectingFailure > tests) {
                throw new IllegalArgumentException(
                        expectingFailure + " of " + tests + " tests in " + testClasses + " classes");
            }
        }
    }
}

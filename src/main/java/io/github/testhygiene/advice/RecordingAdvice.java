package io.github.testhygiene.advice;

import io.github.testhygiene.model.Problem;

/** What to say when the user's run could not be recorded or cannot be replayed. */
public final class RecordingAdvice {

    private RecordingAdvice() {}

    /**
     * The user's own class path elements replace the one that arms the recorder.
     *
     * @return the problem
     */
    public static Problem ownAdditionalClasspath() {
        return new Problem(
                "failsafe's configuration sets <additionalClasspathElements> itself, which replaces the entry that"
                        + " records the tests.",
                "Add this line to it: <additionalClasspathElement>${test-hygiene.classpath}</additionalClasspathElement>");
    }

    /**
     * The class path property is given on the command line, where it cannot be changed.
     *
     * @return the problem
     */
    public static Problem additionalClasspathByUser() {
        return new Problem(
                "-Dmaven.test.additionalClasspath is given on the command line, which replaces the entry that records"
                        + " the tests.",
                "Put these entries into failsafe's <additionalClasspathElements> instead, together with"
                        + " ${test-hygiene.classpath}.");
    }

    /**
     * The tests' JVM is too old for our classes.
     *
     * @param version its version
     * @return the problem
     */
    public static Problem testJvmTooOld(String version) {
        return new Problem(
                "The tests run on Java " + version + ", and can be recorded on Java 17 or newer.",
                "Let failsafe's <jvm> or <jdkToolchain> name a newer JDK; until then the tests run as always, unrecorded.");
    }

    /**
     * failsafe ran tests and none of them was reported.
     *
     * @param tests how many it ran
     * @return the problem
     */
    public static Problem nothingRecorded(int tests) {
        return new Problem(
                "failsafe ran " + tests + (tests == 1 ? " test" : " tests")
                        + ", and no test JVM reported to the recorder.",
                "The tests must run on the JUnit Platform 1.9 or newer (JUnit 5.9, or JUnit 4 with the vintage engine),"
                        + " and failsafe's <additionalClasspathElements> must hold ${test-hygiene.classpath} if it is"
                        + " set.");
    }

    /**
     * failsafe's run ended before a test was reported.
     *
     * @param failsafe what failsafe says of it
     * @return the problem
     */
    public static Problem endedBeforeItReported(String failsafe) {
        return new Problem(
                "Nothing can be checked: the tests' JVM ended before it reported a test. failsafe says: " + failsafe,
                "Read failsafe's reports (failsafe-reports/*.dumpstream in the build directory), and run mvn verify again.");
    }

    /**
     * The goal that records did not run.
     *
     * @return the problem
     */
    public static Problem notProvisioned() {
        return new Problem(
                "Nothing was recorded, since the goal provision did not run before the tests.",
                "Add <goal>provision</goal> to the plugin's <goals>, and run mvn verify.");
    }

    /**
     * A template could not be taken for a reason that nobody foresaw.
     *
     * @param database the database
     * @param reason what the server or the driver said
     * @return the problem
     */
    public static Problem noTemplate(String database, String reason) {
        return new Problem(
                "No template of " + database + " could be taken: " + reason + ".",
                "Read the server's log; then run mvn verify again.");
    }

    /**
     * The tests ran in Maven's own JVM.
     *
     * @return the problem
     */
    public static Problem ranInMavensJvm() {
        return new Problem(
                "failsafe ran the tests in Maven's own JVM, which cannot be launched again.",
                "Set failsafe's <forkCount> to 1, its default.");
    }
}

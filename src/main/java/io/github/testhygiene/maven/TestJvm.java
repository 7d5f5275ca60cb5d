package io.github.testhygiene.maven;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Tells the version of the JVM that runs the tests, without starting it. */
public final class TestJvm {

    /** The oldest version that our classes in the tests' JVM run on. */
    public static final int OLDEST = 17;

    private TestJvm() {}

    /**
     * The version of a JDK.
     *
     * @param javaExecutable its {@code bin/java}
     * @return for example {@code 11.0.2}; empty if the JDK has no {@code release} file that says so
     */
    public static Optional<String> version(Path javaExecutable) {
        Path bin = javaExecutable.toAbsolutePath().getParent();
        Path release = bin == null ? null : bin.resolveSibling("release");
        if (release == null || !Files.isRegularFile(release)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(properties.getProperty("JAVA_VERSION"))
                .map(version -> version.replace("\"", "").strip());
    }

    /**
     * Whether a version is too old to be recorded.
     *
     * @param version for example {@code 11.0.2} or {@code 1.8.0_402}
     * @return true if it is known to be older than {@value #OLDEST}
     */
    public static boolean tooOld(String version) {
        String first = version.split("[.+_-]", 2)[0];
        try {
            return Integer.parseInt(first) < OLDEST;
        } catch (NumberFormatException e) {
            return false; // what cannot be read is tried
        }
    }
}

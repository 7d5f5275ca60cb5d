package io.github.testhygiene.postgres.server;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;

/** Finds the embedded server's binaries where the build put them: on the tests' class path. */
public final class ClassPathBinaries implements EmbeddedBinaries {

    /** Where tests and benchmarks unpack them, once for all. */
    public static final Path CACHE = Path.of("target", "postgres-cache").toAbsolutePath();

    @Override
    public Path resolve(String artifactId, String version) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().equals(artifactId + "-" + version + ".jar"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(artifactId + " " + version + " is not on the class path"));
    }

    /** Settings for an embedded server of the newest version. */
    public static ServerSettings embedded() {
        return new ServerSettings(DatabaseChoice.EMBEDDED, null, null, null, CACHE);
    }
}

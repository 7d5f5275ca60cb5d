package io.github.testhygiene.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Finds the java executable with which failsafe will start the tests, in failsafe's own order: {@code <jvm>}, then
 * {@code <jdkToolchain>}, then the toolchain of the build.
 *
 * @param manager Maven's toolchains
 * @param session the build
 */
public record TestToolchain(ToolchainManager manager, MavenSession session) {

    /**
     * The java executable.
     *
     * @param failsafe the module's failsafe
     * @return empty if the tests run on Maven's own JDK
     */
    public Optional<Path> java(FailsafeExecution failsafe) {
        if (failsafe.jvm() != null) {
            return Optional.of(Path.of(failsafe.jvm()));
        }
        List<Toolchain> wanted = failsafe.jdkToolchain().isEmpty()
                ? List.of()
                : manager.getToolchains(session, "jdk", failsafe.jdkToolchain());
        Optional<Toolchain> toolchain = wanted.isEmpty()
                ? Optional.ofNullable(manager.getToolchainFromBuildContext("jdk", session))
                : Optional.of(wanted.get(0));
        return toolchain.map(each -> each.findTool("java")).map(Path::of);
    }
}

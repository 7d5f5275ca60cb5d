package io.github.testhygiene.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestJvmTest {

    @TempDir
    Path jdk;

    @Test
    void theReleaseFileTellsTheVersion() throws IOException {
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");

        assertThat(TestJvm.version(jdk.resolve("bin/java"))).contains("11.0.2");
    }

    @Test
    void aJdkThatDoesNotTellIsOfNoKnownVersion() throws IOException {
        assertThat(TestJvm.version(jdk.resolve("bin/java"))).isEmpty();
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\n");
        assertThat(TestJvm.version(jdk.resolve("bin/java"))).isEmpty();
        assertThat(TestJvm.version(Path.of("/"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_402", "8", "11.0.2", "16", "16.0.1+9"})
    void whatIsOlderThanOurClassesIsTooOld(String version) {
        assertThat(TestJvm.tooOld(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "17.0.12", "21-ea", "25+36", "", "unknown"})
    void whatIsNewEnoughOrUnknownIsTried(String version) {
        assertThat(TestJvm.tooOld(version)).isFalse();
    }
}

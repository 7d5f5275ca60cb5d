package io.github.testhygiene.rerun.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests for a JVM of their own that tell how it was launched. */
public final class FastSamples {

    private FastSamples() {}

    public static class Telling {

        @Test
        void notesItsArguments() throws IOException {
            Path notes = Path.of(System.getProperty("sample.notes"));
            List<String> arguments = ManagementFactory.getRuntimeMXBean().getInputArguments();
            Files.write(Files.createTempFile(notes, "arguments", ""), arguments);
        }

        @Test
        void findsTheUsersClassPath() {
            assertThat(System.getProperty("java.class.path"))
                    .contains(Path.of("target", "test-classes").toString());
        }

        @Test
        void findsItsFolderAsAResource() {
            assertThat(Telling.class.getResource("/io/github/testhygiene/rerun/samples/"))
                    .isNotNull();
        }
    }

    public static class ReadingItsFolder {

        @Test
        void findsItsOwnClassFile() throws URISyntaxException {
            URI place = ReadingItsFolder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            assertThat(Path.of(place).resolve(ReadingItsFolder.class.getName().replace('.', '/') + ".class"))
                    .exists();
        }
    }
}

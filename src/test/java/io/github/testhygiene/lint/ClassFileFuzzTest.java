package io.github.testhygiene.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fixture.Fuzzing;
import io.github.testhygiene.fixture.MavenBuilds;
import io.github.testhygiene.lint.Linter.LintTarget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged class of the tests is linted, or reported as unread. */
class ClassFileFuzzTest {

    @TempDir
    private Path classes;

    @Test
    void aDamagedClassIsReadOrReported() throws IOException {
        Fuzzing.fuzz(seeds(), input -> {
            Path file = classes.resolve("a/DamagedIT.class");
            Files.createDirectories(file.getParent());
            Files.write(file, input);
            LintOutcome lint = LintOutcome.of(
                    new LintTarget(List.of("a.DamagedIT"), List.of(classes), List.of(classes)),
                    new SourceFiles(classes, List.of(), List.of()));
            assertThat(lint.entry().problem()).isNull();
        });
    }

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (Class<?> each : List.of(ClassFileFuzzTest.class, LintOutcomeTest.class, MavenBuilds.class)) {
            try (InputStream in = each.getResourceAsStream("/" + each.getName().replace('.', '/') + ".class")) {
                seeds.add(in.readAllBytes());
            }
        }
        return seeds;
    }
}

package io.github.testhygiene.rerun.files;

import io.github.testhygiene.fixture.SampleRecordings;
import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.FileMode;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.plan.TestRunner;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A build that is killed while tests are re-run. */
final class KilledBuild {

    static final int KILLED = 137;

    private KilledBuild() {}

    static String classPath() {
        return Stream.of(KilledBuild.class, FileGuard.class, Recording.class, TestRunner.class)
                .map(KilledBuild::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static FilePlaces places(Path module) {
        return new FilePlaces(
                module, module.resolve("target"), module.resolve("target/test-hygiene/files"), List.of(), Set.of());
    }

    /** A run of the user's own that has just ended. */
    static Recording recording(List<RecordedTest> tests) {
        Recording sample = SampleRecordings.ofPassing(tests);
        return new Recording(Instant.now(), Duration.ZERO, sample.tests(), sample.outcomes(), sample.launches());
    }

    static void write(Path folder, String name, String content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] arguments) {
        Path module = Path.of(arguments[0]);
        FileGuard guard = new FileGuard(places(module), FileMode.KEEP, System.err::println);
        guard.beforeTests();
        write(module, "target/own.csv", "written by the user's run");
        write(module, "target/deep/own.csv", "written by the user's run");
        guard.beforeRuns(recording(List.of(SampleTests.test("shop.ExportIT", "writes"))));
        Runtime.getRuntime().halt(KILLED);
    }
}

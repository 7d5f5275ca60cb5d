package io.github.testhygiene.rerun.launch;

import static io.github.testhygiene.rerun.run.RerunFixture.segment;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import io.github.testhygiene.plan.TimeBudget;
import io.github.testhygiene.rerun.run.BodyObserver;
import io.github.testhygiene.rerun.run.FastForkRunner;
import io.github.testhygiene.rerun.run.ForkedTestRunner;
import io.github.testhygiene.rerun.run.RerunFixture;
import io.github.testhygiene.rerun.run.RerunFixture.Clones;
import io.github.testhygiene.rerun.run.RunLimits;
import io.github.testhygiene.rerun.samples.FastSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** In real JVMs. */
@Timeout(300)
class FastForksTest {

    private final Clones clones = new Clones();
    private final List<String> told = new ArrayList<>();
    private Path folder;
    private Path cache;
    private Path notes;

    @BeforeEach
    void prepare(@TempDir Path temporary) throws IOException {
        folder = temporary.resolve("runs");
        cache = temporary.resolve("cache");
        notes = Files.createDirectories(temporary.resolve("notes"));
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(clones.givenBack).containsExactlyInAnyOrderElementsOf(clones.taken);
        assertThat(folder).doesNotExist();
    }

    @Test
    void theFirstJvmWritesAnArchiveThatTheNextOnesRead() throws IOException {
        try (ForkedTestRunner runner = runner("-Xmx256m")) {
            TestRunner fast = fast(runner);
            RunRequest run = alone(segment(
                    FastSamples.Telling.class,
                    "notesItsArguments",
                    "findsTheUsersClassPath",
                    "findsItsFolderAsAResource"));

            assertPassed(fast.run(run));
            assertThat(theOnlyNote())
                    .contains("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                    .anyMatch(FastForksTest::writesAnArchive);

            assertPassed(fast.run(run));
            assertThat(theOnlyNote())
                    .filteredOn(FastForksTest::readsAnArchive)
                    .singleElement()
                    .satisfies(argument -> assertThat(Path.of(argument.substring(argument.indexOf('=') + 1)))
                            .hasParent(theOnlyFolder())
                            .isNotEmptyFile());
        }
        assertThat(told).isEmpty();

        try (ForkedTestRunner nextBuild = runner("-Xmx256m")) {
            assertPassed(fast(nextBuild).run(alone(segment(FastSamples.Telling.class, "notesItsArguments"))));
            assertThat(theOnlyNote()).anyMatch(FastForksTest::readsAnArchive);
        }
    }

    @Test
    void theUsersOwnWordOnCollectorCompilerAndArchivesCounts() throws IOException {
        try (ForkedTestRunner runner = runner("-XX:+UseParallelGC", "-XX:TieredStopAtLevel=4", "-Xshare:auto")) {
            assertPassed(fast(runner).run(alone(segment(FastSamples.Telling.class, "notesItsArguments"))));

            assertThat(theOnlyNote())
                    .contains("-XX:+UseParallelGC", "-XX:TieredStopAtLevel=4", "-Xshare:auto")
                    .doesNotContain("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                    .noneMatch(FastForksTest::writesAnArchive);
        }
        assertThat(told).containsExactly("Re-runs had no archive of classes: the JVM's own arguments speak of one");
    }

    @Test
    void aTestThatReadsItsClassPathAsFilesFailsInAFastForkAndPassesInAPlainOne() {
        try (ForkedTestRunner runner = runner("-Xmx256m")) {
            TestRunner fast = fast(runner);
            RunRequest run = alone(segment(FastSamples.ReadingItsFolder.class, "findsItsOwnClassFile"));
            fast.run(alone(segment(FastSamples.Telling.class, "findsTheUsersClassPath"))); // writes the archive
            assertThat(fast.run(run).outcomes().values()).singleElement().matches(TestOutcome::failed);

            FastForkRunner both = new FastForkRunner(runner, fast, () -> false, told::add);

            assertPassed(both.run(run));
            assertThat(both.use().repeated()).isEqualTo(1);
            assertThat(both.use().plainClasses()).containsExactly(FastSamples.ReadingItsFolder.class.getName());
        }
        assertThat(told).singleElement().asString().contains("is run in plain forks");
    }

    @Test
    void whatIsPreparedServesTheNextRunAndIsGivenBackOtherwise() {
        try (ForkedTestRunner runner = runner("-Xmx256m")) {
            TestRunner fast = fast(runner);
            RunRequest run = alone(segment(FastSamples.Telling.class, "findsTheUsersClassPath"));

            runner.prepare(run);
            assertPassed(runner.run(run));
            assertThat(clones.taken).hasSize(1);

            fast.prepare(run);
            fast.prepare(run);
            fast.prepare(run);
            fast.rest();
            assertPassed(fast.run(run));
            runner.prepare(run);
        }
        // One for each of the two runs, at most two at a time that nobody used, and one at the end.
        assertThat(clones.taken).hasSizeBetween(2, 5);
    }

    private static boolean writesAnArchive(String argument) {
        return argument.startsWith("-XX:ArchiveClassesAtExit=") || argument.startsWith("-XX:AOTCacheOutput=");
    }

    private static boolean readsAnArchive(String argument) {
        return argument.startsWith("-XX:SharedArchiveFile=") || argument.startsWith("-XX:AOTCache=");
    }

    private TestRunner fast(ForkedTestRunner runner) {
        return runner.in(new FastForks(places(), cache, told::add));
    }

    private ForkPlaces places() {
        return new ForkPlaces(RerunFixture.pluginClasses(), folder, List.of(RerunFixture.sampleClasses()), 2, null);
    }

    private ForkedTestRunner runner(String... arguments) {
        LaunchRecipe base = RerunFixture.recipe(Map.of(
                "sample.notes",
                notes.toString(),
                "java.specification.version",
                System.getProperty("java.specification.version")));
        Recording recording = RerunFixture.recording(new LaunchRecipe(
                base.javaHome(),
                List.of(arguments),
                base.classPath(),
                base.launcherPath(),
                base.systemProperties(),
                base.environment(),
                base.workingDirectory(),
                base.configurationParameters()));
        return new ForkedTestRunner(
                recording,
                clones,
                places(),
                new RunLimits(recording, RerunFixture.LONG),
                new TimeBudget(RerunFixture.LONG, System::nanoTime),
                BodyObserver.NONE);
    }

    private static RunRequest alone(Segment... segments) {
        return new RunRequest("sample", RunKind.ALONE, Arrays.asList(segments));
    }

    private static void assertPassed(RunResult result) {
        assertThat(result.exit()).isEqualTo(new RunExit.Completed());
        assertThat(result.outcomes().values()).isNotEmpty().allMatch(TestOutcome::passed);
    }

    private List<String> theOnlyNote() throws IOException {
        try (Stream<Path> files = Files.list(notes)) {
            Path note = files.reduce((one, other) -> {
                        throw new AssertionError("two notes: " + one + ", " + other);
                    })
                    .orElseThrow();
            List<String> lines = Files.readAllLines(note);
            Files.delete(note);
            return lines;
        }
    }

    private Path theOnlyFolder() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}

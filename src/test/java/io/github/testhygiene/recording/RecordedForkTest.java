package io.github.testhygiene.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fork.RerunMain;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.recording.samples.RecordedSamples;
import io.github.testhygiene.recording.samples.TestMain;
import io.github.testhygiene.rerun.files.BuildFolder;
import io.github.testhygiene.wire.Frame;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The recorder and a real test JVM that the recorder's jar has armed. */
@Timeout(180)
class RecordedForkTest {

    private static final Frame.Welcome WELCOME = new Frame.Welcome(
            Map.of("sample.url", "jdbc:sample", "sample.password", "no luck"),
            Map.of("sample.own", "ours", "sample.more", "m"),
            false,
            false);

    @TempDir
    private Path folder;

    private int files;

    private record Ended(int exitCode, String output) {}

    private Path jar(RecorderAddress address) throws Exception {
        return RecorderJar.write(folder.resolve("build-" + files++), address, classes());
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(RerunMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static Ended fork(Class<?> testClass, String... more) throws IOException, InterruptedException {
        List<String> classPath = new ArrayList<>(List.of(more));
        classPath.add(0, System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dsample.own=the user's",
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        TestMain.class.getName(),
                        testClass.getName())
                .redirectErrorStream(true)
                .start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), text);
        }
    }

    @Test
    void anArmedJvmTellsItsTestsItsOutcomesAndHowItWasLaunched() throws Exception {
        try (Recorder recorder = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE)) {
            Path jar = jar(recorder.address());
            Ended ended = fork(RecordedSamples.Sees.class, jar.toString());
            Recording recording = recorder.stop();

            assertThat(ended).isEqualTo(new Ended(0, "tests are done" + System.lineSeparator()));
            assertThat(recorder.complaints()).isEmpty();
            assertThat(recording.tests())
                    .extracting(RecordedTest::methodName)
                    .containsExactlyInAnyOrder("seesTheDatabase", "keepsWhatTheUserHasSet", "fails");
            assertThat(recording.outcomes().values())
                    .filteredOn(TestOutcome::failed)
                    .singleElement()
                    .satisfies(failed -> assertThat(failed.findFailure().orElseThrow())
                            .as("what the tests must not know stands in no report")
                            .satisfies(failure -> assertThat(failure.message()).isEqualTo("***"))
                            .satisfies(
                                    failure -> assertThat(failure.stackTrace()).doesNotContain("no luck")));
            assertThat(recording.launches()).singleElement().satisfies(launch -> assertThat(launch.tests())
                    .hasSize(3));
            assertRecipe(recording.launches().get(0).recipe(), jar);
        }
    }

    private static void assertRecipe(LaunchRecipe recipe, Path jar) {
        assertThat(recipe.javaHome()).isEqualTo(System.getProperty("java.home"));
        assertThat(recipe.inputArguments())
                .as("assertions were switched on from within, as failsafe does it")
                .containsExactly("-XX:TieredStopAtLevel=1", "-Dsample.own=the user's", "-ea");
        assertThat(recipe.classPath())
                .doesNotContain(jar.toString())
                .hasSize(System.getProperty("java.class.path").split(File.pathSeparator).length);
        assertThat(recipe.systemProperties())
                .containsEntry("sample.url", "jdbc:sample")
                .containsEntry("sample.own", "the user's")
                .containsEntry("sample.more", "m");
        assertThat(recipe.environment()).containsKey("PATH");
        assertThat(recipe.workingDirectory())
                .isEqualTo(Path.of("").toAbsolutePath().toString());
        assertThat(recipe.configurationParameters()).containsEntry("sample.parameter", "p");
    }

    /** Both builds of a project have one build folder; the second one must not replace what the first one's tests read. */
    @Test
    void twoBuildsAtOnceHaveARecordingEach() throws Exception {
        try (Recorder first = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE);
                BuildFolder firstFolder = BuildFolder.create(folder);
                Recorder second = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE);
                BuildFolder secondFolder = BuildFolder.create(folder)) {
            Path jar = RecorderJar.write(firstFolder.path(), first.address(), classes());
            Path other = RecorderJar.write(secondFolder.path(), second.address(), classes());
            fork(RecordedSamples.Sees.class, jar.toString());

            assertThat(first.stop().tests()).hasSize(3);
            assertThat(second.stop().tests()).isEmpty();
            assertThat(other).exists();
        }
    }

    @Test
    void theSessionOfTheTestsContainersIsRecordedWhereTheTestsUseTestcontainers() throws Exception {
        try (Recorder recorder = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE)) {
            String jar = jar(recorder.address()).toString();
            Ended with = fork(RecordedSamples.UsesTestcontainers.class, jar);
            Ended without = fork(RecordedSamples.Sees.class, jar);
            Recording recording = recorder.stop();

            assertThat(without.exitCode()).isZero();
            assertThat(recording.launches()).hasSize(2);
            assertThat(recording.launches().get(0).containerSessions())
                    .singleElement()
                    .satisfies(id -> assertThat(with.output().lines()).contains("session " + id));
            assertThat(recording.launches().get(1).containerSessions())
                    .as("Testcontainers is on the class path, and not used")
                    .isEmpty();
        }
    }

    @Test
    void aJvmThatIsLostLeavesATestWithoutAnOutcome() throws Exception {
        try (Recorder recorder = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE)) {
            Ended ended =
                    fork(RecordedSamples.Killed.class, jar(recorder.address()).toString());
            Recording recording = recorder.stop();

            assertThat(ended.exitCode()).isEqualTo(9);
            assertThat(recording.tests())
                    .extracting(RecordedTest::methodName)
                    .containsExactly("before", "halts", "after");
            assertThat(recording.outcomes())
                    .containsOnlyKeys(recording.tests().get(0).id());
            assertThat(recording.launches()).singleElement().satisfies(launch -> assertThat(launch.tests())
                    .containsExactly(
                            recording.tests().get(0).id(),
                            recording.tests().get(1).id()));
        }
    }

    @Test
    void testsThatATestLaunchesAreAPartOfIt() throws Exception {
        try (Recorder recorder = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE)) {
            fork(RecordedSamples.Launches.class, jar(recorder.address()).toString());
            Recording recording = recorder.stop();

            assertThat(recording.tests())
                    .extracting(RecordedTest::methodName)
                    .containsExactlyInAnyOrder("launchesOthers", "launchesNothing");
            assertThat(recording.outcomes().values()).hasSize(2).allMatch(TestOutcome::passed);
        }
    }

    @Test
    void withoutTheRecordersJarNothingIsSaid() throws Exception {
        assertThat(fork(RecordedSamples.Sees.class)).isEqualTo(new Ended(0, "tests are done" + System.lineSeparator()));
    }

    @Test
    void aWrongTokenIsRefusedAndTheTestsRunAllTheSame() throws Exception {
        try (Recorder recorder = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE)) {
            RecorderAddress right = recorder.address();
            Path jar = jar(new RecorderAddress(right.host(), right.port(), right.token() + "x"));

            Ended ended = fork(RecordedSamples.Sees.class, jar.toString());

            assertThat(recorder.stop().tests()).isEmpty();
            assertThat(ended.exitCode()).isZero();
            assertThat(ended.output())
                    .contains("[test-hygiene] this test JVM is not recorded:")
                    .contains("not a test JVM of this build")
                    .endsWith("tests are done" + System.lineSeparator())
                    .doesNotContain(right.token());
        }
    }

    @Test
    void aRecorderThatIsGoneDoesNotHarmTheTests() throws Exception {
        Recorder recorder = Recorder.start(inMavensJvm -> WELCOME, Boundaries.NONE);
        Path jar = jar(recorder.address());
        recorder.close();

        Ended ended = fork(RecordedSamples.Sees.class, jar.toString());

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output()).contains("this test JVM is not recorded").contains("tests are done");
    }
}

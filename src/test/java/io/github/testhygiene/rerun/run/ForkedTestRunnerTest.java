package io.github.testhygiene.rerun.run;

import static io.github.testhygiene.rerun.run.RerunFixture.recipe;
import static io.github.testhygiene.rerun.run.RerunFixture.request;
import static io.github.testhygiene.rerun.run.RerunFixture.run;
import static io.github.testhygiene.rerun.run.RerunFixture.runner;
import static io.github.testhygiene.rerun.run.RerunFixture.segment;
import static io.github.testhygiene.rerun.run.RerunFixture.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.testhygiene.fixture.SmallDisk;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.rerun.run.RerunFixture.Clones;
import io.github.testhygiene.rerun.samples.RerunSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

@Timeout(300)
class ForkedTestRunnerTest {

    private final Clones clones = new Clones();
    private LaunchRecipe recipe = recipe(Map.of());
    private Path folder;
    private Path notes;

    @BeforeEach
    void prepare(@TempDir Path temporary) throws IOException {
        folder = temporary.resolve("runs");
        notes = Files.createDirectories(temporary.resolve("notes"));
        recipe = recipe(Map.of("sample.notes", notes.toString()));
    }

    @AfterEach
    void nothingIsLeftOfTheRun() {
        assertThat(clones.givenBack).isEqualTo(clones.taken).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void testsRunInTheirOrderOnTheClone() {
        RunResult result = run(folder, clones, recipe, segment(RerunSamples.Good.class, "two", "fails", "one"));

        assertThat(result.exit()).isEqualTo(new RunExit.Completed());
        assertThat(result.outcomes().values())
                .extracting(TestOutcome::id, TestOutcome::status)
                .containsExactly(
                        tuple(test(RerunSamples.Good.class, "two").id(), TestStatus.PASSED),
                        tuple(test(RerunSamples.Good.class, "fails").id(), TestStatus.FAILED),
                        tuple(test(RerunSamples.Good.class, "one").id(), TestStatus.PASSED));
        TestOutcome failed =
                result.outcome(test(RerunSamples.Good.class, "fails").id()).orElseThrow();
        assertThat(failed.findFailure().orElseThrow().message()).isEqualTo("as expected");
        assertThat(result.duration()).isPositive();
    }

    @Test
    void whatFailsOnAFullDiskIsNoAnswer() throws Exception {
        try (SmallDisk disk = SmallDisk.on(folder, 512)) {
            RunResult result =
                    run(disk.folder(), clones, recipe, segment(RerunSamples.Writing.class, "reads", "writes"));

            assertThat(result.exit()).isInstanceOfSatisfying(RunExit.NoAnswer.class, exit -> assertThat(exit.reason())
                    .startsWith("a disk was full while it ran (")
                    .endsWith(" KB left for " + folder + ")"));
            assertThat(result.outcomes()).isEmpty();
        } catch (TestAbortedException e) {
            clones.giveBack(clones.take()); // for what is asserted of every run
            throw e;
        }
    }

    @Test
    void aJvmThatHaltsCrashesWithItsCodeAndItsTest() {
        RunResult result = run(folder, clones, recipe, segment(RerunSamples.Halting.class, "before", "halts", "after"));

        assertThat(result.exit()).isInstanceOfSatisfying(RunExit.Crashed.class, crashed -> {
            assertThat(crashed.exitCode()).isEqualTo(3);
            assertThat(crashed.running())
                    .isEqualTo(test(RerunSamples.Halting.class, "halts").id());
            assertThat(crashed.outputTail()).contains("the last words");
        });
        assertThat(result.outcomes())
                .containsOnlyKeys(test(RerunSamples.Halting.class, "before").id());
    }

    @Test
    void aJvmThatExitsBeforeItsLastTestIsOverHasCrashedEvenWithCodeZero() {
        RunResult result = run(folder, clones, recipe, segment(RerunSamples.Exiting.class, "exits"));

        assertThat(result.exit()).isInstanceOfSatisfying(RunExit.Crashed.class, crashed -> {
            assertThat(crashed.exitCode()).isZero();
            assertThat(crashed.running())
                    .isEqualTo(test(RerunSamples.Exiting.class, "exits").id());
        });
        assertThat(result.outcomes()).isEmpty();
    }

    @Test
    void aThreadThatIsLeftBehindDoesNotKeepTheRun() {
        RunResult result = run(folder, clones, recipe, segment(RerunSamples.Leaving.class, "leavesAThread"));

        assertThat(result.exit()).isEqualTo(new RunExit.Completed());
    }

    @Test
    void megabytesOfOutputDoNotStopARun() {
        RunResult result = run(folder, clones, recipe, segment(RerunSamples.Noisy.class, "printsMegabytes"));

        assertThat(result.exit()).isEqualTo(new RunExit.Completed());
        assertThat(result.outcomes().values()).singleElement().matches(TestOutcome::passed);
    }

    @Test
    void theTemporaryFolderIsEmptyAtTheStartAndGoneAtTheEnd() throws IOException {
        RunResult result =
                run(folder, clones, recipe, segment(RerunSamples.Temporary.class, "findsAnEmptyFolderAndUsesIt"));

        assertThat(result.outcomes().values()).singleElement().matches(TestOutcome::passed);
        Path temporaryFolder = Path.of(Files.readString(notes.resolve("folder")));
        assertThat(temporaryFolder).doesNotExist();
        assertThat(temporaryFolder.getParent()).isEqualTo(folder);
    }

    @Test
    void twoSegmentsRunInTwoJvmsOnOneClone() throws IOException {
        RunResult result = run(
                folder,
                clones,
                recipe,
                segment(RerunSamples.First.class, "notes"),
                segment(RerunSamples.Second.class, "notes"));

        assertThat(result.exit()).isEqualTo(new RunExit.Completed());
        assertThat(result.outcomes()).hasSize(2);
        String[] first = Files.readString(notes.resolve("first")).split(" ");
        String[] second = Files.readString(notes.resolve("second")).split(" ");
        assertThat(first[1]).isEqualTo(second[1]).isEqualTo("clone_0");
        assertThat(first[0])
                .isNotEqualTo(second[0])
                .isNotEqualTo(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void aCrashInTheFirstJvmEndsTheRun() {
        RunResult result = run(
                folder,
                clones,
                recipe,
                segment(RerunSamples.Halting.class, "halts"),
                segment(RerunSamples.Second.class, "notes"));

        assertThat(result.exit()).isInstanceOf(RunExit.Crashed.class);
        assertThat(notes.resolve("second")).doesNotExist();
    }

    @Test
    void aClassPathWithoutJunitGivesNoOutcomeButSaysWhy() {
        LaunchRecipe bare = new LaunchRecipe(
                recipe.javaHome(),
                recipe.inputArguments(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                recipe.workingDirectory(),
                Map.of());

        RunResult result = run(folder, clones, bare, segment(RerunSamples.Good.class, "one"));

        assertThat(result.outcomes()).isEmpty();
        assertThat(result.exit()).isInstanceOfSatisfying(RunExit.Crashed.class, crashed -> {
            assertThat(crashed.exitCode()).isEqualTo(1);
            assertThat(crashed.running()).isNull();
            assertThat(crashed.outputTail()).contains("NoClassDefFoundError");
        });
    }

    @Test
    void aJvmThatCannotBeStartedGivesNoAnswer() {
        LaunchRecipe gone = new LaunchRecipe(
                notes.resolve("no-jdk").toString(),
                List.of(),
                recipe.classPath(),
                List.of(),
                Map.of(),
                Map.of(),
                recipe.workingDirectory(),
                Map.of());

        RunResult result = run(folder, clones, gone, segment(RerunSamples.Good.class, "one"));

        assertThat(result.exit()).isInstanceOfSatisfying(RunExit.NoAnswer.class, exit -> assertThat(exit.reason())
                .contains("no-jdk"));
    }

    @Test
    void aTestThatDoesNotExistIsMissed() {
        RunResult result = run(folder, clones, recipe, segment(RerunSamples.Good.class, "one", "removed"));

        assertThat(result.exit()).isInstanceOfSatisfying(RunExit.NoAnswer.class, exit -> assertThat(exit.reason())
                .contains("1 of its 2 tests were not executed")
                .contains("removed()"));
        assertThat(result.outcomes()).isEmpty();
    }

    @Test
    void testsOfMavensOwnJvmCannotBeRunAgain() {
        RunResult result =
                runner(null, clones, folder, RerunFixture.LONG).run(request(segment(RerunSamples.Good.class, "one")));

        assertThat(result.exit()).isEqualTo(new RunExit.NoAnswer("its JVM was Maven's own"));
    }
}

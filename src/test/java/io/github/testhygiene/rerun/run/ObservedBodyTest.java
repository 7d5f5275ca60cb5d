package io.github.testhygiene.rerun.run;

import static io.github.testhygiene.rerun.run.RerunFixture.LONG;
import static io.github.testhygiene.rerun.run.RerunFixture.recipe;
import static io.github.testhygiene.rerun.run.RerunFixture.runner;
import static io.github.testhygiene.rerun.run.RerunFixture.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.rerun.run.RerunFixture.Clones;
import io.github.testhygiene.rerun.samples.RerunSamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of tests in real JVMs, and an observer that looks at what those JVMs have done so far. */
@Timeout(300)
class ObservedBodyTest {

    private static final RecordedTest STEPS = test(RerunSamples.Stepping.class, "steps");

    private final Clones clones = new Clones();
    private final List<String> seen = new ArrayList<>();
    private Path folder;
    private Path notes;
    private LaunchRecipe recipe;

    @BeforeEach
    void prepare(@TempDir Path temporary) throws IOException {
        folder = temporary.resolve("runs");
        notes = Files.createDirectories(temporary.resolve("notes"));
        recipe = recipe(Map.of("sample.notes", notes.toString()));
    }

    private RunResult run(RunKind kind, RecordedTest test, BodyObserver observer) {
        return runner(recipe, clones, folder, LONG, LONG, observer)
                .run(new RunRequest("sample", kind, List.of(new Segment(0, List.of(test)))));
    }

    private String steps() {
        try {
            Path steps = notes.resolve("steps");
            return Files.exists(steps) ? Files.readString(steps).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Looking implements BodyObserver {
        @Override
        public void started(DatabaseCoordinates clone, TestId id) {
            seen.add(name(id) + " starts on " + clone.database() + ": " + steps());
        }

        @Override
        public void finished(DatabaseCoordinates clone, TestId id) {
            seen.add(name(id) + " ends on " + clone.database() + ": " + steps());
        }

        @Override
        public void ended(DatabaseCoordinates clone, TestId id) {
            seen.add(name(id) + " ended on " + clone.database());
        }

        private static String name(TestId id) {
            return id.value().replaceAll(".*:|[(].*", "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"steps", "stepsInterrupted"})
    void theTestWaitsBetweenItsFixturesAndItsBody(String method) {
        RunResult result = run(RunKind.ALONE, test(RerunSamples.Stepping.class, method), new Looking());

        assertThat(seen)
                .containsExactly(
                        method + " starts on clone_0: before",
                        method + " ends on clone_0: before body",
                        method + " ended on clone_0");
        assertThat(steps()).isEqualTo("before body after");
        assertThat(result.exit()).isEqualTo(new RunExit.Completed());
        assertThat(result.outcomes().values()).singleElement().matches(TestOutcome::passed);
    }

    @Test
    void theTestWaitsAroundEachInvocation() {
        TestId id = new TestId("[engine:junit-jupiter]/[class:" + RerunSamples.Stepping.class.getName()
                + "]/[test-template:stepsTwice(java.lang.String)]");
        RecordedTest test =
                new RecordedTest(id, STEPS.classNames(), "stepsTwice", "java.lang.String", "stepsTwice(String)", "");

        RunResult result = run(RunKind.ALONE, test, new Looking());

        assertThat(seen)
                .containsExactly(
                        "stepsTwice starts on clone_0: before",
                        "stepsTwice ends on clone_0: before one",
                        "stepsTwice starts on clone_0: before one after before",
                        "stepsTwice ends on clone_0: before one after before two",
                        "stepsTwice ended on clone_0");
        assertThat(result.outcome(id).orElseThrow().body()).isNotNull();
    }

    @Test
    void aBodyThatEndsTheJvmHasNoEnd() {
        RecordedTest halts = test(RerunSamples.Halting.class, "halts");

        RunResult result = run(RunKind.ALONE, halts, new Looking());

        assertThat(seen).containsExactly("halts starts on clone_0: ");
        assertThat(result.exit()).isInstanceOfSatisfying(RunExit.Crashed.class, crashed -> {
            assertThat(crashed.exitCode()).isEqualTo(3);
            assertThat(crashed.running()).isEqualTo(halts.id());
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIRM", "SHUFFLED"})
    void runsInCompanyTellNobodyAndAreMeasuredAllTheSame(RunKind kind) {
        RunResult result = run(kind, STEPS, new Looking());

        assertThat(seen).isEmpty();
        assertThat(body(result)).isNotNull();
    }

    @Test
    void withoutAnObserverBodiesAreMeasured() {
        RunResult result = run(RunKind.ALONE, STEPS, BodyObserver.NONE);

        assertThat(steps()).isEqualTo("before body after");
        assertThat(body(result)).isNotNull();
    }

    private static Object body(RunResult result) {
        TestOutcome outcome = result.outcome(STEPS.id()).orElseThrow();
        assertThat(outcome.body()).isLessThanOrEqualTo(outcome.duration());
        return outcome.body();
    }
}

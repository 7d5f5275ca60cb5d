package io.github.testhygiene.rerun.run;

import static io.github.testhygiene.rerun.run.RerunFixture.recipe;
import static io.github.testhygiene.rerun.run.RerunFixture.runner;
import static io.github.testhygiene.rerun.run.RerunFixture.segment;
import static io.github.testhygiene.rerun.run.RerunFixture.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.LeakTrace.Kind;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.ObservedRun;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.rerun.run.RerunFixture.Clones;
import io.github.testhygiene.rerun.samples.ExperimentSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Experiments in real JVMs. */
@Timeout(300)
class ExperimentTest {

    private static final String SAMPLES = ExperimentSamples.class.getName();
    private static final String REGISTRY = SAMPLES + "$Registry.";

    private final Clones clones = new Clones();
    private Path folder;
    private Path notes;

    @BeforeEach
    void prepare(@TempDir Path temporary) throws IOException {
        folder = temporary.resolve("runs");
        notes = Files.createDirectories(temporary.resolve("notes"));
    }

    @AfterEach
    void nothingIsLeftOfTheRun() {
        assertThat(clones.givenBack).containsExactlyElementsOf(clones.taken);
        assertThat(folder).isEmptyDirectory();
    }

    private RunResult run(Experiment experiment, Segment... segments) {
        return run(Map.of(), experiment, segments);
    }

    private RunResult run(Map<String, String> parameters, Experiment experiment, Segment... segments) {
        LaunchRecipe plain = recipe(Map.of("sample.notes", notes.toString()));
        LaunchRecipe recipe = new LaunchRecipe(
                plain.javaHome(),
                Stream.concat(
                                plain.inputArguments().stream(),
                                Stream.of("-Duser.language=en", "-Duser.country=GB", "-Duser.timezone=UTC"))
                        .toList(),
                plain.classPath(),
                plain.launcherPath(),
                plain.systemProperties(),
                plain.environment(),
                plain.workingDirectory(),
                parameters);
        return runner(recipe, clones, folder, RerunFixture.LONG)
                .run(new RunRequest("sample", RunKind.CONFIRM, List.of(segments), experiment));
    }

    private List<String> notes() throws IOException {
        return Files.readAllLines(notes.resolve("notes"));
    }

    private static Map<TestId, TestStatus> statuses(Map<TestId, TestOutcome> outcomes) {
        return outcomes.values().stream().collect(Collectors.toMap(TestOutcome::id, TestOutcome::status));
    }

    @Test
    void aSecondRoundShowsWhatIsNotIdempotent() throws IOException {
        TestId first = test(ExperimentSamples.Repeated.class, "first").id();
        TestId second = test(ExperimentSamples.Repeated.class, "second").id();

        RunResult result = run(Experiment.TWICE, segment(ExperimentSamples.Repeated.class, "second", "first"));

        assertThat(result.exit()).isEqualTo(new RunExit.Completed());
        assertThat(result.outcomes().keySet()).containsExactly(second, first);
        assertThat(result.again().keySet()).containsExactly(second, first);
        assertThat(statuses(result.outcomes())).isEqualTo(Map.of(first, TestStatus.PASSED, second, TestStatus.PASSED));
        assertThat(statuses(result.again())).isEqualTo(Map.of(first, TestStatus.FAILED, second, TestStatus.PASSED));
        assertThat(notes()).hasSize(4);
        assertThat(notes().subList(2, 4)).as("the same JVM").isEqualTo(notes().subList(0, 2));
        assertThat(result.observed()).isNull();
    }

    @Test
    void aJvmThatIsLostInTheSecondRoundLeavesTheFirst() {
        RunResult result =
                run(Experiment.TWICE, segment(ExperimentSamples.HaltingLater.class, "stays", "haltsTheSecondTime"));

        assertThat(result.exit()).isInstanceOfSatisfying(RunExit.Crashed.class, crashed -> {
            assertThat(crashed.exitCode()).isEqualTo(4);
            assertThat(crashed.running())
                    .isEqualTo(test(ExperimentSamples.HaltingLater.class, "haltsTheSecondTime")
                            .id());
        });
        assertThat(result.outcomes()).hasSize(2);
        assertThat(result.again())
                .containsOnlyKeys(
                        test(ExperimentSamples.HaltingLater.class, "stays").id());
    }

    @Test
    void everyJvmHasACloneOfItsOwn() throws IOException {
        Segment segment = segment(ExperimentSamples.After.class, "notes");

        RunResult result = run(Experiment.OWN_DATABASES, segment, segment);

        assertThat(result.exit()).isEqualTo(new RunExit.Completed());
        assertThat(notes()).containsExactly("after clone_0", "after clone_1");
        assertThat(clones.givenBack).hasSize(2);
    }

    private static Segment fixturesAndAfter() {
        Class<?> type = ExperimentSamples.Fixtures.class;
        String prefix = "[engine:junit-jupiter]/[class:" + type.getName() + "]/";
        return new Segment(
                0,
                List.of(
                        test(type, "plain"),
                        new RecordedTest(
                                new TestId(prefix + "[test-template:parameterized(int)]"),
                                List.of(type.getName()),
                                "parameterized",
                                "int",
                                "parameterized(int)",
                                ""),
                        new RecordedTest(
                                new TestId(prefix + "[test-factory:dynamic()]"),
                                List.of(type.getName()),
                                "dynamic",
                                "",
                                "dynamic()",
                                ""),
                        test(ExperimentSamples.After.class, "notes")));
    }

    private static Set<TestId> allButTheLast(Segment segment) {
        return Set.copyOf(
                segment.tests().stream().map(RecordedTest::id).toList().subList(0, 3));
    }

    @Test
    void onlyClassFixturesOfTestsThatAreLeftOutAreExecuted() throws IOException {
        Segment segment = fixturesAndAfter();

        RunResult result = run(Experiment.fixturesOnly(allButTheLast(segment)), segment);

        assertThat(result.exit()).isEqualTo(new RunExit.Completed());
        assertThat(notes()).containsExactly("beforeAll", "afterAll", "after clone_0");
        assertThat(result.outcomes().values())
                .extracting(TestOutcome::status)
                .containsExactly(TestStatus.SKIPPED, TestStatus.SKIPPED, TestStatus.SKIPPED, TestStatus.PASSED);
    }

    @Test
    void whereConditionsAreSwitchedOffThereIsNoAnswer() {
        Segment segment = fixturesAndAfter();

        RunResult result = run(
                Map.of("junit.jupiter.conditions.deactivate", "*"),
                Experiment.fixturesOnly(allButTheLast(segment)),
                segment);

        assertThat(result.exit()).isInstanceOfSatisfying(RunExit.NoAnswer.class, exit -> assertThat(exit.reason())
                .contains("our condition was not let in"));
        assertThat(result.outcomes()).isEmpty();
    }

    @Test
    void whereOurConditionAloneIsSwitchedOffThereIsNoAnswer() {
        Segment segment = fixturesAndAfter();

        RunResult result = run(
                Map.of(
                        "junit.jupiter.extensions.autodetection.enabled", "true",
                        "junit.jupiter.conditions.deactivate", "io.github.testhygiene.*"),
                Experiment.fixturesOnly(allButTheLast(segment)),
                segment);

        assertThat(result.exit()).isInstanceOf(RunExit.NoAnswer.class);
    }

    private static LeakTrace trace(Kind kind, String name, String before, String after) {
        return new LeakTrace(kind, name, before, after);
    }

    @Test
    void whatATestLeavesInItsJvmIsNamed() throws IOException {
        RunResult result = run(Experiment.OBSERVED, segment(ExperimentSamples.Polluter.class, "leavesThings"));

        assertThat(result.exit()).isEqualTo(new RunExit.Completed());
        assertThat(result.outcomes().values()).singleElement().matches(TestOutcome::passed);
        ObservedRun observed = result.observed();
        assertThat(observed).isNotNull();
        assertThat(observed.classes())
                .contains(SAMPLES + "$Polluter", SAMPLES + "$Registry")
                .doesNotContain(SAMPLES + "$Clean");
        assertThat(observed.traces())
                .filteredOn(trace -> trace.kind() != Kind.PORT && trace.kind() != Kind.PROCESS)
                .containsExactlyInAnyOrder(
                        trace(Kind.STATIC_FIELD, REGISTRY + "CACHE", "empty", "2 entries"),
                        trace(Kind.STATIC_FIELD, REGISTRY + "TENANT", "empty", "\"acme\""),
                        trace(Kind.STATIC_FIELD, REGISTRY + "password", "***", "***, changed inside"),
                        trace(
                                Kind.STATIC_FIELD,
                                REGISTRY + "price",
                                "ExperimentSamples$Price{currency=\"EUR\", amount=1}",
                                "ExperimentSamples$Price{currency=\"EUR\", amount=2}"),
                        trace(Kind.SYSTEM_PROPERTY, "sample.left", null, "here"),
                        trace(Kind.SYSTEM_PROPERTY, "sample.secret", null, "***"),
                        trace(Kind.LOCALE, "default", "en-GB", "tlh"),
                        trace(Kind.TIME_ZONE, "default", "UTC", "Pacific/Chatham"),
                        trace(Kind.EXCEPTION_HANDLER, "default", null, "ExperimentSamples$Handler"),
                        trace(Kind.THREAD, "poller-#", null, "running"));
        assertThat(observed.traces()).contains(trace(Kind.PROCESS, "java", null, "running"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPortOnWhichATestStillListensIsNamed() throws IOException {
        RunResult result = run(Experiment.OBSERVED, segment(ExperimentSamples.Polluter.class, "leavesThings"));

        String port = notes().get(0).substring("port ".length());
        assertThat(result.observed()).isNotNull();
        assertThat(result.observed().traces()).contains(trace(Kind.PORT, port, null, "listening"));
    }

    @Test
    void aTestThatLeavesNothingIsSaidToLeaveNothing() {
        RunResult result = run(Experiment.OBSERVED, segment(ExperimentSamples.Clean.class, "leavesNothing"));

        assertThat(result.observed()).isEqualTo(new ObservedRun(List.of(), Set.of(SAMPLES, SAMPLES + "$Clean")));
    }

    @Test
    void aClassThatEndsTheJvmWhenItIsLookedAtChangesNoOutcome() {
        RunResult result = run(Experiment.OBSERVED, segment(ExperimentSamples.UsesExiting.class, "uses"));

        assertThat(result.exit()).isEqualTo(new RunExit.Completed());
        assertThat(result.outcomes().values()).singleElement().matches(TestOutcome::passed);
        assertThat(result.observed()).isNotNull();
        assertThat(result.observed().traces())
                .contains(trace(Kind.STATIC_FIELD, SAMPLES + "$Exiting.LEFT", null, "1 entry"));
    }
}

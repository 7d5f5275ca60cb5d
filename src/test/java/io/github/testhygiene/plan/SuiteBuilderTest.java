package io.github.testhygiene.plan;

import static io.github.testhygiene.fixture.SampleRecordings.launch;
import static io.github.testhygiene.fixture.SampleRecordings.recipe;
import static io.github.testhygiene.fixture.SampleTests.failed;
import static io.github.testhygiene.fixture.SampleTests.ordered;
import static io.github.testhygiene.fixture.SampleTests.passed;
import static io.github.testhygiene.fixture.SampleTests.skipped;
import static io.github.testhygiene.fixture.SampleTests.test;
import static io.github.testhygiene.fixture.SampleTests.vintage;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fixture.SampleRecordings;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.OrderedClasses;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuiteBuilderTest {

    private static final SuiteBuilder BUILDER = new SuiteBuilder(OrderedClasses.UNIT, false);
    private static final RecordedTest A = test("shop.OrderIT", "a");
    private static final RecordedTest B = test("shop.OrderIT", "b");
    private static final RecordedTest C = test("shop.CartIT", "c");

    @Test
    void everyTestIsAUnitInTheReferenceOrder() {
        assertThat(BUILDER.build(SampleRecordings.ofPassing(List.of(B, A, C)), test -> true)
                        .units())
                .containsExactly(unit(0, B), unit(0, A), unit(0, C));
    }

    @Test
    void whatWasSkippedOrNotSelectedOrNeverEndedIsLeftOut() {
        RecordedTest unselected = test("shop.CartIT", "unselected");
        Recording recording =
                SampleRecordings.of(List.of(A, B, C, unselected), List.of(skipped(A), failed(C), passed(unselected)));

        assertThat(BUILDER.build(recording, test -> !test.equals(unselected)).units())
                .containsExactly(unit(0, C));
    }

    @Test
    void whatRanInMavensOwnJvmIsLeftOut() {
        Recording recording = SampleRecordings.of(
                List.of(A, C),
                List.of(passed(A), passed(C)),
                List.of(launch(null, List.of(A)), launch(recipe(Map.of()), List.of(C))));

        assertThat(BUILDER.build(recording, test -> true).units()).containsExactly(unit(1, C));
    }

    @Test
    void aClassThatDeclaresItsOrderIsOneUnit() {
        List<RecordedTest> steps = List.of(ordered("shop.StepsIT", "one"), ordered("shop.StepsIT", "two"));
        Recording recording = SampleRecordings.ofPassing(List.of(steps.get(0), steps.get(1), A));

        List<TestUnit> units = BUILDER.build(recording, test -> true).units();

        assertThat(units).containsExactly(new TestUnit(0, steps), unit(0, A));
        assertThat(units.get(0).name()).isEqualTo("StepsIT");
        assertThat(units.get(1).name()).isEqualTo("OrderIT.a");
    }

    @Test
    void aClassThatDeclaresItsOrderIsTakenApartOnDemand() {
        List<RecordedTest> steps = List.of(ordered("shop.StepsIT", "one"), ordered("shop.StepsIT", "two"));

        assertThat(new SuiteBuilder(OrderedClasses.SPLIT, false)
                        .build(SampleRecordings.ofPassing(steps), test -> true)
                        .units())
                .containsExactly(unit(0, steps.get(0)), unit(0, steps.get(1)));
    }

    @Test
    void jvmsThatWereLaunchedAlikeShareTheirTests() {
        LaunchRecipe first = recipe(Map.of("surefire.forkNumber", "1", "java.io.tmpdir", "/tmp/1", "shop.mode", "x"));
        LaunchRecipe second = recipe(Map.of("surefire.forkNumber", "2", "java.io.tmpdir", "/tmp/2", "shop.mode", "x"));

        assertThat(twoJvms(first, second).units()).containsExactly(unit(0, A), unit(0, C));
    }

    @Test
    void jvmsWithOtherPropertiesOrArgumentsStayApart() {
        LaunchRecipe first = recipe(Map.of("shop.mode", "x"));

        assertThat(twoJvms(first, recipe(Map.of("shop.mode", "y"))).units()).containsExactly(unit(0, A), unit(1, C));
        assertThat(twoJvms(first, recipe(List.of("-Xmx1g"), Map.of("shop.mode", "x")))
                        .units())
                .containsExactly(unit(0, A), unit(1, C));
    }

    @Test
    void aJvmForEveryClassStaysSoInEveryRun() {
        Suite suite = new SuiteBuilder(OrderedClasses.UNIT, true)
                .build(SampleRecordings.ofPassing(List.of(A, B, C)), test -> true);

        assertThat(suite.inOrder("any", RunKind.SHUFFLED, suite.reverseOrder()).segments())
                .extracting(RunRequest.Segment::tests)
                .containsExactly(List.of(C), List.of(B, A));
    }

    @Test
    void onlyJupitersTestsCanBePutInOrder() {
        RecordedTest old = vintage("shop.OldIT", "old");
        Suite suite = BUILDER.build(SampleRecordings.ofPassing(List.of(A, old, C)), test -> true);

        assertThat(suite.units()).hasSize(3);
        assertThat(suite.reverseOrder()).containsExactly(unit(0, C), unit(0, A));
    }

    private static Suite twoJvms(LaunchRecipe first, LaunchRecipe second) {
        return BUILDER.build(
                SampleRecordings.of(
                        List.of(A, C),
                        List.of(passed(A), passed(C)),
                        List.of(launch(first, List.of(A)), launch(second, List.of(C)))),
                test -> true);
    }

    private static TestUnit unit(int launch, RecordedTest test) {
        return new TestUnit(launch, List.of(test));
    }
}

package io.github.testhygiene.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fork.samples.ShapeSamples;
import io.github.testhygiene.model.RecordedTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDescriptionsTest {

    private static final String SAMPLES = ShapeSamples.class.getName() + "$";

    @Test
    void aPlainTestIsDescribedInFull() {
        RecordedTest test = LauncherRun.of(ShapeSamples.Deep.class).test("own");

        assertThat(test.id().value()).isEqualTo("[engine:junit-jupiter]/[class:" + SAMPLES + "Deep]/[method:own()]");
        assertThat(test.classNames()).containsExactly(SAMPLES + "Deep");
        assertThat(test.methodName()).isEqualTo("own");
        assertThat(test.parameterTypes()).isEmpty();
        assertThat(test.displayName()).isEqualTo("own()");
        assertThat(test.orderedBy()).isEmpty();
    }

    @Test
    void aNestedTestNamesItsClassesOutermostFirst() {
        LauncherRun run = LauncherRun.of(ShapeSamples.Deep.class).assertConsistent();
        RecordedTest deepest = run.test("deepest");

        assertThat(run.started()).hasSize(8);
        assertThat(deepest.classNames())
                .containsExactly(SAMPLES + "Deep", SAMPLES + "Deep$Left", SAMPLES + "Deep$Left$Deeper");
        assertThat(deepest.className()).isEqualTo(SAMPLES + "Deep$Left$Deeper");
        assertThat(deepest.topLevelClass()).isEqualTo(SAMPLES + "Deep");
    }

    @Test
    void overloadsAreToldApartByTheirParameterTypes() {
        LauncherRun run = LauncherRun.of(ShapeSamples.Overloads.class).assertConsistent();

        assertThat(run.started()).hasSize(6);
        assertThat(run.found())
                .filteredOn(test -> test.methodName().equals("same"))
                .extracting(RecordedTest::parameterTypes)
                .containsExactlyInAnyOrder(
                        "",
                        "int",
                        "org.junit.jupiter.api.TestInfo",
                        "org.junit.jupiter.api.TestInfo, org.junit.jupiter.api.TestReporter",
                        "java.lang.String, org.junit.jupiter.api.TestInfo");
        assertThat(run.test("array").parameterTypes()).isEqualTo("[Ljava.lang.String;");
    }

    @Test
    void anInheritedTestBelongsToTheClassThatRunsIt() {
        LauncherRun run = LauncherRun.of(ShapeSamples.FirstHeir.class, ShapeSamples.SecondHeir.class)
                .assertConsistent();

        assertThat(run.found())
                .extracting(RecordedTest::selector)
                .containsExactlyInAnyOrder(
                        SAMPLES + "FirstHeir#inherited",
                        SAMPLES + "FirstHeir#inheritedToo",
                        SAMPLES + "FirstHeir#own",
                        SAMPLES + "SecondHeir#inherited",
                        SAMPLES + "SecondHeir#inheritedToo");
    }

    @Test
    void anInheritedNestedClassStandsBelowTheClassThatRunsIt() {
        LauncherRun run = LauncherRun.of(ShapeSamples.FirstNestedHeir.class, ShapeSamples.SecondNestedHeir.class)
                .assertConsistent();

        assertThat(run.found())
                .hasSize(8)
                .extracting(RecordedTest::classNames)
                .contains(
                        List.of(SAMPLES + "FirstNestedHeir", SAMPLES + "NestedContract$Early"),
                        List.of(SAMPLES + "SecondNestedHeir", SAMPLES + "NestedContract$Early"));
    }

    @Test
    void oneInstanceForAllTestsMakesNoDifference() {
        LauncherRun run = LauncherRun.of(ShapeSamples.OneInstance.class).assertConsistent();

        assertThat(run.started()).hasSize(3);
        assertThat(run.outcomes()).allMatch(outcome -> outcome.passed());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ShapeSamples.Steps.class,
                ShapeSamples.InheritedSteps.class,
                ShapeSamples.ComposedSteps.class,
                ShapeSamples.StepsOfInterface.class,
                ShapeSamples.OrderedClasses.class
            })
    void aClassThatDeclaresAnOrderHoldsAllItsTestsTogether(Class<?> type) {
        LauncherRun run = LauncherRun.of(type).assertConsistent();

        assertThat(run.found()).extracting(RecordedTest::orderedBy).containsOnly(type.getName());
    }

    @Test
    void anOrderOfANestedClassDoesNotHoldItsOuterClass() {
        LauncherRun run = LauncherRun.of(ShapeSamples.StepsInside.class);

        assertThat(run.test("free").orderedBy()).isEmpty();
        assertThat(run.test("bound").orderedBy()).isEqualTo(SAMPLES + "StepsInside$Inner");
    }
}

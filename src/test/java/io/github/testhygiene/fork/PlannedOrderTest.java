package io.github.testhygiene.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fork.samples.OutcomeSamples;
import io.github.testhygiene.fork.samples.ShapeSamples;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.Seed;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.RunPlanner;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.TestUnit;
import io.github.testhygiene.wire.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;

class PlannedOrderTest {

    private static final List<RecordedTest> TESTS = LauncherRun.of(
                    ShapeSamples.Deep.class,
                    ShapeSamples.Overloads.class,
                    ShapeSamples.FirstHeir.class,
                    ShapeSamples.SecondHeir.class,
                    ShapeSamples.OneInstance.class,
                    ShapeSamples.StepsInside.class)
            .found();

    @AfterTry
    void forget() {
        PlannedOrder.set(List.of());
    }

    private static List<TestId> executed(List<RecordedTest> tests) {
        PlannedOrder.set(tests);
        return LauncherRun.of(RerunMain.discovery(new Frame.Request(tests, Map.of(), Map.of(), false)))
                .started();
    }

    private static Suite suite(List<RecordedTest> tests) {
        return new Suite(
                tests.stream().map(test -> new TestUnit(0, List.of(test))).toList(), false);
    }

    @Property(tries = 15)
    void whatThePlannerPlansIsExecutedInThatOrder(@ForAll long seed) {
        for (RunRequest run : new RunPlanner(new Seed(seed), 2).plan(suite(TESTS))) {
            if (run.kind() != RunKind.ALONE) {
                assertThat(executed(run.tests())).isEqualTo(run.ids());
            }
        }
    }

    @Property(tries = 8)
    void aPartOfThePlanIsExecutedInItsOrderAndNothingElse(@ForAll long seed) {
        List<RecordedTest> some = new ArrayList<>(TESTS);
        Collections.shuffle(some, new Random(seed));
        some.subList(TESTS.size() / 3, TESTS.size()).clear();

        for (RunRequest run : new RunPlanner(new Seed(seed), 2).plan(suite(some))) {
            assertThat(executed(run.tests())).isEqualTo(run.ids());
        }
    }

    @Example
    void nestedClassesThatTwoClassesInheritHaveAnOrderInEachOfThem() {
        List<RecordedTest> tests = LauncherRun.of(
                        ShapeSamples.FirstNestedHeir.class, ShapeSamples.SecondNestedHeir.class)
                .found();
        for (int seed = 0; seed < 20; seed++) {
            for (RunRequest run : new RunPlanner(new Seed(seed), 2).plan(suite(tests))) {
                assertThat(executed(run.tests())).isEqualTo(run.ids());
            }
        }
    }

    @Example
    void aClassThatDeclaresItsOrderKeepsItWhereverItStands() {
        LauncherRun steps = LauncherRun.of(ShapeSamples.Steps.class);
        List<RecordedTest> tests =
                new ArrayList<>(LauncherRun.of(ShapeSamples.SecondHeir.class).found());
        tests.add(steps.test("alpha"));
        tests.add(steps.test("beta"));
        tests.addAll(LauncherRun.of(ShapeSamples.FirstHeir.class).found());

        List<TestId> expected =
                new ArrayList<>(tests.stream().map(RecordedTest::id).toList());
        Collections.swap(expected, 2, 3);
        assertThat(executed(tests)).isEqualTo(expected);
    }

    @Example
    void parametersOfTheRecordedRunDoNotOverruleTheOrder() {
        List<RecordedTest> tests =
                new ArrayList<>(LauncherRun.of(ShapeSamples.FirstHeir.class).found());
        Collections.reverse(tests);
        Map<String, String> recorded = Map.of(
                "junit.jupiter.testmethod.order.default", "org.junit.jupiter.api.MethodOrderer$Random",
                "junit.jupiter.testclass.order.default", "org.junit.jupiter.api.ClassOrderer$Random",
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.displayname.generator.default",
                        "org.junit.jupiter.api.DisplayNameGenerator$ReplaceUnderscores");
        PlannedOrder.set(tests);

        LauncherRun run = LauncherRun.of(RerunMain.discovery(new Frame.Request(tests, Map.of(), recorded, false)));

        assertThat(run.started()).isEqualTo(tests.stream().map(RecordedTest::id).toList());
        assertThat(run.test("own").displayName()).as("other parameters count").isEqualTo("own");
    }

    @Example
    void oneParameterizedTestIsExecutedWithAllItsInvocations() {
        RecordedTest test = LauncherRun.of(OutcomeSamples.Repetitive.class).test("secondFails");

        LauncherRun run =
                LauncherRun.of(RerunMain.discovery(new Frame.Request(List.of(test), Map.of(), Map.of(), false)));

        assertThat(run.assertConsistent().started()).containsExactly(test.id());
        assertThat(run.outcome("secondFails").failed()).isTrue();
    }
}

package io.github.testhygiene.plan;

import static io.github.testhygiene.fixture.SampleRecordings.launch;
import static io.github.testhygiene.fixture.SampleRecordings.recipe;
import static io.github.testhygiene.fixture.SampleTests.ordered;
import static io.github.testhygiene.fixture.SampleTests.passed;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.fixture.SampleRecordings;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.Seed;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.RunRequest.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RunPlannerTest {

    private static final RunPlanner PLANNER = new RunPlanner(new Seed(20261122), 4);

    @Provide
    Arbitrary<List<TestUnit>> units() {
        return SuiteShapes.units();
    }

    @Property(tries = 60)
    void everyUnitIsPlannedAloneOnce(@ForAll("units") List<TestUnit> units) {
        assertThat(plan(units, 4).stream()
                        .filter(run -> run.kind() == RunKind.ALONE)
                        .map(RunRequest::tests))
                .containsExactlyElementsOf(units.stream().map(TestUnit::tests).toList());
    }

    @Property(tries = 60)
    void noOrderIsPlannedTwiceNorTheReferenceOrder(
            @ForAll("units") List<TestUnit> units, @ForAll @IntRange(max = 9) int orders) {
        Suite suite = new Suite(units, false);
        List<List<TestId>> planned = new RunPlanner(new Seed(7), orders)
                .plan(suite).stream()
                        .filter(run -> run.kind() != RunKind.ALONE && run.kind() != RunKind.TWICE)
                        .map(RunRequest::ids)
                        .toList();

        assertThat(planned).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(orders + 1);
        if (!suite.referenceOrder().isEmpty()) {
            assertThat(planned).doesNotContain(RunPlanner.referenceOrder(suite).ids());
        }
    }

    @Property(tries = 60)
    void theReferenceOrderIsPlannedInTwoRounds(@ForAll("units") List<TestUnit> units) {
        Suite suite = new Suite(units, false);
        List<RunRequest> twice = PLANNER.plan(suite).stream()
                .filter(run -> run.kind() == RunKind.TWICE)
                .toList();

        assertThat(twice).hasSize(suite.referenceOrder().isEmpty() ? 0 : 1);
        assertThat(twice).allSatisfy(run -> {
            assertThat(run.experiment()).isEqualTo(Experiment.TWICE);
            assertThat(run.ids()).isEqualTo(RunPlanner.referenceOrder(suite).ids());
        });
    }

    @Property(tries = 60)
    void everyLabelNamesOneRun(@ForAll("units") List<TestUnit> units) {
        assertThat(plan(units, 6).stream()
                        .filter(run -> run.kind() != RunKind.ALONE)
                        .map(RunRequest::label))
                .doesNotHaveDuplicates();
    }

    @Property(tries = 60)
    void aRunIsCutIntoJvmsAsTheReferenceRunWas(@ForAll("units") List<TestUnit> units, @ForAll boolean jvmPerClass) {
        for (RunRequest run : PLANNER.plan(new Suite(units, jvmPerClass))) {
            List<Segment> segments = run.segments();
            for (int i = 0; i < segments.size(); i++) {
                Segment segment = segments.get(i);
                Set<String> classes = topLevelClasses(segment);
                assertThat(units).anySatisfy(unit -> assertThat(unit.launch() == segment.launch()
                                && unit.tests().contains(segment.tests().get(0)))
                        .isTrue());
                assertThat(!jvmPerClass || classes.size() == 1).isTrue();
                if (i > 0) {
                    Segment previous = segments.get(i - 1);
                    assertThat(previous.launch() != segment.launch()
                                    || (jvmPerClass
                                            && !topLevelClasses(previous).equals(classes)))
                            .isTrue();
                }
            }
        }
    }

    @Property(tries = 60)
    void aRunUpToTestsIsThePrefixThatEndsWithTheLastOfThem(
            @ForAll("units") List<TestUnit> units, @ForAll boolean jvmPerClass, @ForAll @IntRange(max = 99) int pick) {
        for (RunRequest run : PLANNER.plan(new Suite(units, jvmPerClass))) {
            List<TestId> ids = run.ids();
            int last = pick % ids.size();
            int other = last / 2;

            RunRequest prefix = run.upTo(Set.of(ids.get(last)), "shorter", RunKind.CONFIRM);

            assertThat(prefix.ids()).isEqualTo(ids.subList(0, last + 1));
            assertThat(prefix.label()).isEqualTo("shorter");
            assertThat(prefix.segments())
                    .zipSatisfy(run.segments().subList(0, prefix.segments().size()), (cut, whole) -> {
                        assertThat(cut.launch()).isEqualTo(whole.launch());
                        assertThat(whole.tests()).startsWith(cut.tests().toArray(new RecordedTest[0]));
                    });
            if (other != last) {
                assertThat(run.upTo(Set.of(ids.get(other), ids.get(last)), "shorter", RunKind.CONFIRM))
                        .isEqualTo(prefix);
            }
        }
    }

    @Property(tries = 60)
    void eachLabelCanBeMadeAgain(@ForAll("units") List<TestUnit> units) {
        Suite suite = new Suite(units, false);

        assertThat(PLANNER.plan(suite))
                .filteredOn(run -> run.kind() != RunKind.ALONE)
                .allSatisfy(run -> {
                    assertThat(PLANNER.only(suite, run.label())).containsExactly(run);
                    assertThat(PLANNER.labels(suite)).contains(run.label());
                });
    }

    @Example
    void theLabelsSayWhichOrderIsTheReverseOfWhich() {
        List<TestUnit> units = units("a", "b", "c", "d", "e", "f", "g");

        assertThat(PLANNER.labels(new Suite(units, false)))
                .containsExactly(
                        "reference",
                        "twice",
                        "reverse",
                        "shuffled-1",
                        "shuffled-1-reverse",
                        "shuffled-2",
                        "shuffled-2-reverse");
    }

    @Example
    void aLabelThatThePlanLacksGivesNoRun() {
        assertThat(PLANNER.only(new Suite(units("a", "b"), false), "shuffled-77"))
                .isEmpty();
    }

    @Example
    void theRecordedRunIsCutIntoTheJvmsThatWereRecorded() {
        RecordedTest a = test("shop.OrderIT", "a");
        RecordedTest b = test("shop.OrderIT", "b");
        RecordedTest c = test("shop.CartIT", "c");
        RecordedTest neverStarted = test("shop.CartIT", "neverStarted");
        Recording recording = SampleRecordings.of(
                List.of(a, c, b, neverStarted),
                List.of(passed(a), passed(b), passed(c)),
                List.of(launch(recipe(Map.of()), List.of(a, b)), launch(recipe(Map.of("x", "y")), List.of(c, b))));

        assertThat(RunPlanner.recorded(recording))
                .isEqualTo(new RunRequest(
                        "reference",
                        RunKind.REFERENCE,
                        List.of(
                                new Segment(0, List.of(a, b)),
                                new Segment(1, List.of(c)),
                                new Segment(0, List.of(neverStarted)))));
    }

    @Example
    void aSuiteOfNothingHasNoRuns() {
        Suite suite = new Suite(List.of(), false);

        assertThat(PLANNER.plan(suite)).isEmpty();
        assertThat(PLANNER.only(suite, RunPlanner.REFERENCE)).isEmpty();
    }

    @Example
    void aClassThatIsTakenApartKeepsTheOrderThatItDeclares() {
        TestUnit first = new TestUnit(0, List.of(ordered("shop.StepsIT", "z")));
        TestUnit second = new TestUnit(0, List.of(ordered("shop.StepsIT", "a")));
        TestUnit other = new TestUnit(0, List.of(test("shop.OtherIT", "b")));

        List<List<TestId>> orders = plan(List.of(first, second, other), 4).stream()
                .filter(run -> run.kind() != RunKind.ALONE && run.kind() != RunKind.TWICE)
                .map(RunRequest::ids)
                .toList();

        assertThat(orders)
                .containsExactly(List.of(
                        other.first().id(), first.first().id(), second.first().id()));
    }

    @Example
    void aNegativeNumberOfOrdersIsRefused() {
        assertThatThrownBy(() -> new RunPlanner(new Seed(1), -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<RunRequest> plan(List<TestUnit> units, int orders) {
        return new RunPlanner(new Seed(20261122), orders).plan(new Suite(units, false));
    }

    private static List<TestUnit> units(String... methods) {
        return Arrays.stream(methods)
                .map(method -> new TestUnit(0, List.of(test("shop.OrderIT", method))))
                .toList();
    }

    private static Set<String> topLevelClasses(Segment segment) {
        return segment.tests().stream().map(RecordedTest::topLevelClass).collect(Collectors.toSet());
    }
}

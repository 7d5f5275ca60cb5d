package io.github.testhygiene.plan;

import static io.github.testhygiene.fixture.SampleTests.failed;
import static io.github.testhygiene.fixture.SampleTests.passed;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fixture.SampleRecordings;
import io.github.testhygiene.fixture.SampleTables;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.Effort;
import io.github.testhygiene.model.OrderedClasses;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.Seed;
import io.github.testhygiene.model.TestOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RunQueueTest {

    private static final Duration LONG = Duration.ofHours(9);
    private static final List<RecordedTest> TESTS = IntStream.range(0, 8)
            .mapToObj(i -> test("shop.C" + i + "IT", "m" + i))
            .toList();

    private final SampleTables tables = new SampleTables();

    @Provide
    Arbitrary<List<TestUnit>> units() {
        return SuiteShapes.units();
    }

    @Property(tries = 60)
    void everyPlannedRunComesOnce(@ForAll("units") List<TestUnit> units, @ForAll @IntRange(max = 40) int minutes) {
        List<RecordedTest> tests =
                units.stream().flatMap(unit -> unit.tests().stream()).toList();
        Suite suite = new Suite(units, false);
        List<RunRequest> plan = new RunPlanner(new Seed(7), 4).plan(suite);
        RunQueue queue = new RunQueue(plan, suite, SampleRecordings.ofPassing(tests), Duration.ofMinutes(minutes), 2);

        assertThat(queue).containsExactlyInAnyOrderElementsOf(plan);
        assertThat(drained(queue)).containsExactlyInAnyOrderElementsOf(plan);
        assertThat(queue.poll()).isNull();
    }

    @Example
    void anOrderIsFollowedByItsReverseAndTheSecondRunInAnOrderIsTheOneOfEverythingTwice() {
        List<String> labels = labels(drained(queue(LONG)));

        assertThat(labels.subList(0, 6))
                .containsExactly(
                        "reverse", "twice", "shuffled-1", "shuffled-1-reverse", "shuffled-2", "shuffled-2-reverse");
    }

    @Example
    void aTestThatReadsWhatAnEarlierOneLeftComesFirstAndOneThatWritesItDoesNot() {
        tables.leaves(TESTS.get(2), "setting")
                .names(TESTS.get(5), "setting")
                .leaves(TESTS.get(6), "setting")
                .names(TESTS.get(1), "setting");

        List<String> labels = labels(drained(queue(LONG)));

        assertThat(labels.get(0)).isEqualTo("alone:C5IT.m5");
        assertThat(labels.get(1)).doesNotStartWith("alone:");
    }

    @Example
    void suspectsThatWouldTakeTooLongTakeTheirTurn() {
        tables.leaves(TESTS.get(0), "setting");
        TESTS.subList(1, 8).forEach(each -> tables.names(each, "setting"));

        List<String> labels = labels(drained(queue(Duration.ofSeconds(24))));

        // A tenth of the time is enough for two of them.
        assertThat(labels.subList(0, 3))
                .satisfies(first -> assertThat(first.subList(0, 2)).allMatch(label -> label.startsWith("alone:")))
                .satisfies(first -> assertThat(first.get(2)).doesNotStartWith("alone:"));
    }

    @Example
    void whereTheTimeIsEnoughTheLongestSingleTestsComeFirst() {
        List<RunRequest> drained = drained(queue(LONG));

        assertThat(labels(drained.subList(6, 14)))
                .containsExactly(
                        "alone:C7IT.m7",
                        "alone:C6IT.m6",
                        "alone:C5IT.m5",
                        "alone:C4IT.m4",
                        "alone:C3IT.m3",
                        "alone:C2IT.m2",
                        "alone:C1IT.m1",
                        "alone:C0IT.m0");
    }

    @Example
    void whereTheTimeIsShortWhatShowsLittleForItsTimeComesLast() {
        List<RecordedTest> slow = IntStream.range(0, 60)
                .mapToObj(i -> test("shop.C" + i + "IT", "m" + i))
                .toList();
        List<TestOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < slow.size(); i++) {
            outcomes.add(passed(slow.get(i), Duration.ofSeconds(i)));
        }
        List<String> labels = labels(drained(queue(SampleRecordings.of(slow, outcomes), Duration.ofMinutes(1))));

        assertThat(labels.subList(0, 3)).containsExactly("reverse", "twice", "alone:C0IT.m0");
        assertThat(labels).endsWith("alone:C59IT.m59");
        assertThat(labels.indexOf("shuffled-1")).isBetween(4, labels.size() - 4);
        assertThat(labels.indexOf("shuffled-1-reverse")).isEqualTo(labels.indexOf("shuffled-1") + 1);
    }

    @Example
    void whoHasFailedInAnOrderIsRunAloneNext() {
        RunQueue queue = queue(LONG);
        RunRequest reverse = queue.remove();
        queue.note(completed(reverse, List.of(passed(TESTS.get(7)), failed(TESTS.get(3)), passed(TESTS.get(0)))));

        assertThat(queue.poll().label()).isEqualTo("alone:C3IT.m3");
        assertThat(queue.poll().label()).isEqualTo("twice");
    }

    @Example
    void anOrderWhoseReadersHaveFailedIsWorthLess() {
        tables.leaves(TESTS.get(0), "coupon").leaves(TESTS.get(1), "coupon").names(TESTS.get(2), "coupon");
        RunQueue worthwhile = queue(LONG);
        RunQueue known = queue(LONG);
        known.note(completed(alone(TESTS.get(2)), List.of(failed(TESTS.get(2)))));

        assertThat(firstOrder(worthwhile)).isEqualTo("directed-1");
        assertThat(firstOrder(known)).isEqualTo("reverse");
    }

    @Example
    void whatIsAddedLaterComesTooAndWhatIsRemovedDoesNot() {
        RunQueue queue = queue(LONG);
        RunRequest removed = queue.stream()
                .filter(run -> run.label().equals("shuffled-1"))
                .findFirst()
                .orElseThrow();
        RunRequest repaired = removed.as("shuffled-1-repaired", removed.kind(), removed.experiment());

        assertThat(queue.remove(removed)).isTrue();
        assertThat(queue.remove(removed)).isFalse();
        assertThat(queue.add(repaired)).isTrue();

        List<RunRequest> drained = drained(queue);
        assertThat(drained).contains(repaired).doesNotContain(removed);
        assertThat(labels(drained)).contains("shuffled-1-reverse");
    }

    private static String firstOrder(RunQueue queue) {
        return drained(queue).stream()
                .filter(run -> run.kind() != RunKind.ALONE)
                .findFirst()
                .orElseThrow()
                .label();
    }

    private RunQueue queue(Duration time) {
        List<TestOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < TESTS.size(); i++) {
            outcomes.add(passed(TESTS.get(i), Duration.ofMillis(10 + i)));
        }
        return queue(SampleRecordings.of(TESTS, outcomes), time);
    }

    private RunQueue queue(Recording recorded, Duration time) {
        DatabaseEvidence evidence = tables.evidence();
        Recording recording = recorded.withDatabase(evidence);
        Suite suite = new SuiteBuilder(OrderedClasses.UNIT, false).build(recording, each -> true);
        List<RunRequest> plan =
                RunPlanner.of(new Seed(20261122), 4, Effort.NORMAL, recording).plan(suite);
        return new RunQueue(plan, suite, recording, time, 1);
    }

    private static RunRequest alone(RecordedTest test) {
        return new Suite(List.of(), false).alone(new TestUnit(0, List.of(test)), RunKind.ALONE);
    }

    private static CompletedRun completed(RunRequest request, List<TestOutcome> outcomes) {
        return new CompletedRun(2, request, RunResult.of(new RunExit.Completed(), outcomes, Duration.ofSeconds(1)));
    }

    private static List<RunRequest> drained(RunQueue queue) {
        List<RunRequest> runs = new ArrayList<>();
        while (!queue.isEmpty()) {
            RunRequest next = queue.peek();
            assertThat(queue.poll()).isSameAs(next);
            runs.add(next);
        }
        return runs;
    }

    private static List<String> labels(List<RunRequest> runs) {
        return runs.stream().map(RunRequest::label).toList();
    }
}

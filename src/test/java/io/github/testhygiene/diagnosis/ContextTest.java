package io.github.testhygiene.diagnosis;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.diagnosis.Rules.InTurn;
import io.github.testhygiene.diagnosis.ScriptedSuite.End;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.Selection;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is said of tests that run in orders and were not selected. */
class ContextTest {

    private static final RecordedTest A = test("shop.OrderIT", "a");
    private static final RecordedTest B = test("shop.CartIT", "b");
    private static final RecordedTest C = test("shop.LedgerIT", "c");
    private static final RecordedTest D = test("shop.ReportIT", "d");

    private final ScriptedSuite script = new ScriptedSuite();

    @Example
    void aContextTestThatAChangedOnePollutesIsAVictimLikeAnyOther() {
        script.with(B, Rules.failsAfter(A)).with(A, Rules.passes()).with(C, Rules.passes());

        Diagnosed diagnosed = Scenario.of(script).withContext(B, C).check();

        assertThat(diagnosed.kind(B)).isEqualTo(VerdictKind.VICTIM);
        assertThat(diagnosed.diagnoses().of(diagnosed.verdicts()).get(B.id()).tests())
                .containsExactly(A.id());
        assertThat(diagnosed.kind(A)).isEqualTo(VerdictKind.ISOLATED);
        assertThat(diagnosed.verdict(C)).satisfies(ContextTest::isNotSelected);
    }

    @Example
    void aContextTestOfWhichNothingIsFoundNeverRunsAlone() {
        script.with(A, Rules.passes()).with(B, Rules.passes()).with(C, Rules.passes());

        Diagnosed diagnosed = Scenario.of(script).withContext(B, C).check();

        assertThat(diagnosed.verdicts()).filteredOn(Verdict::isNotSelected).hasSize(2);
        assertThat(diagnosed.runs())
                .filteredOn(run -> run.request().kind() == RunKind.ALONE)
                .singleElement()
                .satisfies(run -> assertThat(run.request().tests()).containsExactly(A));
        assertThat(findings(diagnosed)).isEmpty();
    }

    @Example
    void aContextTestThatFailsInTheSecondRoundIsConfirmed() {
        script.with(A, Rules.passes()).with(B, Rules.failsAfter(B)).with(C, Rules.passes());

        Diagnosed diagnosed = Scenario.of(script).withContext(B, C).check();

        assertThat(diagnosed.kind(B)).isEqualTo(VerdictKind.NON_IDEMPOTENT);
    }

    @Example
    void aContextTestThatFailsInTheReferenceRunIsConfirmed() {
        script.with(A, Rules.passes()).with(B, Rules.failsAfter(A)).with(C, Rules.passes());

        Diagnosed diagnosed =
                Scenario.of(script).withOrders(0).withContext(B, C).check();

        assertThat(diagnosed.kind(B)).isEqualTo(VerdictKind.VICTIM);
    }

    @Example
    void whatCouldNotBeConfirmedInTimeIsUncheckedForThatReason() {
        script.with(B, Rules.failsAfter(A))
                .with(A, Rules.passes())
                .with(C, new InTurn(End.SKIP))
                .with(D, Rules.passes());

        Diagnosed diagnosed = Scenario.of(script)
                .withBudget(Duration.ofNanos(1))
                .withContext(B, C, D)
                .check();

        assertThat(diagnosed.kind(A)).isEqualTo(VerdictKind.UNCHECKED);
        assertThat(diagnosed.verdict(B).reason()).isEqualTo("the time budget ended before its alone run");
        assertThat(diagnosed.verdict(D)).satisfies(ContextTest::isNotSelected);
        assertThat(diagnosed.kind(C)).isEqualTo(VerdictKind.SKIPPED);
        assertThat(findings(diagnosed)).containsExactly("2 of 4 tests are unchecked; 1 more was not selected");
    }

    @Property(tries = 100)
    void nobodyWhoWasNotSelectedIsCalledIsolatedAndNoDependenceGoesUnsaid(
            @ForAll("pairs") Map<Integer, Integer> polluters, @ForAll("some") Set<Integer> context) {
        List<RecordedTest> tests = List.of(A, B, C, D);
        for (int i = 0; i < tests.size(); i++) {
            Integer polluter = polluters.get(i);
            script.with(tests.get(i), polluter == null ? Rules.passes() : Rules.failsAfter(tests.get(polluter)));
        }
        RecordedTest[] unselected = context.stream().map(tests::get).toArray(RecordedTest[]::new);
        Diagnosed some = Scenario.of(script).withContext(unselected).check();
        Diagnosed all = Scenario.of(script).check();

        for (RecordedTest each : tests) {
            boolean selected = !List.of(unselected).contains(each);
            if (selected || all.kind(each) != VerdictKind.ISOLATED) {
                assertThat(some.kind(each)).isEqualTo(all.kind(each));
            } else {
                assertThat(some.verdict(each)).satisfies(ContextTest::isNotSelected);
            }
        }
    }

    @Provide
    Arbitrary<Map<Integer, Integer>> pairs() {
        Arbitrary<Integer> index = Arbitraries.integers().between(0, 3);
        return Combinators.combine(index, index)
                .as(Map::entry)
                .filter(pair -> !pair.getKey().equals(pair.getValue()))
                .set()
                .ofMaxSize(2)
                .map(pairs -> pairs.stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one)));
    }

    @Provide
    Arbitrary<Set<Integer>> some() {
        return Arbitraries.integers().between(0, 3).set().ofMaxSize(4);
    }

    private static void isNotSelected(Verdict verdict) {
        assertThat(verdict.kind()).isEqualTo(VerdictKind.UNCHECKED);
        assertThat(verdict.reason()).isEqualTo(Selection.NOT_SELECTED);
        assertThat(verdict.isNotSelected()).isTrue();
    }

    private static List<String> findings(Diagnosed diagnosed) {
        Map<TestId, RecordedTest> tests =
                diagnosed.recording().tests().stream().collect(Collectors.toMap(RecordedTest::id, test -> test));
        return VerdictFindings.create(diagnosed.verdicts(), tests, Map.of(), Map.of(), Map.of()).stream()
                .map(Finding::message)
                .toList();
    }
}

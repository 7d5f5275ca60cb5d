package io.github.testhygiene.diagnosis;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.TestUnit;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is tried first. */
class CandidateRankingTest {

    private static final RecordedTest SUSPECT = test("shop.TotalsIT", "counts");
    private static final List<RecordedTest> OTHERS = IntStream.range(0, 40)
            .mapToObj(number -> test("shop.C%02dIT".formatted(number), "m" + number))
            .toList();

    private final Map<TestId, SpanEvidence> spans = new HashMap<>();

    @Test
    void whoLeftRowsInATableThatTheSuspectNamesComesFirstThenWhoseFixturesDid() {
        spans.put(SUSPECT.id(), span(Set.of("public.orders")));
        spans.put(OTHERS.get(3).id(), span(Set.of(), "public.orders"));
        spans.put(OTHERS.get(4).id(), span(Set.of(), "public.audit"));
        FixtureEvidence fixture = new FixtureEvidence("shop.C07IT", Duration.ZERO, span(Set.of(), "public.orders"));

        List<TestUnit> ranked = new CandidateRanking(new DatabaseEvidence(null, null, spans, List.of(fixture)))
                .of(suspect(units(OTHERS), List.of()), units(OTHERS));

        assertThat(ranked).startsWith(unit(OTHERS.get(3)), unit(OTHERS.get(7))).hasSameElementsAs(units(OTHERS));
    }

    @Test
    void withoutEvidenceWhoStoodNearInFailingOrdersAndNotInPassingOnesComesFirst() {
        List<TestUnit> failing = units(OTHERS.subList(0, 4));
        List<TestUnit> passing = units(OTHERS.subList(2, 4));

        List<TestUnit> ranked =
                new CandidateRanking(DatabaseEvidence.none("not recorded")).of(suspect(failing, passing), failing);

        assertThat(ranked).startsWith(unit(OTHERS.get(1)), unit(OTHERS.get(0)));
    }

    @Test
    void aCulpritThatTheEvidenceRanksAmongTheFirstThreeCostsAtMostThreeRunsOfTwoTests() {
        ScriptedSuite script = new ScriptedSuite();
        OTHERS.forEach(test -> script.with(test, Rules.passes()));
        script.with(SUSPECT, Rules.failsAfter(OTHERS.get(5)));
        spans.put(SUSPECT.id(), span(Set.of("public.orders")));
        for (int number : List.of(5, 11, 30)) {
            spans.put(OTHERS.get(number).id(), span(Set.of(), "public.orders"));
        }

        Diagnosed diagnosed = Scenario.of(script)
                .knowing(new DatabaseEvidence(null, null, spans, List.of()))
                .check();

        assertThat(diagnosed.diagnoses().byTest().get(SUSPECT.id()).tests())
                .containsExactly(OTHERS.get(5).id());
        assertThat(diagnosed.runs())
                .filteredOn(run -> run.request().kind() == RunKind.SEARCH)
                .hasSizeBetween(1, 3)
                .allSatisfy(run -> assertThat(run.request().tests()).hasSize(2));
    }

    private static Suspect suspect(List<TestUnit> shown, List<TestUnit> hidden) {
        return new Suspect(
                unit(SUSPECT), VerdictKind.VICTIM, List.of(shown), hidden.isEmpty() ? List.of() : List.of(hidden));
    }

    private static List<TestUnit> units(List<RecordedTest> tests) {
        return tests.stream().map(CandidateRankingTest::unit).toList();
    }

    private static TestUnit unit(RecordedTest test) {
        return new TestUnit(0, List.of(test));
    }

    private static SpanEvidence span(Set<String> named, String... left) {
        List<TableChange> rows = List.of(left).stream()
                .map(table -> new TableChange(table, 1, 0, 0, false, null, null, List.of(), false, false))
                .toList();
        return new SpanEvidence(null, rows, null, Set.of(left), named, null);
    }
}

package io.github.testhygiene.selection;

import static io.github.testhygiene.fixture.SampleTests.failed;
import static io.github.testhygiene.fixture.SampleTests.ordered;
import static io.github.testhygiene.fixture.SampleTests.passed;
import static io.github.testhygiene.fixture.SampleTests.skipped;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.SelectMode;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who runs beside the tests that are checked. */
class SelectedTestsTest {

    private static final RecordedTest WRITES = test("shop.OrderIT", "writes");
    private static final RecordedTest READS = test("shop.LedgerIT", "reads");
    private static final RecordedTest READS_TOO = test("shop.ReportIT", "reads");
    private static final RecordedTest ELSEWHERE = test("shop.CustomerIT", "writes");
    private static final RecordedTest UNKNOWN = test("shop.ParallelIT", "runs");
    private static final SqlUse SQL = new SqlUse(1, 1, 1, 0, 0, 1, 0L, 0, null);

    private final Map<RecordedTest, TestOutcome> outcomes = new LinkedHashMap<>();
    private final Map<TestId, SpanEvidence> spans = new LinkedHashMap<>();
    private final List<FixtureEvidence> fixtures = new ArrayList<>();
    private String noChangeLog;

    SelectedTestsTest() {
        add(WRITES, Set.of("public.orders"), Set.of("public.orders"));
        add(READS, Set.of(), Set.of("public.orders"));
        add(READS_TOO, Set.of(), Set.of("public.orders"));
        add(ELSEWHERE, Set.of("public.customer"), Set.of("public.customer"));
    }

    @Test
    void whoReadsWhatACheckedTestWritesIsContext() {
        assertThat(selecting(WRITES).context()).containsExactlyInAnyOrder(READS.id(), READS_TOO.id());
    }

    @Test
    void whoWritesWhatACheckedTestReadsIsContextAndWhoReadsItTooIsNot() {
        assertThat(selecting(READS).context()).containsExactly(WRITES.id());
    }

    @Test
    void whatAClassFixtureWritesIsWrittenByItsTests() {
        fixtures.add(new FixtureEvidence(
                "shop.CustomerIT", Duration.ZERO, span(Set.of("public.orders"), Set.of("public.orders"))));

        assertThat(selecting(READS).context()).containsExactlyInAnyOrder(WRITES.id(), ELSEWHERE.id());
    }

    @Test
    void aTestOfWhichNothingIsKnownIsContextAndMakesAllOthersThatIfItIsChecked() {
        outcomes.put(UNKNOWN, passed(UNKNOWN));

        assertThat(selecting(READS).context()).containsExactlyInAnyOrder(WRITES.id(), UNKNOWN.id());
        assertThat(selecting(UNKNOWN).context()).hasSize(4);

        spans.put(UNKNOWN.id(), SpanEvidence.unattributed("it ran in parallel"));
        assertThat(selecting(READS).context()).containsExactlyInAnyOrder(WRITES.id(), UNKNOWN.id());
    }

    @Test
    void withoutEvidenceAllOthersAreContext() {
        noChangeLog = "wal_level is replica";

        assertThat(selecting(READS).context()).hasSize(3);
    }

    @Test
    void whereNobodySharesATableAllOthersAreContext() {
        assertThat(selecting(ELSEWHERE).context()).hasSize(3);
        assertThat(selecting(ELSEWHERE, READS).context()).containsExactly(WRITES.id());
    }

    @Test
    void whoFailedInTheReferenceRunIsContextAndWhoWasSkippedIsNot() {
        outcomes.put(ELSEWHERE, failed(ELSEWHERE));
        outcomes.put(READS_TOO, skipped(READS_TOO));

        assertThat(selecting(WRITES).context()).containsExactlyInAnyOrder(READS.id(), ELSEWHERE.id());
    }

    @Test
    void whatIsMovedAsAWholeIsSelectedAsAWhole() {
        RecordedTest first = ordered("shop.StepsIT", "first");
        RecordedTest second = ordered("shop.StepsIT", "second");
        add(first, Set.of(), Set.of());
        add(second, Set.of("public.orders"), Set.of());

        assertThat(selecting(first, READS).checked()).containsExactlyInAnyOrder(first.id(), second.id(), READS.id());
        assertThat(selecting(READS).context()).containsExactlyInAnyOrder(first.id(), second.id(), WRITES.id());
    }

    @Test
    void whereNoTestIsCheckedNoneRunsBeside() {
        SelectedTests none = selecting();

        assertThat(none.context()).isEmpty();
        assertThat(none.selection()).isNotNull();
        assertThat(outcomes.keySet()).noneMatch(test -> none.runs(test.id()) || none.checks(test.id()));
    }

    @Test
    void theCountsStandInTheReport() {
        assertThat(selecting(WRITES).selection()).satisfies(selection -> {
            assertThat(selection.tests()).isEqualTo(4);
            assertThat(selection.selected()).isEqualTo(1);
            assertThat(selection.context()).isEqualTo(2);
            assertThat(selection.mode()).isEqualTo(SelectMode.CHANGED);
        });
        assertThat(SelectedTests.all(List.copyOf(outcomes.keySet())).selection())
                .isNull();
    }

    @Test
    void suspectsBringWhoeverSharesTablesWithThemAndTestsThatTheLastReportDoesNotKnow() {
        Set<TestId> known = Set.of(WRITES.id(), READS.id(), READS_TOO.id(), ELSEWHERE.id());
        SuspectTests selector = new SuspectTests(new LastReport(Set.of(READS.id()), known));
        List<RecordedTest> tests = List.copyOf(outcomes.keySet());

        SelectorChoice picked = selector.pick(recording(), tests);
        assertThat(picked.tests()).containsExactlyInAnyOrder(READS.id(), WRITES.id());
        assertThat(picked.from()).containsExactly("LedgerIT.reads");

        RecordedTest added = test("shop.NewIT", "works");
        add(added, Set.of(), Set.of());
        assertThat(selector.pick(recording(), List.copyOf(outcomes.keySet())).tests())
                .containsExactlyInAnyOrder(READS.id(), WRITES.id(), added.id());
    }

    @Test
    void ofTheTestsThatShareTablesWithSuspectsOnlyThoseCountThatMayBePicked() {
        SuspectTests selector = new SuspectTests(new LastReport(Set.of(READS.id()), Set.of(READS.id(), WRITES.id())));

        assertThat(selector.pick(recording(), List.of(READS)).tests()).containsExactly(READS.id());
    }

    private void add(RecordedTest test, Set<String> written, Set<String> named) {
        outcomes.put(test, passed(test));
        spans.put(test.id(), span(written, named));
    }

    private static SpanEvidence span(Set<String> written, Set<String> named) {
        return new SpanEvidence(SQL, List.of(), null, written, named, null);
    }

    private SelectedTests selecting(RecordedTest... tests) {
        Set<TestId> ids = List.of(tests).stream().map(RecordedTest::id).collect(Collectors.toSet());
        Function<RecordedTest, String> unit =
                test -> test.orderedBy().isEmpty() ? test.id().value() : test.orderedBy();
        return SelectedTests.of(
                recording(),
                List.copyOf(outcomes.keySet()),
                (recording, all) -> new SelectorChoice(SelectMode.CHANGED, "abc", ids, null, List.of()),
                unit);
    }

    private Recording recording() {
        Map<TestId, TestOutcome> byId = new LinkedHashMap<>();
        outcomes.forEach((test, outcome) -> byId.put(test.id(), outcome));
        return new Recording(Instant.EPOCH, Duration.ofSeconds(1), List.copyOf(outcomes.keySet()), byId, List.of())
                .withDatabase(new DatabaseEvidence(noChangeLog, null, spans, fixtures));
    }
}

package io.github.testhygiene.replay;

import static io.github.testhygiene.fixture.SampleTests.test;
import static io.github.testhygiene.fixture.SampleTests.vintage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.fixture.ReplayReports;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.Experiment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayLookupTest {

    private static final RecordedTest IMPORTS = test("shop.ImportIT", "imports");
    private static final RecordedTest CLEANS = test("shop.ImportIT", "cleans");
    private static final RecordedTest COUNTS = test("shop.OrderIT", "counts");
    private static final RecordedTest PAID = test("shop.OrderIT$WhenPaid", "ships");
    private static final RecordedTest OTHER_PAID = test("cart.OrderIT$WhenPaid", "ships");
    private static final RecordedTest DISABLED = test("shop.OrderIT", "disabled");
    private static final RecordedTest OLD = vintage("shop.OldIT", "works");
    private static final Finding FINDING = Findings.of(Rule.VICTIM, "shop.OrderIT", "counts", "seen", "do");
    private static final Finding OF_A_CLASS = Findings.of(Rule.LEAVES_ROWS, "shop.OrderIT", null, "seen", "do");

    @Test
    void aVictimStandsForItsCulpritsAndItself() {
        ReplayScenario scenario = found(shop(COUNTS, VerdictKind.VICTIM, 2, IMPORTS, CLEANS), "shop.OrderIT#counts");

        assertThat(scenario.order()).isEqualTo(ids(IMPORTS, CLEANS, COUNTS));
        assertThat(scenario.suspect()).isEqualTo(COUNTS.id());
        assertThat(scenario.experiment()).isEqualTo(Experiment.NONE);
        assertThat(scenario.expectation()).isEqualTo(new ReplayExpectation.Fails(COUNTS.id()));
        assertThat(scenario.name()).isEqualTo("OrderIT.counts (victim)");
    }

    @ParameterizedTest
    @EnumSource(names = {"VICTIM", "FLAKY"})
    void withoutCulpritsItStandsForTheRunInWhichItFailedUpToItself(VerdictKind kind) {
        ReplayScenario scenario = found(shop(COUNTS, kind, 2), "OrderIT#counts");

        assertThat(scenario.order()).isEqualTo(ids(CLEANS, IMPORTS, COUNTS));
        assertThat(scenario.expectation()).isEqualTo(new ReplayExpectation.Fails(COUNTS.id()));
    }

    @Test
    void whatWasSkippedAndWhatCannotBeOrderedIsLeftOutOfTheOrder() {
        assertThat(found(shop(COUNTS, VerdictKind.VICTIM, 1), "OrderIT#counts").order())
                .isEqualTo(ids(IMPORTS, CLEANS, COUNTS));
    }

    @ParameterizedTest
    @EnumSource(names = {"BRITTLE", "FAILING"})
    void whatFailsAloneIsExecutedAlone(VerdictKind kind) {
        ReplayScenario scenario = found(shop(COUNTS, kind, 2), "OrderIT#counts");

        assertThat(scenario.order()).isEqualTo(ids(COUNTS));
        assertThat(scenario.expectation()).isEqualTo(new ReplayExpectation.Fails(COUNTS.id()));
    }

    @Test
    void aBrittleTestIsExecutedWithoutItsStateSetters() {
        assertThat(found(shop(COUNTS, VerdictKind.BRITTLE, 2, IMPORTS), "OrderIT#counts")
                        .order())
                .isEqualTo(ids(COUNTS));
    }

    @Test
    void aNonIdempotentTestIsExecutedTwice() {
        ReplayScenario scenario = found(shop(COUNTS, VerdictKind.NON_IDEMPOTENT, 2), "OrderIT#counts");

        assertThat(scenario.order()).isEqualTo(ids(COUNTS));
        assertThat(scenario.experiment()).isEqualTo(Experiment.TWICE);
        assertThat(scenario.expectation()).isEqualTo(new ReplayExpectation.FailsTheSecondTime(COUNTS.id()));
    }

    @Test
    void anIsolatedTestPassesAlone() {
        ReplayScenario scenario = found(shop(COUNTS, VerdictKind.ISOLATED, null), "OrderIT#counts");

        assertThat(scenario.order()).isEqualTo(ids(COUNTS));
        assertThat(scenario.expectation()).isEqualTo(new ReplayExpectation.Passes(COUNTS.id()));
    }

    @Test
    void ofAnUncheckedTestItsAloneRunIsExpectedAgain() {
        assertThat(unchecked("crashed")).isEqualTo(new ReplayExpectation.NoAnswer("crashed"));
        assertThat(unchecked("completed")).isEqualTo(new ReplayExpectation.Passes(COUNTS.id()));
        assertThat(unchecked("completed", COUNTS)).isEqualTo(new ReplayExpectation.Fails(COUNTS.id()));
        assertThat(found(shop(COUNTS, VerdictKind.UNCHECKED, null), "OrderIT#counts")
                        .expectation())
                .isEqualTo(new ReplayExpectation.AllPass());
    }

    @Test
    void aSkippedTestHasNoRun() {
        assertThatThrownBy(() -> find(shop(COUNTS, VerdictKind.ISOLATED, null), "OrderIT#disabled"))
                .hasMessageContaining("OrderIT.disabled was skipped");
    }

    @Test
    void aTestWhoseOrderNobodyChoosesIsExecutedAloneOrNotAtAll() {
        assertThat(found(shop(COUNTS, VerdictKind.ISOLATED, null), "OldIT#works")
                        .order())
                .isEqualTo(ids(OLD));
        ReplayReports reports = new ReplayReports()
                .test(COUNTS, VerdictKind.ISOLATED, null)
                .test(OLD, VerdictKind.VICTIM, 1)
                .run(RunKind.REFERENCE, "reference", List.of(COUNTS, OLD), OLD);
        assertThatThrownBy(() -> find(reports, "OldIT#works"))
                .hasMessageContaining("nobody can choose the order of OldIT.works");
    }

    @Test
    void aFindingStandsForItsTest() {
        ReplayReports reports =
                shop(COUNTS, VerdictKind.BRITTLE, 2).finding(FINDING).finding(OF_A_CLASS);

        assertThat(Stream.of(24, 6)
                        .map(length -> found(reports, FINDING.fingerprint().substring(0, length))
                                .suspect()))
                .containsOnly(COUNTS.id());
        assertThat(find(reports, FINDING.fingerprint().substring(0, 5))).isEmpty();
        assertThatThrownBy(() -> find(reports, OF_A_CLASS.fingerprint()))
                .hasMessageContaining("is about the class shop.OrderIT, which is no single test");
    }

    @Test
    void theBeginningOfSeveralFingerprintsIsAmbiguous() {
        ReplayReports reports = shop(COUNTS, VerdictKind.BRITTLE, 2)
                .finding(withFingerprint("abcdef01"))
                .finding(withFingerprint("abcdef02"));

        assertThatThrownBy(() -> find(reports, "ABCDEF")).hasMessageContaining("abcdef01 and abcdef02");
    }

    @Test
    void aSimpleClassNameMustBeUnique() {
        ReplayReports reports = shop(COUNTS, VerdictKind.BRITTLE, 2);

        assertThatThrownBy(() -> find(reports, "OrderIT$WhenPaid#ships"))
                .hasMessageContaining("cart.OrderIT$WhenPaid#ships and shop.OrderIT$WhenPaid#ships");
        assertThat(found(reports, "cart.OrderIT$WhenPaid#ships").suspect()).isEqualTo(OTHER_PAID.id());
    }

    @Test
    void overloadedMethodsAreToldApartByTheirIds() {
        RecordedTest overload = overload("int, java.lang.String");
        ReplayReports reports =
                new ReplayReports().test(COUNTS, VerdictKind.BRITTLE, 1).test(overload, VerdictKind.FAILING, 1);

        assertThatThrownBy(() -> find(reports, "OrderIT#counts"))
                .hasMessageContaining(COUNTS.id() + " and " + overload.id());
        assertThat(found(reports, overload.id().value()).suspect()).isEqualTo(overload.id());
    }

    @Test
    void aListIsExecutedInItsOrderAndNothingIsRecordedOfIt() {
        ReplayScenario scenario = found(shop(COUNTS, VerdictKind.BRITTLE, 2), "OrderIT#counts, shop.ImportIT#imports");

        assertThat(scenario.order()).isEqualTo(ids(COUNTS, IMPORTS));
        assertThat(scenario.suspect()).isNull();
        assertThat(scenario.expectation()).isEqualTo(new ReplayExpectation.AllPass());
        assertThat(scenario.classes()).isEqualTo(Set.of("shop.ImportIT", "shop.OrderIT"));
    }

    @Test
    void aTestStandsInAListOnce() {
        assertThatThrownBy(() -> find(shop(COUNTS, VerdictKind.BRITTLE, 2), "OrderIT#counts,shop.OrderIT#counts"))
                .hasMessageContaining("OrderIT.counts is named twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reverse", "run:2"})
    void aRunIsExecutedAsRecorded(String name) {
        ReplayScenario scenario = found(shop(COUNTS, VerdictKind.VICTIM, 2), name);

        assertThat(scenario.name()).isEqualTo("run 2 (reverse)");
        assertThat(scenario.order()).isEqualTo(ids(CLEANS, IMPORTS, COUNTS, PAID));
        assertThat(scenario.suspect()).isNull();
        assertThat(scenario.expectation()).isEqualTo(new ReplayExpectation.ExactlyFail(Set.of(COUNTS.id())));
    }

    @Test
    void aRunThatCrashedIsExpectedToCrash() {
        ReplayReports reports = shop(COUNTS, VerdictKind.ISOLATED, null)
                .run(RunKind.SHUFFLED, "shuffled-1", "crashed", List.of(COUNTS, PAID));

        assertThat(found(reports, "shuffled-1").expectation()).isEqualTo(new ReplayExpectation.NoAnswer("crashed"));
    }

    @Test
    void anExperimentWhoseStepsTheReportDoesNotHoldIsNotReplayed() {
        ReplayReports reports =
                shop(COUNTS, VerdictKind.ISOLATED, null).run(RunKind.LOCATE, "locate:1", List.of(IMPORTS, COUNTS));

        assertThatThrownBy(() -> find(reports, "run:3")).hasMessageContaining("Of run 3 (locate:1) the report");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OrderIT#count",
                "run:9",
                "shuffled-7",
                "abcdef",
                "OrderIT#counts,OrderIT#nothing",
                "OrderIT",
                ","
            })
    void whatTheReportDoesNotKnowIsNotFound(String asked) {
        assertThat(find(shop(COUNTS, VerdictKind.BRITTLE, 2), asked)).isEmpty();
    }

    @Test
    void whatResemblesItIsSuggested() {
        ReplayLookup lookup =
                new ReplayLookup(shop(COUNTS, VerdictKind.BRITTLE, 2).report());

        assertThat(lookup.near("OrdersIT#counts")).startsWith("shop.OrderIT#counts");
        assertThat(lookup.near("OrderIT.counts")).startsWith("shop.OrderIT#counts");
        assertThat(lookup.near("OrderIT#counts,ImportIT#import")).contains("shop.ImportIT#imports");
        assertThat(lookup.near("ImportIT#cleams")).startsWith("shop.ImportIT#cleans", "shop.ImportIT#imports");
        assertThat(lookup.near("reverse-1")).contains("reverse");
        assertThat(lookup.near("xyzzy#plugh")).isEmpty();
    }

    private static ReplayExpectation unchecked(String outcome, RecordedTest... failed) {
        ReplayReports reports = shop(COUNTS, VerdictKind.UNCHECKED, null)
                .run(RunKind.ALONE, "alone:OrderIT.counts", outcome, List.of(COUNTS), failed);
        return found(reports, "OrderIT#counts").expectation();
    }

    private static ReplayReports shop(
            RecordedTest suspect, VerdictKind kind, Integer failedIn, RecordedTest... culprits) {
        return new ReplayReports()
                .test(IMPORTS, VerdictKind.ISOLATED, null)
                .test(CLEANS, VerdictKind.ISOLATED, null)
                .test(DISABLED, VerdictKind.SKIPPED, null)
                .test(OLD, VerdictKind.ISOLATED, null)
                .test(suspect, kind, failedIn, culprits)
                .test(PAID, VerdictKind.ISOLATED, null)
                .test(OTHER_PAID, VerdictKind.ISOLATED, null)
                .run(RunKind.REFERENCE, "reference", List.of(OLD, IMPORTS, CLEANS, DISABLED, suspect, PAID), suspect)
                .run(RunKind.REVERSE, "reverse", List.of(CLEANS, IMPORTS, suspect, PAID), suspect);
    }

    private static RecordedTest overload(String parameters) {
        TestId id = new TestId("[engine:junit-jupiter]/[class:shop.OrderIT]/[method:counts(" + parameters + ")]");
        return new RecordedTest(id, List.of("shop.OrderIT"), "counts", parameters, "counts", "");
    }

    private static Finding withFingerprint(String fingerprint) {
        return new Finding(
                FINDING.rule(),
                FINDING.severity(),
                FINDING.className(),
                FINDING.methodName(),
                FINDING.message(),
                FINDING.advice(),
                FINDING.docs(),
                fingerprint,
                false);
    }

    private static Optional<ReplayScenario> find(ReplayReports reports, String asked) {
        return new ReplayLookup(reports.report()).find(asked);
    }

    private static ReplayScenario found(ReplayReports reports, String asked) {
        return find(reports, asked).orElseThrow();
    }

    private static List<TestId> ids(RecordedTest... tests) {
        return Stream.of(tests).map(RecordedTest::id).toList();
    }
}

package io.github.testhygiene.diagnosis;

import static io.github.testhygiene.fixture.SampleTests.ordered;
import static io.github.testhygiene.fixture.SampleTests.test;
import static io.github.testhygiene.fixture.SampleTests.vintage;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.diagnosis.Rules.InTurn;
import io.github.testhygiene.diagnosis.ScriptedSuite.End;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.VerdictKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The cases that deserve a name. */
class IsolationExamplesTest {

    private static final RecordedTest A = test("shop.OrderIT", "a");
    private static final RecordedTest B = test("shop.OrderIT", "b");
    private static final RecordedTest C = test("shop.CartIT", "c");
    private static final RecordedTest D = test("shop.ReportIT", "d");

    private final ScriptedSuite script = new ScriptedSuite();

    @Test
    void aVictimOfTheReferenceOrderIsConfirmedByRepeatingItUpToTheVictim() {
        script.with(A, Rules.passes()).with(B, Rules.failsAfter(A)).with(C, Rules.passes());

        Diagnosed diagnosed = Scenario.of(script).withOrders(0).check();

        assertThat(diagnosed.kind(B)).isEqualTo(VerdictKind.VICTIM);
        assertThat(diagnosed.verdict(B).failedLabel()).isEqualTo("reference");
        assertThat(diagnosed.runs())
                .filteredOn(run -> run.request().label().startsWith("confirm:reference"))
                .singleElement()
                .satisfies(run -> assertThat(run.request().tests()).containsExactly(A, B));
    }

    @Test
    void whatWasSkippedInTheReferenceRunIsNoPartOfItsRepeat() {
        script.with(A, Rules.passes())
                .with(D, new InTurn(End.SKIP))
                .with(B, Rules.failsAfter(A))
                .with(C, Rules.passes());

        Diagnosed diagnosed = Scenario.of(script).withOrders(0).check();

        assertThat(diagnosed.kind(D)).isEqualTo(VerdictKind.SKIPPED);
        assertThat(diagnosed.kind(B)).isEqualTo(VerdictKind.VICTIM);
        assertThat(diagnosed.runs())
                .filteredOn(run -> run.request().kind() == RunKind.CONFIRM)
                .allSatisfy(run -> assertThat(run.request().tests()).doesNotContain(D));
    }

    @Test
    void aVictimIsConfirmedAlthoughAnotherTestEndsTheJvmInBetween() {
        script.with(A, Rules.passes()).with(C, Rules.inReRuns(End.CRASH)).with(D, Rules.failsAfter(A));

        Diagnosed diagnosed = Scenario.of(script).withOrders(0).check();

        assertThat(diagnosed.kind(D)).isEqualTo(VerdictKind.VICTIM);
        assertThat(diagnosed.kind(A)).isEqualTo(VerdictKind.ISOLATED);
        assertThat(diagnosed.verdict(C).reason()).contains("exit code 137");
    }

    @Test
    void whatFailsAfterATestThatCannotBeRepeatedIsNotCalledFlaky() {
        script.with(A, Rules.inReRuns(End.CRASH)).with(C, Rules.failsAfter(A)).with(D, Rules.passes());

        Diagnosed diagnosed = Scenario.of(script).check();

        assertThat(diagnosed.kind(C)).isEqualTo(VerdictKind.UNCHECKED);
        assertThat(diagnosed.kind(D)).isEqualTo(VerdictKind.ISOLATED);
    }

    @Test
    void aBrittleTestIsFoundWhenItAloneIsSelected() {
        script.with(A, Rules.passes()).with(B, Rules.needs(A)).with(C, Rules.passes());

        assertThat(Scenario.of(script).selecting(B).check().kind(B)).isEqualTo(VerdictKind.BRITTLE);
    }

    @Test
    void aBrittleTestIsFoundInTheOneRunThatWasAskedFor() {
        script.with(A, Rules.passes()).with(B, Rules.needs(A)).with(C, Rules.passes());

        assertThat(Scenario.of(script).making("reverse").check().kind(B)).isEqualTo(VerdictKind.BRITTLE);
    }

    @Test
    void aVictimIsFoundInTheOneRunThatWasAskedFor() {
        script.with(A, Rules.failsAfter(B)).with(B, Rules.passes()).with(C, Rules.passes());

        Diagnosed diagnosed = Scenario.of(script).making("reverse").check();

        assertThat(diagnosed.kind(A)).isEqualTo(VerdictKind.VICTIM);
        assertThat(diagnosed.verdict(B).reason()).isEqualTo("it passes alone, and was not run a second time");
    }

    @Test
    void theOnlyTestOfASuiteHasNothingToDependOn() {
        script.with(A, Rules.passes());

        assertThat(Scenario.of(script).check().kind(A)).isEqualTo(VerdictKind.ISOLATED);
    }

    @Test
    void theOnlySelectedTestHasNoOtherOrder() {
        script.with(A, Rules.passes()).with(B, Rules.passes());

        Diagnosed diagnosed = Scenario.of(script).selecting(A).check();

        assertThat(diagnosed.verdicts()).hasSize(1);
        assertThat(diagnosed.verdict(A).reason()).contains("no other order");
    }

    @Test
    void aBudgetMayBeLongerThanNanosecondsCanCount() {
        script.with(A, Rules.passes()).with(B, Rules.passes());

        assertThat(Scenario.of(script)
                        .withBudget(Duration.ofDays(1_000_000))
                        .check()
                        .kind(A))
                .isEqualTo(VerdictKind.ISOLATED);
    }

    @Test
    void aSuiteOfSkippedTestsIsSkipped() {
        script.with(A, new InTurn(End.SKIP)).with(B, new InTurn(End.SKIP));

        Diagnosed diagnosed = Scenario.of(script).check();

        assertThat(diagnosed.verdicts())
                .allSatisfy(each -> assertThat(each.kind()).isEqualTo(VerdictKind.SKIPPED));
        assertThat(diagnosed.runs()).hasSize(1);
    }

    @Test
    void aTestThatIsSkippedInReRunsIsUnchecked() {
        script.with(A, Rules.inReRuns(End.SKIP)).with(B, Rules.passes());

        assertThat(Scenario.of(script).check().verdict(A).reason()).contains("the test was skipped in it");
    }

    @Test
    void anotherEnginesTestIsNeverCalledIsolated() {
        RecordedTest old = vintage("shop.OldIT", "old");
        script.with(A, Rules.passes()).with(old, Rules.passes()).with(B, Rules.passes());

        Diagnosed diagnosed = Scenario.of(script).check();

        assertThat(diagnosed.verdict(old).reason()).contains("junit-vintage");
        assertThat(diagnosed.kind(A)).isEqualTo(VerdictKind.ISOLATED);
    }

    @Test
    void anotherEnginesTestThatFailsAloneAndPassesInYourOrderIsBrittle() {
        RecordedTest old = vintage("shop.OldIT", "old");
        script.with(A, Rules.passes()).with(old, Rules.needs(A));

        Diagnosed diagnosed = Scenario.of(script).check();

        assertThat(diagnosed.kind(old)).isEqualTo(VerdictKind.BRITTLE);
        assertThat(diagnosed.diagnoses().byTest().get(old.id()).undetermined()).contains("junit-vintage");
        assertThat(diagnosed.runs())
                .filteredOn(run -> run.request().label().equals("confirm:reference"))
                .singleElement()
                .satisfies(run -> assertThat(run.request().tests()).containsExactly(A, old));
    }

    @Test
    void anotherEnginesTestThatFailsInYourOrderAndPassesAloneIsAVictim() {
        RecordedTest old = vintage("shop.OldIT", "old");
        script.with(A, Rules.passes()).with(old, Rules.failsAfter(A));

        Diagnosed diagnosed = Scenario.of(script).check();

        assertThat(diagnosed.kind(old)).isEqualTo(VerdictKind.VICTIM);
        assertThat(diagnosed.diagnoses().byTest().get(old.id()).undetermined()).contains("junit-vintage");
    }

    @Test
    void whatFailsAloneAndInYourRunIsBrittleOnlyWithAStateSetterThatRanLater() {
        // It fails in a cold JVM, and failed in the recorded run though another test had warmed it up.
        script.with(A, Rules.passes())
                .with(C, (before, rerun) -> rerun && !before.isEmpty() ? End.PASS : End.FAIL)
                .with(D, Rules.needs(B))
                .with(B, Rules.passes());

        Diagnosed diagnosed = Scenario.of(script).check();

        assertThat(diagnosed.kind(C)).isIn(VerdictKind.UNCHECKED, VerdictKind.FLAKY);
        assertThat(diagnosed.kind(D)).isEqualTo(VerdictKind.BRITTLE);
    }

    @Test
    void theTestsOfAnOrderedClassShareTheirVerdict() {
        RecordedTest one = ordered("shop.StepsIT", "one");
        RecordedTest two = ordered("shop.StepsIT", "two");
        script.with(one, Rules.passes())
                .with(two, new Rules.FailsAfter(C, null))
                .with(C, Rules.passes())
                .with(D, Rules.passes());

        Diagnosed diagnosed = Scenario.of(script).check();

        assertThat(diagnosed.kind(two)).isEqualTo(VerdictKind.VICTIM);
        assertThat(diagnosed.kind(one)).isEqualTo(VerdictKind.VICTIM);
        assertThat(diagnosed.verdict(one).failure())
                .isEqualTo(diagnosed.verdict(two).failure());
    }

    @Test
    void stepsThatNeedEachOtherAreIsolatedAsAWhole() {
        RecordedTest one = ordered("shop.StepsIT", "one");
        RecordedTest two = ordered("shop.StepsIT", "two");
        script.with(one, Rules.passes()).with(two, Rules.needs(one)).with(C, Rules.passes());

        Diagnosed diagnosed = Scenario.of(script).check();

        assertThat(diagnosed.kind(one)).isEqualTo(VerdictKind.ISOLATED);
        assertThat(diagnosed.kind(two)).isEqualTo(VerdictKind.ISOLATED);
    }

    @Test
    void anOrderedClassWithAStepThatEndsTheJvmLeavesTheOrdersAsAWhole() {
        RecordedTest one = ordered("shop.StepsIT", "one");
        RecordedTest two = ordered("shop.StepsIT", "two");
        script.with(one, Rules.failsAfter(C))
                .with(two, Rules.inReRuns(End.CRASH))
                .with(C, Rules.passes())
                .with(D, Rules.passes());

        Diagnosed diagnosed = Scenario.of(script).check();

        assertThat(diagnosed.kind(one)).isEqualTo(VerdictKind.UNCHECKED);
        assertThat(diagnosed.verdict(one).reason()).contains("its alone run gave no answer");
        assertThat(diagnosed.kind(C)).isEqualTo(VerdictKind.ISOLATED);
        assertThat(diagnosed.runs())
                .filteredOn(run -> run.request().label().endsWith("-repaired"))
                .isNotEmpty()
                .allSatisfy(run -> assertThat(run.request().tests()).doesNotContain(one, two));
    }

    @Test
    void whatPassesWhenTheOrderIsRepeatedIsFlaky() {
        // Passes in the reference run, fails in the reverse order, passes twice, alone, and in the order's repeat.
        script.with(A, new InTurn(End.PASS, End.FAIL, End.PASS, End.PASS, End.PASS, End.PASS))
                .with(C, Rules.passes());

        assertThat(Scenario.of(script).withOrders(0).check().kind(A)).isEqualTo(VerdictKind.FLAKY);
    }

    @Test
    void whatPassesWhenItsAloneRunIsRepeatedIsFlaky() {
        // Passes in the reference run, in the reverse order, and twice, fails alone, and passes alone.
        script.with(A, new InTurn(End.PASS, End.PASS, End.PASS, End.PASS, End.FAIL, End.PASS))
                .with(C, Rules.passes());

        assertThat(Scenario.of(script).withOrders(0).check().kind(A)).isEqualTo(VerdictKind.FLAKY);
    }

    @Test
    void aSuspicionThatTheBudgetLeavesUnconfirmedIsNoVerdict() {
        script.with(A, Rules.failsAfter(C)).with(C, Rules.passes());

        // The reverse order takes two seconds, the order twice four, and the alone run of the test that failed one.
        Diagnosed diagnosed = Scenario.of(script)
                .withOrders(0)
                .withBudget(Duration.ofSeconds(7))
                .check();

        assertThat(diagnosed.failedInOrder(A)).isTrue();
        assertThat(diagnosed.verdict(A).reason()).contains("budget ended before it could be repeated");
    }
}

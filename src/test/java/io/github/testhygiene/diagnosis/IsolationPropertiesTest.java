package io.github.testhygiene.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.diagnosis.Rules.FailsAfter;
import io.github.testhygiene.diagnosis.Rules.Needs;
import io.github.testhygiene.diagnosis.ScriptedSuite.End;
import io.github.testhygiene.diagnosis.ScriptedSuite.Rule;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import java.time.Duration;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for the verdicts of every suite, from the plan to the last confirmation. */
class IsolationPropertiesTest {

    @Provide
    Arbitrary<ScriptedSuite> answering() {
        return Scripts.answering();
    }

    @Provide
    Arbitrary<ScriptedSuite> breaking() {
        return Scripts.breaking();
    }

    @Property(tries = 300)
    void nobodyIsAccusedFalsely(@ForAll("answering") ScriptedSuite script, @ForAll @IntRange(max = 5) int orders) {
        assertNobodyIsAccusedFalsely(
                script, Scenario.of(script).withOrders(orders).check());
    }

    @Property(tries = 300)
    void everyTestThatAnOrderShowedToBeAVictimIsCalledOne(@ForAll("answering") ScriptedSuite script) {
        Diagnosed diagnosed = Scenario.of(script).check();

        for (RecordedTest test : script.tests()) {
            if (script.rule(test) instanceof FailsAfter && diagnosed.failedInOrder(test)) {
                assertThat(diagnosed.kind(test)).as(test.shortName()).isEqualTo(VerdictKind.VICTIM);
            }
        }
        assertThat(diagnosed.verdicts()).hasSameSizeAs(script.tests());
    }

    @Property(tries = 300)
    void everyVictimOfOneTestIsShownByAnOrderAndItsReverse(@ForAll("answering") ScriptedSuite script) {
        Diagnosed diagnosed = Scenario.of(script).withOrders(0).check();

        for (RecordedTest test : script.tests()) {
            if (script.rule(test) instanceof FailsAfter rule && rule.cleaner() == null) {
                assertThat(diagnosed.kind(test)).as(test.shortName()).isEqualTo(VerdictKind.VICTIM);
            }
        }
        assertThat(diagnosed.runs())
                .extracting(run -> run.request().label())
                .noneMatch(label -> label.startsWith("shuffled"));
    }

    @Property(tries = 300)
    void everyTestThatNeedsAnotherIsBrittle(@ForAll("answering") ScriptedSuite script) {
        Diagnosed diagnosed = Scenario.of(script).withOrders(0).check();

        for (RecordedTest test : script.tests()) {
            boolean needy = script.rule(test) instanceof Needs;
            assertThat(diagnosed.kind(test) == VerdictKind.BRITTLE)
                    .as(test.shortName())
                    .isEqualTo(needy);
        }
    }

    @Property(tries = 300)
    void onlyWhatAlwaysFailsIsFailing(@ForAll("answering") ScriptedSuite script) {
        Diagnosed diagnosed = Scenario.of(script).check();

        for (RecordedTest test : script.tests()) {
            assertThat(diagnosed.kind(test) == VerdictKind.FAILING)
                    .as(test.shortName())
                    .isEqualTo(script.rule(test).equals(Rules.fails()));
        }
    }

    @Property(tries = 300)
    void isolatedRestsOnAnAloneRunAndAnotherOrder(
            @ForAll("breaking") ScriptedSuite script, @ForAll @IntRange(max = 5) int orders) {
        Diagnosed diagnosed = Scenario.of(script).withOrders(orders).check();

        for (RecordedTest test : script.tests()) {
            if (diagnosed.kind(test) == VerdictKind.ISOLATED) {
                assertThat(diagnosed.everFailed(test)).isFalse();
                assertThat(diagnosed.passedAlone(test)).isTrue();
                assertThat(script.tests().size() == 1 || diagnosed.passedInAnotherOrder(test))
                        .isTrue();
            }
        }
        assertNobodyIsAccusedFalsely(script, diagnosed);
    }

    @Property(tries = 300)
    void whoEndsTheJvmIsUncheckedAndHarmsNobodyElse(
            @ForAll("breaking") ScriptedSuite script, @ForAll @IntRange(min = 1, max = 3) int workers) {
        Diagnosed diagnosed = Scenario.of(script).withWorkers(workers).check();

        for (RecordedTest test : script.tests()) {
            Verdict verdict = diagnosed.verdict(test);
            if (breaks(script.rule(test))) {
                assertThat(verdict.kind()).as(test.shortName()).isEqualTo(VerdictKind.UNCHECKED);
                assertThat(verdict.reason()).contains("gave no answer");
            } else if (script.rule(test).equals(Rules.passes())) {
                boolean othersLeft = script.tests().stream()
                                .filter(each -> !breaks(script.rule(each))
                                        || script.rule(each).equals(Rules.inReRuns(End.SKIP)))
                                .count()
                        > 1;
                assertThat(verdict.kind())
                        .as(test.shortName())
                        .isIn(VerdictKind.ISOLATED, othersLeft ? VerdictKind.ISOLATED : VerdictKind.UNCHECKED);
            }
        }
    }

    @Property(tries = 300)
    void confirmingCostsNoMoreThanTwoRunsForEachSuspectAndOneForEachOrder(@ForAll("breaking") ScriptedSuite script) {
        Diagnosed diagnosed = Scenario.of(script).check();

        assertThat(diagnosed.confirmRuns())
                .isLessThanOrEqualTo(2 * diagnosed.failingUnits() + diagnosed.failingOrders());
    }

    @Property(tries = 300)
    void whatABudgetLeavesOutIsUncheckedAndSaidToBe(
            @ForAll("answering") ScriptedSuite script, @ForAll @IntRange(min = 1, max = 60) int seconds) {
        Diagnosed all = Scenario.of(script).check();
        Diagnosed diagnosed =
                Scenario.of(script).withBudget(Duration.ofSeconds(seconds)).check();

        assertNobodyIsAccusedFalsely(script, diagnosed);
        for (RecordedTest test : script.tests()) {
            Verdict verdict = diagnosed.verdict(test);
            if (verdict.kind() == VerdictKind.UNCHECKED && all.kind(test) != VerdictKind.UNCHECKED) {
                assertThat(verdict.reason()).as(test.shortName()).contains("budget");
            } else if (verdict.kind() == VerdictKind.ISOLATED) {
                assertThat(diagnosed.everFailed(test)).isFalse();
                assertThat(diagnosed.passedAlone(test)).isTrue();
            }
        }
    }

    private static void assertNobodyIsAccusedFalsely(ScriptedSuite script, Diagnosed diagnosed) {
        for (RecordedTest test : script.tests()) {
            Rule rule = script.rule(test);
            VerdictKind kind = diagnosed.kind(test);
            assertThat(kind).isNotEqualTo(VerdictKind.FLAKY);
            assertThat(kind != VerdictKind.VICTIM || rule instanceof FailsAfter)
                    .as(test.shortName())
                    .isTrue();
            assertThat(kind != VerdictKind.BRITTLE || rule instanceof Needs)
                    .as(test.shortName())
                    .isTrue();
            boolean mayBeFailing = rule.equals(Rules.fails()) || rule instanceof Needs;
            assertThat(kind != VerdictKind.FAILING || mayBeFailing)
                    .as(test.shortName())
                    .isTrue();
        }
    }

    private static boolean breaks(Rule rule) {
        return rule instanceof Rules.InReRuns;
    }
}

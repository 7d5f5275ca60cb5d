package io.github.testhygiene.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.CompletedRun;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is said of tests that obey no rule is what their runs showed, and no more. */
class FlakyPropertiesTest {

    @Property(tries = 200)
    void noVerdictContradictsTheRunsThatItRestsOn(
            @ForAll long seed,
            @ForAll @DoubleRange(max = 1) double probability,
            @ForAll @IntRange(min = 1, max = 6) int tests,
            @ForAll @IntRange(min = 1, max = 300) int seconds) {
        ScriptedSuite script = new ScriptedSuite();
        for (int i = 0; i < tests; i++) {
            script.with(SampleTests.test("shop.C" + i / 2 + "IT", "m" + i), Rules.flaky(seed + i, probability));
        }

        Diagnosed diagnosed =
                Scenario.of(script).withBudget(Duration.ofSeconds(seconds)).check();

        for (RecordedTest test : script.tests()) {
            Observed alone = observed(
                    diagnosed,
                    test,
                    run -> run.request().tests().size() == 1
                            && !run.request().label().startsWith(UnitOutcomes.ON_LEFT_ROWS));
            Observed repeats = observed(
                    diagnosed,
                    test,
                    run -> run.request().kind() == RunKind.CONFIRM
                            && run.request().tests().size() > 1);
            Observed first =
                    observed(diagnosed, test, run -> !run.request().label().startsWith(UnitOutcomes.ON_LEFT_ROWS));
            Observed again = secondRounds(diagnosed, test);
            Observed all = new Observed(first.passed() + again.passed(), first.failed() + again.failed());
            switch (diagnosed.kind(test)) {
                case ISOLATED -> assertThat(all.failed()).isZero();
                case VICTIM -> {
                    assertThat(alone.failed()).isZero();
                    assertThat(alone.passed()).isGreaterThanOrEqualTo(3);
                    assertThat(repeats.failed()).isPositive();
                }
                case BRITTLE -> {
                    assertThat(alone.passed()).isZero();
                    assertThat(alone.failed()).isGreaterThanOrEqualTo(3);
                    assertThat(all.passed()).isPositive();
                    if (diagnosed.recording().outcomes().get(test.id()).failed()) {
                        assertThat(diagnosed.diagnoses().byTest().get(test.id()).culprits())
                                .isNotEmpty();
                    }
                }
                case FAILING -> {
                    assertThat(first.passed()).isZero();
                    assertThat(first.failed()).isGreaterThanOrEqualTo(3);
                }
                case FLAKY -> {
                    assertThat(all.passed()).isPositive();
                    assertThat(all.failed()).isPositive();
                }
                case UNCHECKED -> assertThat(diagnosed.verdict(test).reason()).isNotBlank();
                case NON_IDEMPOTENT -> {
                    assertThat(alone.failed()).isZero();
                    assertThat(again.failed()).isGreaterThanOrEqualTo(2);
                }
                case SKIPPED -> throw new AssertionError(test.shortName() + " was not skipped");
            }
        }
        assertThat(diagnosed.verdicts()).extracting(each -> each.kind()).doesNotContain(VerdictKind.SKIPPED);
    }

    @Property(tries = 200)
    void whoFailsNowAndThenIsSeldomAccusedAndNeverProved(
            @ForAll long seed, @ForAll("rates") double probability, @ForAll @IntRange(min = 2, max = 60) int tests) {
        ScriptedSuite script = new ScriptedSuite();
        RecordedTest flaky = SampleTests.test("shop.FlakyIT", "now");
        for (int i = 0; i < tests; i++) {
            script.with(SampleTests.test("shop.C" + i / 5 + "IT", "m" + i), Rules.passes());
        }
        script.with(flaky, Rules.flaky(seed, probability));

        Diagnosed diagnosed = Scenario.of(script).check();

        Diagnosis diagnosis = diagnosed.diagnoses().of(diagnosed.verdicts()).get(flaky.id());
        VerdictKind kind = diagnosed.kind(flaky);
        assertThat(diagnosis != null).isEqualTo(kind == VerdictKind.VICTIM || kind == VerdictKind.BRITTLE);
        if (diagnosis != null) {
            assertThat(diagnosis.culprits()).allSatisfy(culprit -> assertThat(culprit.shown())
                    .isEqualTo(culprit.runs())
                    .isEqualTo(3));
        }
        assertThat(script.tests())
                .filteredOn(test -> !test.equals(flaky))
                .allSatisfy(test -> assertThat(diagnosed.kind(test)).isEqualTo(VerdictKind.ISOLATED));
    }

    @Test
    void ofAThousandFlakyTestsHardlyAnyMakesAnotherACulprit() {
        int accused = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            double probability = List.of(0.05, 0.3, 0.95).get(seed % 3);
            ScriptedSuite script = new ScriptedSuite();
            RecordedTest flaky = SampleTests.test("shop.FlakyIT", "now");
            for (int i = 0; i < 20; i++) {
                script.with(SampleTests.test("shop.C" + i / 5 + "IT", "m" + i), Rules.passes());
            }
            script.with(flaky, Rules.flaky(seed, probability));
            Diagnosis diagnosis =
                    Scenario.of(script).check().diagnoses().byTest().get(flaky.id());
            accused += diagnosis == null || diagnosis.culprits().isEmpty() ? 0 : 1;
        }

        assertThat(accused).isLessThanOrEqualTo(10);
    }

    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.of(0.05, 0.3, 0.95);
    }

    private static Observed secondRounds(Diagnosed diagnosed, RecordedTest test) {
        return counts(diagnosed.runs().stream()
                .flatMap(run -> Stream.ofNullable(run.result().again().get(test.id())))
                .toList());
    }

    private record Observed(long passed, long failed) {}

    private static Observed observed(Diagnosed diagnosed, RecordedTest test, Predicate<CompletedRun> which) {
        return counts(diagnosed.runs().stream()
                .filter(which)
                .flatMap(run -> run.result().outcome(test.id()).stream())
                .toList());
    }

    private static Observed counts(List<TestOutcome> outcomes) {
        return new Observed(
                outcomes.stream().filter(TestOutcome::passed).count(),
                outcomes.stream().filter(TestOutcome::failed).count());
    }
}

package io.github.testhygiene.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fork.samples.OutcomeSamples;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeListenerTest {

    private static final LauncherRun PLAIN = LauncherRun.of(OutcomeSamples.Plain.class);
    private static final LauncherRun REPETITIVE = LauncherRun.of(OutcomeSamples.Repetitive.class);

    @Test
    void everyTestIsDescribedAndHasOneOutcome() {
        assertThat(PLAIN.assertConsistent().found()).hasSize(7);
        assertThat(REPETITIVE.assertConsistent().found()).hasSize(8);
    }

    @Test
    void aTestThatPassesStartsFirstAndHasNoFailure() {
        TestOutcome outcome = PLAIN.outcome("passes");

        assertThat(PLAIN.started()).contains(outcome.id());
        assertThat(outcome.status()).isEqualTo(TestStatus.PASSED);
        assertThat(outcome.findFailure()).isEmpty();
        assertThat(outcome.duration()).isPositive();
    }

    @Test
    void aFailureIsToldWithTypeMessageAndStackTrace() {
        TestFailure failure = PLAIN.outcome("fails").findFailure().orElseThrow();

        assertThat(failure.type()).isEqualTo("java.lang.IllegalStateException");
        assertThat(failure.message()).isEqualTo("no luck");
        assertThat(failure.stackTrace())
                .startsWith("java.lang.IllegalStateException: no luck")
                .contains("OutcomeSamples$Plain.fails(OutcomeSamples.java:");
    }

    @Test
    void aFailureWithoutAMessageHasAnEmptyOne() {
        TestFailure failure = PLAIN.outcome("failsWithoutMessage").findFailure().orElseThrow();

        assertThat(failure.message()).isEmpty();
        assertThat(failure.oneLine()).isEqualTo("AssertionError");
    }

    @Test
    void aHugeMessageIsCut() {
        TestFailure failure =
                PLAIN.outcome("failsWithHugeMessage").findFailure().orElseThrow();

        assertThat(failure.message()).hasSize(10_001).endsWith("x…");
        assertThat(failure.stackTrace()).hasSize(50_001).endsWith("x…");
    }

    @Test
    void anExceptionThatThrowsWhenItIsAskedStillMakesTheTestFail() {
        TestOutcome outcome = PLAIN.outcome("failsUnspeakably");

        assertThat(outcome.status()).isEqualTo(TestStatus.FAILED);
        assertThat(outcome.findFailure().orElseThrow().type()).isEqualTo(OutcomeSamples.Unspeakable.class.getName());
        assertThat(outcome.findFailure().orElseThrow().message()).contains("could not be read");
    }

    @Test
    void anAbortedTestStartsAndIsSkipped() {
        TestOutcome outcome = PLAIN.outcome("aborts");

        assertThat(PLAIN.started()).contains(outcome.id());
        assertThat(outcome.status()).isEqualTo(TestStatus.SKIPPED);
        assertThat(outcome.findFailure()).isEmpty();
    }

    @Test
    void aDisabledTestIsSkippedAndNeverStarts() {
        TestOutcome outcome = PLAIN.outcome("disabled");

        assertThat(PLAIN.started()).doesNotContain(outcome.id());
        assertThat(outcome).isEqualTo(new TestOutcome(outcome.id(), TestStatus.SKIPPED, Duration.ZERO, null));
    }

    @ParameterizedTest
    @CsvSource({
        "allPass, PASSED",
        "secondFails, FAILED",
        "secondAborts, PASSED",
        "withoutArguments, FAILED",
        "repeated, PASSED",
        "lastFails, FAILED",
        "dynamic, PASSED",
        "dynamicDeepFailure, FAILED"
    })
    void invocationsBelongToTheirMethodWhichIsOneTest(String methodName, TestStatus expected) {
        TestOutcome outcome = REPETITIVE.outcome(methodName);

        assertThat(outcome.status()).isEqualTo(expected);
        assertThat(REPETITIVE.started()).contains(outcome.id());
    }

    @ParameterizedTest
    @CsvSource({
        "secondFails, [value]",
        "withoutArguments, no arguments today",
        "dynamicDeepFailure, deep down",
    })
    void theFirstFailedInvocationTellsWhyTheTestFailed(String methodName, String message) {
        assertThat(REPETITIVE.outcome(methodName).findFailure().orElseThrow().message())
                .contains(message);
    }

    @Test
    void theIdsAreThoseOfTheMethods() {
        String prefix = "[engine:junit-jupiter]/[class:" + OutcomeSamples.Repetitive.class.getName() + "]/";

        assertThat(REPETITIVE.test("secondFails").id())
                .isEqualTo(new TestId(prefix + "[test-template:secondFails(int)]"));
        assertThat(REPETITIVE.test("repeated").id()).isEqualTo(new TestId(prefix + "[test-template:repeated()]"));
        assertThat(REPETITIVE.test("dynamic").id()).isEqualTo(new TestId(prefix + "[test-factory:dynamic()]"));
        assertThat(REPETITIVE.test("secondFails").parameterTypes()).isEqualTo("int");
    }

    @Test
    void aDisabledClassHasItsTestsSkipped() {
        LauncherRun run = LauncherRun.of(OutcomeSamples.DisabledClass.class).assertConsistent();

        assertThat(run.started()).isEmpty();
        assertThat(run.outcomes()).hasSize(2).allMatch(outcome -> outcome.status() == TestStatus.SKIPPED);
    }

    @Test
    void aFixtureThatFailsForAClassFailsAllItsTests() {
        LauncherRun run = LauncherRun.of(OutcomeSamples.FailingBeforeAll.class).assertConsistent();

        assertThat(run.started()).isEmpty();
        assertThat(run.outcomes()).hasSize(3).allSatisfy(outcome -> {
            assertThat(outcome.status()).isEqualTo(TestStatus.FAILED);
            assertThat(outcome.findFailure().orElseThrow().message()).isEqualTo("no database");
        });
    }

    @Test
    void aFixtureThatAbortsSkipsAllItsTests() {
        LauncherRun run = LauncherRun.of(OutcomeSamples.AbortedBeforeAll.class).assertConsistent();

        assertThat(run.outcome("one").status()).isEqualTo(TestStatus.SKIPPED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "two"})
    void aFixtureThatFailsForATestFailsThatTest(String methodName) {
        LauncherRun run = LauncherRun.of(OutcomeSamples.FailingBeforeEach.class).assertConsistent();

        assertThat(run.started()).hasSize(2);
        assertThat(run.outcome(methodName).findFailure().orElseThrow().message())
                .isEqualTo("not again");
    }

    @Test
    void aFixtureThatFailsAfterTheTestsChangesNoOutcome() {
        LauncherRun run = LauncherRun.of(OutcomeSamples.FailingAfterAll.class).assertConsistent();

        assertThat(run.outcome("one").passed()).isTrue();
    }
}

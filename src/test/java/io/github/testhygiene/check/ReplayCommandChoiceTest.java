package io.github.testhygiene.check;

import static io.github.testhygiene.fixture.SampleTests.test;
import static io.github.testhygiene.fixture.SampleTests.vintage;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fixture.SampleSettings;
import io.github.testhygiene.maven.ReplayCommand;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplayCommandChoiceTest {

    private static final RecordedTest TEST = test("shop.OrderIT", "a");
    private static final RecordedTest OVERLOADED = overload("b", "int");

    @ParameterizedTest
    @EnumSource(names = {"VICTIM", "FLAKY", "BRITTLE", "FAILING", "NON_IDEMPOTENT"})
    void whatFailsIsShownByTheRunThatReplayKnows(VerdictKind kind) {
        assertThat(command(SampleSettings.of("Order*", 4), kind, TEST))
                .isEqualTo("mvn test-hygiene:replay -Dtest-hygiene.replay='shop.OrderIT#a'");
    }

    @Test
    void ofTestsWithTheSameSelectorTheIdIsNamed() {
        assertThat(command(SampleSettings.of(null, 2), VerdictKind.VICTIM, OVERLOADED))
                .isEqualTo("mvn test-hygiene:replay -Dtest-hygiene.replay='" + OVERLOADED.id() + "'");
    }

    @Test
    void aTestOfAnEngineWhoseOrderNobodyChoosesIsCheckedAgain() {
        RecordedTest vintage = vintage("shop.OldIT", "a");

        assertThat(command(SampleSettings.of(null, 2), VerdictKind.VICTIM, vintage))
                .isEqualTo("mvn verify -Dtest-hygiene.tests='shop.OldIT#a'");
        assertThat(command(SampleSettings.of(null, 2), VerdictKind.FAILING, vintage))
                .startsWith("mvn test-hygiene:replay ");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNCHECKED", "SKIPPED"})
    void whatHasNoVerdictIsCheckedAgain(VerdictKind kind) {
        assertThat(command(SampleSettings.of(null, 2), kind, TEST))
                .isEqualTo("mvn verify -Dtest-hygiene.tests='shop.OrderIT#a'");
    }

    @Test
    void anIsolatedTestIsShownByTheWholeCheckSinceByItselfItHasNoOrderToPassIn() {
        assertThat(command(SampleSettings.of("Order*", 4), VerdictKind.ISOLATED, TEST))
                .isEqualTo("mvn verify -Dtest-hygiene.seed=20261122 -Dtest-hygiene.orders=4"
                        + " -Dtest-hygiene.tests='Order*'");
        assertThat(command(SampleSettings.of(null, 2), VerdictKind.ISOLATED, TEST))
                .isEqualTo("mvn verify -Dtest-hygiene.seed=20261122");
    }

    @Test
    void overloadedMethodsShareTheirSelector() {
        Recording recording = new Recording(
                Instant.EPOCH,
                Duration.ofSeconds(1),
                List.of(TEST, OVERLOADED, overload("b", "long")),
                Map.of(),
                List.of());

        assertThat(ReplayCommandChoice.ambiguousIn(recording)).containsExactly("shop.OrderIT#b");
    }

    private static RecordedTest overload(String method, String parameter) {
        String id = "[engine:junit-jupiter]/[class:shop.OrderIT]/[method:" + method + "(" + parameter + ")]";
        return new RecordedTest(new TestId(id), List.of("shop.OrderIT"), method, parameter, method, "");
    }

    private static String command(CheckSettings settings, VerdictKind kind, RecordedTest test) {
        Verdict verdict =
                new Verdict(test.id(), kind, "why", new TestEntry.Evidence(1, 1, 2, 0.5), null, 3, "shuffled-1");
        return new ReplayCommandChoice(
                        new ReplayCommand("mvn test-hygiene:replay")::with,
                        new ReplayCommand("mvn verify")::with,
                        settings,
                        Set.of("shop.OrderIT#b"))
                .command(test, verdict);
    }
}

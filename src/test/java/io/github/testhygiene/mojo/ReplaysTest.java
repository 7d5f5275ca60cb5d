package io.github.testhygiene.mojo;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.maven.ReplayCommand;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.model.VerdictKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplaysTest {

    private static final RecordedTest TEST = test("shop.OrderIT", "a");

    @Test
    void aVictimIsShownByTheRunInWhichItFailed() {
        assertThat(command(Settings.of(null, 2), VerdictKind.VICTIM, "shuffled-1"))
                .isEqualTo("mvn verify -Dtest-hygiene.onlyRun=shuffled-1 -Dtest-hygiene.seed=20261122");
    }

    @Test
    void whatDecidesTheRunIsNamedWithIt() {
        assertThat(command(Settings.of("Order*", 4), VerdictKind.FLAKY, "shuffled-2-reverse"))
                .endsWith(" -Dtest-hygiene.onlyRun=shuffled-2-reverse -Dtest-hygiene.seed=20261122"
                        + " -Dtest-hygiene.orders=4 -Dtest-hygiene.tests='Order*'");
    }

    @Test
    void aBrittleTestIsShownByTheTestAlone() {
        assertThat(command(Settings.of(null, 2), VerdictKind.BRITTLE, "alone:OrderIT.a"))
                .isEqualTo("mvn verify -Dtest-hygiene.tests='shop.OrderIT#a'");
    }

    @Test
    void aRunThatNobodyCanAskForIsNotNamed() {
        assertThat(command(Settings.of(null, 2), VerdictKind.VICTIM, "reverse-repaired-repaired"))
                .isEqualTo("mvn verify -Dtest-hygiene.onlyRun=reverse -Dtest-hygiene.seed=20261122");
        assertThat(command(Settings.of(null, 2), VerdictKind.FLAKY, "alone:OrderIT.a"))
                .isEqualTo("mvn verify -Dtest-hygiene.tests='shop.OrderIT#a'");
    }

    @Test
    void anIsolatedTestIsShownByTheWholeCheckSinceByItselfItHasNoOrderToPassIn() {
        assertThat(command(Settings.of("Order*", 4), VerdictKind.ISOLATED, null))
                .isEqualTo("mvn verify -Dtest-hygiene.seed=20261122 -Dtest-hygiene.orders=4"
                        + " -Dtest-hygiene.tests='Order*'");
    }

    @Test
    void theReferenceOrderIsThatOfAllTestsWhateverWasSelected() {
        assertThat(command(Settings.of("Order*", 2), VerdictKind.VICTIM, "reference"))
                .isEqualTo("mvn verify -Dtest-hygiene.onlyRun=reference -Dtest-hygiene.seed=20261122");
    }

    private static String command(CheckSettings settings, VerdictKind kind, @Nullable String label) {
        Verdict verdict = new Verdict(
                TEST.id(), kind, null, new TestEntry.Evidence(1, 1, 2, 0.5), null, label == null ? null : 3, label);
        return new Replays(new ReplayCommand("mvn verify"), settings).command(TEST, verdict);
    }
}

package io.github.testhygiene.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.gate.GatePolicy;
import io.github.testhygiene.model.ProblemException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckSettingsTest {

    @Test
    void aDurationIsRead() {
        assertThat(CheckSettings.duration("timeBudget", "1h30m", "10m")).isEqualTo(Duration.ofMinutes(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1s", "0s", "soon"})
    void whatIsNoDurationIsToldWithTheElementAndAnExample(String value) {
        assertThatThrownBy(() -> CheckSettings.duration("timeBudget", value, "10m"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("<timeBudget>", "'" + value + "'", "-Dtest-hygiene.timeBudget=10m");
    }

    @Test
    void aNumberOutOfItsRangeIsToldWithTheRange() {
        assertThat(CheckSettings.inRange("parallel", 64, 1, 64)).isEqualTo(64);
        assertThat(CheckSettings.inRange("parallel", 1, 1, 64)).isEqualTo(1);
        assertThatThrownBy(() -> CheckSettings.inRange("parallel", 65, 1, 64))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("<parallel>", "65", "between 1 and 64");
    }

    @Test
    void byDefaultSomeProcessorsAreLeftToOthers() {
        assertThat(CheckSettings.defaultParallel()).isBetween(1, 8);
    }

    @Test
    void theSeedOfTheDayIsADate() {
        assertThat(CheckSettings.seedOfTheDay().toString()).matches("\\d{4}[01]\\d[0-3]\\d");
    }

    @Test
    void orderedClassesAreUnitsOrTakenApart() {
        assertThat(CheckSettings.split("unit")).isFalse();
        assertThat(CheckSettings.split(" Split ")).isTrue();
        assertThatThrownBy(() -> CheckSettings.split("both"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("<orderedClasses>", "'both'", "unit, split");
    }

    @Test
    void limitsThatContradictEachOtherAreTold() {
        assertThat(CheckSettings.limits(Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofMinutes(5))
                        .testBudget())
                .isEqualTo(Duration.ofMillis(500));
        assertThatThrownBy(() ->
                        CheckSettings.limits(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofMinutes(5)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("<testFloor>", "<testBudget>");
    }

    @Test
    void rulesAreReadAsAList() {
        assertThat(CheckSettings.policy("victim, brittle,,slow-test "))
                .isEqualTo(new GatePolicy(Set.of("victim", "brittle", "slow-test")));
        assertThat(CheckSettings.policy("none")).isEqualTo(new GatePolicy(Set.of()));
        assertThat(CheckSettings.policy("")).isEqualTo(new GatePolicy(Set.of()));
    }

    @Test
    void anUnknownRuleIsToldWithTheKnownOnes() {
        assertThatThrownBy(() -> CheckSettings.policy("victims"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("<failOn>", "'victims'", "victim, brittle");
    }
}

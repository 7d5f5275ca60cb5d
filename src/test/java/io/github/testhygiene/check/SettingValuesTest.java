package io.github.testhygiene.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.gate.GatePolicy;
import io.github.testhygiene.model.OrderedClasses;
import io.github.testhygiene.model.ProblemException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingValuesTest {

    @Test
    void aDurationIsRead() {
        assertThat(SettingValues.duration("timeBudget", "1h30m", "10m")).isEqualTo(Duration.ofMinutes(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1s", "0s", "soon"})
    void whatIsNoDurationIsToldWithTheElementAndAnExample(String value) {
        assertThatThrownBy(() -> SettingValues.duration("timeBudget", value, "10m"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("<timeBudget>", "'" + value + "'", "-Dtest-hygiene.timeBudget=10m");
    }

    @Test
    void aNumberOutOfItsRangeIsToldWithTheRange() {
        assertThat(SettingValues.inRange("parallel", 64, 1, 64)).isEqualTo(64);
        assertThat(SettingValues.inRange("parallel", 1, 1, 64)).isEqualTo(1);
        assertThatThrownBy(() -> SettingValues.inRange("parallel", 65, 1, 64))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("<parallel>", "65", "between 1 and 64");
    }

    @Test
    void orderedClassesAreUnitsOrTakenApart() {
        assertThat(orderedClasses("unit")).isEqualTo(OrderedClasses.UNIT);
        assertThat(orderedClasses(" Split ")).isEqualTo(OrderedClasses.SPLIT);
        assertThatThrownBy(() -> orderedClasses("both"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("<orderedClasses>", "'both'", "unit, split");
    }

    @Test
    void limitsThatContradictEachOtherAreTold() {
        assertThat(SettingValues.limits(Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofMinutes(5))
                        .testBudget())
                .isEqualTo(Duration.ofMillis(500));
        assertThatThrownBy(() ->
                        SettingValues.limits(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofMinutes(5)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("<testFloor>", "<testBudget>");
    }

    @Test
    void rulesAreReadAsAList() {
        assertThat(SettingValues.gatePolicy("victim, brittle,,slow-test "))
                .isEqualTo(new GatePolicy(Set.of("victim", "brittle", "slow-test")));
        assertThat(SettingValues.gatePolicy("none")).isEqualTo(new GatePolicy(Set.of()));
        assertThat(SettingValues.gatePolicy("")).isEqualTo(new GatePolicy(Set.of()));
        assertThat(SettingValues.gatePolicy(null)).isEqualTo(new GatePolicy(Set.of()));
    }

    @Test
    void anUnknownRuleIsToldWithTheKnownOnes() {
        assertThatThrownBy(() -> SettingValues.gatePolicy("victims"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("<failOn>", "'victims'", "victim, brittle");
    }

    @Test
    void blanksAreNoValue() {
        assertThat(SettingValues.blankToNull(" a b ")).isEqualTo("a b");
        assertThat(SettingValues.blankToNull("  ")).isNull();
        assertThat(SettingValues.blankToNull(null)).isNull();
    }

    private static OrderedClasses orderedClasses(String value) {
        return SettingValues.oneOf("orderedClasses", value, OrderedClasses.values());
    }
}

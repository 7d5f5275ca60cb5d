package io.github.testhygiene.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.gate.GatePolicy;
import io.github.testhygiene.gate.RuleLevels;
import io.github.testhygiene.gate.RuleLevels.Level;
import io.github.testhygiene.model.ProblemException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How seriously the findings of a rule are taken. */
class RuleSettingsTest {

    private static final GatePolicy LENIENT = new GatePolicy(Set.of());

    private static RuleLevels commandLine(String text) {
        return RuleSettings.levels(Map.of(), text, LENIENT);
    }

    @Test
    void withoutSettingsRulesAreTakenAsTheyAre() {
        assertThat(RuleSettings.levels(Map.of(), null, LENIENT)).isEqualTo(RuleLevels.DEFAULTS);
    }

    @Test
    void theElementNamesARuleAndItsLevel() {
        assertThat(RuleSettings.levels(Map.of("leaves-rows", " Error ", "victim", "off"), null, LENIENT)
                        .levels())
                .isEqualTo(Map.of("leaves-rows", Level.ERROR, "victim", Level.OFF));
    }

    @Test
    void theCommandLineNamesThemInAList() {
        assertThat(commandLine("leaves-rows=error, advances-sequence = off,,").levels())
                .isEqualTo(Map.of("leaves-rows", Level.ERROR, "advances-sequence", Level.OFF));
    }

    @Test
    void theCommandLineWins() {
        assertThat(RuleSettings.levels(Map.of("leaves-rows", "off", "flaky", "error"), "leaves-rows=warning", LENIENT)
                        .levels())
                .isEqualTo(Map.of("leaves-rows", Level.WARNING, "flaky", Level.ERROR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaves-row=off", "=off", "all"})
    void anUnknownRuleIsToldWithTheKnownOnes(String text) {
        assertThatThrownBy(() -> commandLine(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll(
                        "<rules>",
                        "'" + text.replaceAll("=.*", "") + "'",
                        "victim, brittle",
                        "-Dtest-hygiene.rules=leaves-rows=error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"victim=fatal", "victim=", "victim"})
    void anUnknownLevelIsToldWithTheKnownOnes(String text) {
        assertThatThrownBy(() -> commandLine(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll(
                        "'victim'", "'" + text.replaceAll("victim=?", "") + "'", "off, info, warning, error");
    }

    @Test
    void anEmptyElementIsNoLevel() {
        assertThatThrownBy(() -> RuleSettings.levels(Collections.singletonMap("victim", null), null, LENIENT))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("to ''");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "info"})
    void aRuleThatFailsTheBuildMustBeAbleTo(String level) {
        GatePolicy policy = new GatePolicy(Set.of("victim"));

        assertThatThrownBy(() -> RuleSettings.levels(Map.of("victim", level), null, policy))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("<failOn>", "'victim'", "'" + level + "'", "<rules>");
        assertThat(RuleSettings.levels(Map.of("victim", "warning", "brittle", level), null, policy)
                        .levels())
                .hasSize(2);
    }
}

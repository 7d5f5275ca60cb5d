package io.github.testhygiene.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.evidence.AllowedRows;
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

/** The settings of rules: how seriously they are taken, and which tables may grow. */
class RuleSettingsTest {

    private static final GatePolicy LENIENT = new GatePolicy(Set.of());

    private static RuleLevels commandLine(String text) {
        return RuleSettings.levels(Map.of(), text, LENIENT);
    }

    private static AllowRow row(String table, Long most, String reason) {
        AllowRow row = new AllowRow();
        row.setTable(table);
        row.setMost(most);
        row.setReason(reason);
        return row;
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

    @Test
    void aTableThatMayGrowHasANameANumberAndAReason() {
        assertThat(row(" public.audit ", 10L, " it is a log ").checked())
                .isEqualTo(new AllowedRows("public.audit", 10, "it is a log"));
        assertThat(row("audit", 0L, "it is a log").checked().most()).isZero();
    }

    @Test
    void whatAnAllowedTableLacksIsTold() {
        assertThatThrownBy(() -> row(" ", 1L, "why").checked())
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("names no table", "<allowRow><table>");
        assertThatThrownBy(() -> row("audit", 1L, " ").checked())
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("'audit'", "<reason>");
        assertThatThrownBy(() -> row("audit", null, "why").checked())
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("'audit'", "not set", "<most>10</most>");
        assertThatThrownBy(() -> row("audit", -1L, "why").checked())
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("'audit'", "is -1");
        assertThatThrownBy(() -> new AllowRow().checked()).isInstanceOf(ProblemException.class);
    }
}

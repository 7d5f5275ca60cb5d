package io.github.testhygiene.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.gate.RuleLevels.Level;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** How a project takes rules more or less seriously. */
class RuleLevelsTest {

    private static Finding finding(Rule rule, Severity severity) {
        return Findings.of(rule, severity, "shop.OrderIT", "a", "", "message", "advice");
    }

    private static List<Severity> severities(Rule rule, Level level, Severity... severities) {
        List<Finding> findings =
                List.of(severities).stream().map(each -> finding(rule, each)).toList();
        return new RuleLevels(Map.of(rule.label(), level))
                .apply(findings).stream().map(Finding::severity).toList();
    }

    @Property
    void withoutLevelsFindingsStayAsTheyAre(@ForAll List<Rule> rules, @ForAll Severity severity) {
        List<Finding> findings = rules.stream()
                .filter(rule -> !rule.offByDefault())
                .map(rule -> finding(rule, severity))
                .toList();

        assertThat(RuleLevels.DEFAULTS.apply(findings)).isEqualTo(findings);
    }

    @Property
    void aLevelTouchesItsOwnRuleAlone(@ForAll List<Rule> rules, @ForAll Rule levelled, @ForAll Level level) {
        List<Finding> findings = rules.stream()
                .filter(rule -> rule == levelled || !rule.offByDefault())
                .map(rule -> finding(rule, rule.severity()))
                .toList();
        List<Finding> taken = new RuleLevels(Map.of(levelled.label(), level)).apply(findings);

        assertThat(taken.stream().filter(each -> !each.rule().equals(levelled.label())))
                .isEqualTo(findings.stream()
                        .filter(each -> !each.rule().equals(levelled.label()))
                        .toList());
        assertThat(taken.stream().filter(each -> each.rule().equals(levelled.label())))
                .allSatisfy(each -> assertThat(each.severity().label()).isEqualTo(level.label()));
        assertThat(taken.size() == findings.size()).isEqualTo(level != Level.OFF || !rules.contains(levelled));
    }

    @Example
    void aRuleThatIsOffByDefaultHasToBeAskedFor() {
        Finding finding = finding(Rule.RANDOM_OR_CLOCK, Severity.INFO);

        assertThat(RuleLevels.DEFAULTS.apply(List.of(finding))).isEmpty();
        assertThat(RuleLevels.DEFAULTS.canFail("random-or-clock")).isFalse();
        assertThat(severities(Rule.RANDOM_OR_CLOCK, Level.WARNING, Severity.INFO))
                .containsExactly(Severity.WARNING);
        assertThat(new RuleLevels(Map.of("random-or-clock", Level.ERROR)).canFail("random-or-clock"))
                .isTrue();
    }

    @Example
    void offLeavesEvenRemarksOut() {
        assertThat(severities(Rule.LEAVES_ROWS, Level.OFF, Severity.ERROR, Severity.WARNING, Severity.INFO))
                .isEmpty();
    }

    @Example
    void aRemarkStaysARemark() {
        assertThat(severities(Rule.LEAVES_ROWS, Level.ERROR, Severity.ERROR, Severity.WARNING, Severity.INFO))
                .containsExactly(Severity.ERROR, Severity.ERROR, Severity.INFO);
        assertThat(severities(Rule.LEAVES_ROWS, Level.WARNING, Severity.ERROR, Severity.INFO))
                .containsExactly(Severity.WARNING, Severity.INFO);
        assertThat(severities(Rule.LEAVES_ROWS, Level.INFO, Severity.ERROR)).containsExactly(Severity.INFO);
    }

    @Example
    void aRuleThatIsARemarkByItselfCanBeTakenMoreSeriously() {
        assertThat(severities(Rule.ADVANCES_SEQUENCE, Level.WARNING, Severity.INFO))
                .containsExactly(Severity.WARNING);
    }

    @Example
    void whatIsAcceptedStaysAccepted() {
        Finding accepted = finding(Rule.LEAVES_ROWS, Severity.WARNING).asAccepted();

        assertThat(new RuleLevels(Map.of("leaves-rows", Level.ERROR)).apply(List.of(accepted)))
                .containsExactly(accepted.withSeverity(Severity.ERROR));
    }

    @Example
    void aRemarkFailsNoBuildUnlessTheRuleIsOne() {
        GatePolicy policy = new GatePolicy(Set.of("leaves-rows", "advances-sequence"));

        assertThat(Gate.judge(List.of(finding(Rule.LEAVES_ROWS, Severity.INFO)), policy)
                        .passed())
                .isTrue();
        assertThat(Gate.judge(List.of(finding(Rule.LEAVES_ROWS, Severity.WARNING)), policy)
                        .passed())
                .isFalse();
        assertThat(Gate.judge(List.of(finding(Rule.ADVANCES_SEQUENCE, Severity.INFO)), policy)
                        .passed())
                .isFalse();
    }

    @Example
    void aRuleCanFailUnlessItIsOffOrMadeARemark() {
        RuleLevels levels = new RuleLevels(Map.of(
                "victim", Level.OFF,
                "brittle", Level.INFO,
                "advances-sequence", Level.INFO,
                "flaky", Level.WARNING));

        assertThat(levels.canFail("victim")).isFalse();
        assertThat(levels.canFail("brittle")).isFalse();
        assertThat(levels.canFail("advances-sequence")).isTrue();
        assertThat(levels.canFail("flaky")).isTrue();
        assertThat(levels.canFail("leaves-rows")).isTrue();
    }
}

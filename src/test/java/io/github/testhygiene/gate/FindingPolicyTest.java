package io.github.testhygiene.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.gate.FindingPolicy.Bytecode;
import io.github.testhygiene.gate.RuleLevels.Level;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.SubjectPattern;
import io.github.testhygiene.model.Suppression;
import io.github.testhygiene.model.Suppression.WrittenAt;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a project makes of findings. */
class FindingPolicyTest {

    private static final Finding SLEEP = Findings.of(Rule.SLEEPS, "shop.ClockIT", "waits", "Sleeps.", "Wait.");
    private static final Finding FLAKY = Findings.of(Rule.FLAKY, "shop.ClockIT", "waits", "Flaky.", "Mend.");

    private static Suppression suppression(String rule, String tests, String reason) {
        return new Suppression(List.of(rule), new SubjectPattern(tests), reason, WrittenAt.POM);
    }

    private static List<Finding> apply(List<Finding> findings, Suppression... suppressions) {
        return new FindingPolicy(RuleLevels.DEFAULTS, List.of(suppressions)).apply(findings, List.of(), Bytecode.READ);
    }

    @Test
    void whatIsSuppressedStaysInTheReportAsAccepted() {
        assertThat(apply(List.of(SLEEP, FLAKY), suppression("sleeps", "ClockIT#waits", "the clock")))
                .containsExactly(SLEEP.asAccepted(), FLAKY);
    }

    @Test
    void whatATestClassDeclaresCountsAsWell() {
        Suppression declared = new Suppression(
                List.of("sleeps", "flaky"),
                SubjectPattern.of("shop.ClockIT", null),
                "why",
                new WrittenAt("shop.ClockIT", null, "src/test/java/shop/ClockIT.java", 8));

        assertThat(new FindingPolicy(RuleLevels.DEFAULTS, List.of())
                        .apply(List.of(SLEEP, FLAKY), List.of(declared), Bytecode.READ))
                .containsExactly(SLEEP.asAccepted(), FLAKY.asAccepted());
    }

    @Test
    void aSuppressionThatMeetsNothingIsTold() {
        List<Finding> told = apply(List.of(), suppression("sleeps", "OldIT", "it waited once"));

        assertThat(told).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("unused-suppression");
            assertThat(finding.message())
                    .isEqualTo("The suppression of `sleeps` for `OldIT` meets no finding any more.");
            assertThat(finding.file()).isEqualTo("pom.xml");
        });
    }

    @Test
    void nobodyKnowsWhetherASuppressionIsNeededWhoseRuleWatchesRunsOrIsOffOrDidNotLook() {
        Suppression flaky = suppression("flaky", "OldIT", "now and then");
        Suppression sleeps = suppression("sleeps", "OldIT", "it waits");

        assertThat(apply(List.of(), flaky)).isEmpty();
        assertThat(new FindingPolicy(new RuleLevels(Map.of("sleeps", Level.OFF)), List.of(sleeps))
                        .apply(List.of(), List.of(), Bytecode.READ))
                .isEmpty();
        assertThat(new FindingPolicy(RuleLevels.DEFAULTS, List.of(sleeps)).apply(List.of(), List.of(), Bytecode.UNREAD))
                .isEmpty();
    }

    @Test
    void aSuppressionWithoutReasonOrOfNoRuleSuppressesNothing() {
        List<Finding> told = apply(
                List.of(SLEEP),
                suppression("sleeps", "ClockIT", " "),
                suppression("sleep", "ClockIT", "a reason"),
                new Suppression(List.of(), new SubjectPattern("ClockIT"), "a reason", WrittenAt.POM));

        assertThat(told.get(0)).isEqualTo(SLEEP);
        assertThat(told.subList(1, 4))
                .extracting(Finding::message)
                .satisfiesExactly(
                        noReason -> assertThat(noReason).contains("gives no reason"),
                        unknown -> assertThat(unknown).contains("`sleep`, which is no rule"),
                        none -> assertThat(none).contains("names no rule"));
    }

    @Test
    void unusedSuppressionsAreTakenAsSeriouslyAsTheProjectWants() {
        Suppression unused = suppression("sleeps", "OldIT", "it waited once");

        assertThat(new FindingPolicy(new RuleLevels(Map.of("unused-suppression", Level.OFF)), List.of(unused))
                        .apply(List.of(), List.of(), Bytecode.READ))
                .isEmpty();
        assertThat(new FindingPolicy(new RuleLevels(Map.of("unused-suppression", Level.ERROR)), List.of(unused))
                        .apply(List.of(), List.of(), Bytecode.READ))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test
    void aSettingsFileIsSuppressedByItsName() {
        Finding inFile = Findings.of(Rule.SUBSTITUTE_ENGINE, "", null, "H2.", "Use ours.")
                .at("src/test/resources/application.yml", 3);

        assertThat(apply(List.of(inFile), suppression("substitute-engine", "application.yml", "a slow laptop")))
                .containsExactly(inFile.asAccepted());
        assertThat(apply(List.of(inFile), suppression("substitute-engine", "other.yml", "a slow laptop")))
                .contains(inFile);
    }

    @Property
    void noFindingIsLostOrAccusedAnew(@ForAll List<Rule> rules, @ForAll Rule suppressed) {
        List<Finding> findings = rules.stream()
                .filter(rule -> !rule.offByDefault())
                .map(rule -> Findings.of(rule, "shop.ClockIT", "waits", "m", "a"))
                .toList();
        List<Finding> told = apply(findings, suppression(suppressed.label(), "ClockIT", "why"));

        assertThat(told).hasSizeGreaterThanOrEqualTo(findings.size());
        for (int index = 0; index < findings.size(); index++) {
            Finding before = findings.get(index);
            boolean accepted = before.rule().equals(suppressed.label());
            assertThat(told.get(index)).isEqualTo(accepted ? before.asAccepted() : before);
        }
    }
}

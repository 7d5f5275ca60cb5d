package io.github.testhygiene.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.help.Goal.Setting;
import io.github.testhygiene.model.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTextTest {

    private static final Goal CHECK = new Goal(
            "check",
            "Fails the build. And says why: 1.5 times, with\n an <allowRow>.",
            List.of(
                    new Setting("allowRows", null, null, false, "Tables that may grow, each an <allowRow>."),
                    new Setting("failOn", "test-hygiene.failOn", "victim,brittle", false, "The rules. More of them."),
                    new Setting("jdbcUrl", "test-hygiene.jdbcUrl", null, true, "A server."),
                    new Setting("folder", "folder", "target", true, "The folder.")));
    private static final Goal LINT = new Goal("lint", "Reads classes, without a stop", List.of());
    private static final RulePage SLEEPS =
            new RulePage(Rule.SLEEPS, "Warning.", "It waits.", "# sleeps\n\nIt [waits](x.md).\n");
    private static final RulePage CLOCK = new RulePage(Rule.RANDOM_OR_CLOCK, "Info; off.", "It is chance.", "");

    @Test
    void inShortAGoalIsItsFirstSentence() {
        assertThat(HelpText.goals("Test Hygiene 1", List.of(CHECK, LINT)).lines())
                .startsWith(
                        "Test Hygiene 1",
                        "",
                        "test-hygiene:check",
                        "  Fails the build.",
                        "",
                        "test-hygiene:lint",
                        "  Reads classes, without a stop",
                        "",
                        "More")
                .noneMatch(line -> line.contains("failOn"));
    }

    @Test
    void itSaysHowToLearnMore() {
        assertThat(HelpText.goals("", List.of()).lines())
                .anyMatch(line -> line.startsWith("  mvn test-hygiene:help -Ddetail  "))
                .anyMatch(line -> line.startsWith("  mvn test-hygiene:help -Ddetail -Dgoal=isolate  "))
                .anyMatch(line -> line.startsWith("  mvn test-hygiene:help -Dtest-hygiene.explain=sleeps  "))
                .allMatch(line -> line.length() <= 100);
    }

    @Test
    void inDetailEverySettingHasItsPropertyItsDefaultAndItsMeaning() {
        assertThat(HelpText.details("", List.of(CHECK), List.of()).lines())
                .containsSubsequence(
                        "test-hygiene:check",
                        "  Fails the build. And says why: 1.5 times, with an <allowRow>.",
                        "",
                        "  <allowRows>",
                        "    Tables that may grow, each an <allowRow>.",
                        "",
                        "  <failOn> (-Dtest-hygiene.failOn, default victim,brittle)",
                        "    The rules. More of them.",
                        "",
                        "  <jdbcUrl> (-Dtest-hygiene.jdbcUrl, required)",
                        "    A server.",
                        "",
                        "  <folder> (-Dfolder, default target)",
                        "    The folder.")
                .doesNotContain("Rules");
    }

    @Test
    void inDetailTheRulesAreListed() {
        assertThat(HelpText.details("", List.of(LINT), List.of(SLEEPS, CLOCK)).lines())
                .containsSubsequence(
                        "Rules",
                        "",
                        "  sleeps (warning)",
                        "    It waits.",
                        "  random-or-clock (info, off by default)",
                        "    It is chance.",
                        "",
                        "More");
    }

    @Test
    void aRuleIsExplainedByItsPage() {
        assertThat(HelpText.explained(SLEEPS).lines()).containsExactly("# sleeps", "", "It waits.");
    }

    @Test
    void linesOfDetailsAreWrapped() {
        Goal wordy = new Goal(
                "a",
                "word ".repeat(100) + ".",
                List.of(new Setting("b", null, "c ".repeat(100), false, "d ".repeat(100))));

        assertThat(HelpText.details("", List.of(wordy), List.of()).lines())
                .hasSizeGreaterThan(15)
                .allMatch(line -> line.length() <= 100);
    }
}

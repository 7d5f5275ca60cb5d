package io.github.testhygiene.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.testhygiene.model.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulePageTest {

    @Test
    void aPageSaysHowItIsTakenAndWhatItFinds() {
        RulePage page = RulePage.of(Rule.SLEEPS, "# sleeps\n\n*Warning; off.*\n\nIt waits.\n\n## Why\n");

        assertThat(page.defaults()).isEqualTo("Warning; off.");
        assertThat(page.summary()).isEqualTo("It waits.");
        assertThat(page.markdown()).endsWith("## Why\n");
    }

    @Test
    void lineEndsOfWindowsAreLineEnds() {
        assertThat(RulePage.of(Rule.SLEEPS, "# sleeps\r\n\r\n*W*\r\n\r\nIt waits.\r\n\r\n## Why\r\n"))
                .isEqualTo(RulePage.of(Rule.SLEEPS, "# sleeps\n\n*W*\n\nIt waits.\n\n## Why\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# sleeps",
                "# sleeps\n\n*W*\n\nIt waits.",
                "# Sleeps\n\n*W*\n\nIt waits.\n\n## Why",
                "# sleeps\n\nW\n\nIt waits.\n\n## Why",
                "# sleeps\n\n*\n\nIt waits.\n\n## Why",
                "# sleeps\n\n**\n\nIt waits.\n\n## Why"
            })
    void whatBeginsOtherwiseIsNoPageOfTheRule(String markdown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RulePage.of(Rule.SLEEPS, markdown))
                .withMessageContaining("sleeps");
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void theJarHoldsTheDocumentation(Rule rule) throws IOException {
        assertThat(RulePages.read(rule).markdown())
                .isEqualTo(Files.readString(Path.of(rule.docs())).replace("\r\n", "\n"));
    }
}

package io.github.testhygiene.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConsoleMarkdownTest {

    @Test
    void ofALinkToAPageTheWordsStay() {
        assertThat(lines("See the [rules](../rules.md#victim), and [the \"why\"](why.md)."))
                .containsExactly("See the rules, and the \"why\".");
    }

    @Test
    void ofALinkToASiteTheAddressStays() {
        assertThat(lines("Use [Awaitility](https://example.com/a_b)."))
                .containsExactly("Use Awaitility (https://example.com/a_b).");
    }

    @Test
    void paragraphsAreFilledUpToTheWidth() {
        assertThat(ConsoleMarkdown.lines("one two\nthree four\n\nfive", 13))
                .containsExactly("one two three", "four", "", "five");
    }

    @Test
    void codeIsIndentedAndOtherwiseAsItWas() {
        assertThat(lines("""
                        Bad:

                        ```java
                        class A {

                            int[](a); // as long as it likes, and that is more than a line of this test may have
                        }
                        ```

                        Good.
                        """))
                .containsExactly(
                        "Bad:",
                        "",
                        "    class A {",
                        "",
                        "        int[](a); // as long as it likes, and that is more than a line of this test may have",
                        "    }",
                        "",
                        "Good.");
    }

    @Test
    void whatIsIndentedOrATableStaysOnItsLines() {
        assertThat(lines("a\n\n    rows 0 → 3\n\n| a | b |\n|---|---|\n| [c](c.md) | d |"))
                .containsExactly("a", "", "    rows 0 → 3", "", "| a | b |", "|---|---|", "| c | d |");
    }

    @Test
    void aListHasItsPointsUnderEachOther() {
        assertThat(ConsoleMarkdown.lines("- one two three\n- four", 10))
                .containsExactly("- one two", "  three", "- four");
    }

    @Test
    void onlyAParagraphInItalicsLosesItsStars() {
        assertThat(lines("*Warning; off.*\n\n*a* and *b*\n\n`Clock*IT` *"))
                .containsExactly("Warning; off.", "", "*a* and *b*", "", "`Clock*IT` *");
    }

    @Property(tries = 300)
    void noWordIsLost(@ForAll List<@AlphaChars String> words, @ForAll @IntRange(min = 1, max = 80) int width) {
        String text = String.join(" ", words);

        assertThat(String.join(" ", ConsoleMarkdown.lines(text, width)).split("\\s+"))
                .containsExactly(text.strip().split("\\s+"));
    }

    private static List<String> lines(String markdown) {
        return ConsoleMarkdown.lines(markdown, 60);
    }
}

package io.github.testhygiene.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PlainTextTest {

    @Example
    void whatCannotBeSeenIsShown() {
        assertThat(PlainText.visible("a\u001B[0m\u0000\tb\r\nc\u202Ed")).isEqualTo("a␛[0m␀\tb\nc\uFFFDd");
        assertThat(PlainText.visible("é 漢 👩‍🔧")).isEqualTo("é 漢 👩‍🔧");
    }

    @Example
    void aLineIsTheFirstOne() {
        assertThat(PlainText.line("\n  first\nsecond", 80)).isEqualTo("first");
        assertThat(PlainText.line("", 80)).isEmpty();
        assertThat(PlainText.line("abcdef", 4)).isEqualTo("abc…");
        assertThat(PlainText.line("ab👩cd", 4)).isEqualTo("ab…");
    }

    @Example
    void aBlockSaysHowMuchIsLeftOut() {
        assertThat(PlainText.block("abc\ndef", 80)).isEqualTo("abc\ndef");
        assertThat(PlainText.block("abcdef", 4)).isEqualTo("abcd…\n(2 more characters in report.json)");
    }

    @Property
    void aLineNeverExceedsItsLimit(@ForAll String text, @ForAll @IntRange(min = 1, max = 40) int limit) {
        assertThat(PlainText.line(text, limit)).hasSizeLessThanOrEqualTo(limit).doesNotContain("\n", "\r", "\u001B");
    }

    @Example
    void aQueryIsReadOnOneLine() {
        assertThat(PlainText.joined("select *\r\n   from t\n\n where \u001B", 80))
                .isEqualTo("select * from t where ␛");
        assertThat(PlainText.joined("select\nmore", 8)).isEqualTo("select …");
        assertThat(PlainText.joined("x\n".repeat(100_000), 4)).isEqualTo("x x…");
    }

    @Property
    void aJoinedTextNeverExceedsItsLimit(@ForAll String text, @ForAll @IntRange(min = 1, max = 40) int limit) {
        assertThat(PlainText.joined(text, limit))
                .hasSizeLessThanOrEqualTo(limit)
                .doesNotContain("\n", "\r");
    }

    @Property
    void whatIsVisibleStaysAsItIs(@ForAll String text) {
        String visible = PlainText.visible(text);

        assertThat(PlainText.visible(visible)).isEqualTo(visible);
    }
}

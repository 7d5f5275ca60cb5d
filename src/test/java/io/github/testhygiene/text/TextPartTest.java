package io.github.testhygiene.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class TextPartTest {

    @Test
    void whatStandsBetweenBackticksIsCode() {
        assertThat(TextPart.of("`public.a` 0 → 3 rows left by `AIT.b`, and ` alone"))
                .containsExactly(
                        new TextPart("public.a", true),
                        new TextPart(" 0 → 3 rows left by ", false),
                        new TextPart("AIT.b", true),
                        new TextPart(", and ` alone", false));
        assertThat(TextPart.of("")).isEmpty();
    }

    @Property
    void nothingButBackticksIsLost(@ForAll @Chars({'a', '`', ' '}) String text) {
        String shown = TextPart.of(text).stream().map(TextPart::text).collect(Collectors.joining());

        assertThat(shown.replace("`", "")).isEqualTo(text.replace("`", ""));
    }
}
